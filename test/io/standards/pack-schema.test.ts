import { expect, test } from "vitest";
import type * as z from "zod";
import type { CityTargets } from "../../../src/core/standards/city-targets.ts";
import type { Overlay, RulePack } from "../../../src/core/standards/rule-pack.ts";
import type { citySchema } from "../../../src/io/standards/city-schema.ts";
import type { overlaySchema, rulePackSchema } from "../../../src/io/standards/pack-schema.ts";

/** Schema and core type say the same: members, optional members, words and types, both ways. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Plain<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends number
    ? number extends T
      ? number
      : T
    : T extends readonly (infer Row)[]
      ? readonly Plain<Row>[]
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : T;
type Whole<T> = T extends readonly (infer Row)[]
  ? readonly Whole<Row>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T;

test("the schemas are the core types, both ways", () => {
  const pack: Same<Plain<z.infer<typeof rulePackSchema>>, Plain<RulePack>> = true;
  const wholePack: Same<Whole<Plain<z.infer<typeof rulePackSchema>>>, Whole<Plain<RulePack>>> = true;
  const overlay: Same<Plain<z.infer<typeof overlaySchema>>, Plain<Overlay>> = true;
  const wholeOverlay: Same<Whole<Plain<z.infer<typeof overlaySchema>>>, Whole<Plain<Overlay>>> = true;
  const city: Same<Plain<z.infer<typeof citySchema>>, Plain<CityTargets>> = true;
  const wholeCity: Same<Whole<Plain<z.infer<typeof citySchema>>>, Whole<Plain<CityTargets>>> = true;
  expect([pack, wholePack, overlay, wholeOverlay, city, wholeCity]).not.toContain(false);
});
