import * as z from "zod";
import { WHY_NOT } from "../../core/network/walk-profile.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";

const word = z.string().min(1);
const text = z.strictObject({ zh: word, en: word });
/** Keys are asked for as they are written; a test without a value would never pass. */
const tests = z.record(word, z.array(word).min(1));
const rule = {
  when: tests.refine((keys) => Object.keys(keys).length > 0, "a rule that asks for nothing fits everything"),
  unless: tests.exactOptional(),
  because: text,
};

const rules = {
  may: z.array(z.strictObject({ ...rule, whyNot: z.enum(WHY_NOT).exactOptional() })),
  /** From 1: nobody is faster than on a level street, so that straight metres stay the least a walk can cost. */
  cost: z.array(z.strictObject({ ...rule, factor: z.number().min(1).max(100) })),
  direction: z.array(z.strictObject({ ...rule, only: z.enum(["forth", "back"]) })),
  barriers: z.array(z.strictObject({ ...rule, bars: z.boolean() })),
};

/** Steeper slopes cost as much or more. */
const gradients = z
  .array(z.strictObject({ from: z.number().gt(0).max(1), factor: z.number().min(1).max(100) }))
  .refine(
    (bands) =>
      bands.every((band, i) => {
        const before = bands[i - 1];
        return before === undefined || (band.from > before.from && band.factor >= before.factor);
      }),
    "steeper slopes come later and cost no less",
  );

/** What holds for every profile. */
export const everybodySchema = z.strictObject(rules);

/** What one profile adds: its rules are asked before those of everybody. */
export const walkProfileSchema = z.strictObject({
  id: z.enum(PROFILES),
  title: text,
  metresPerSecond: z.number().min(0.3).max(3),
  source: text,
  slope: z.strictObject({ unless: tests, up: gradients, down: gradients, because: text }),
  ...rules,
});
