import * as z from "zod";
import { FACILITY_KINDS } from "../../core/model/facility-kind.ts";
import { KIND_LEVELS } from "../../core/standards/standards.ts";

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Names, subjects and levels of the facility kinds. */
export const kindsSchema = z.array(
  z.strictObject({
    code: z.enum(FACILITY_KINDS),
    name: text,
    subject: z.enum(["elderly", "childcare", "community"]),
    levels: z.array(z.enum(KIND_LEVELS)).min(1),
  }),
);

/** Values of national norms, for comparison. */
export const referenceSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    title: text,
    sourceStatus: z.enum(["found", "secondary", "general"]),
    source: text,
    values: z
      .array(
        z.strictObject({
          of: text,
          unit: z.enum(["m", "m2", "person", "dwelling", "bed", "child"]),
          from: z.number().nonnegative(),
          to: z.number().nonnegative().exactOptional(),
        }),
      )
      .min(1),
  }),
);
