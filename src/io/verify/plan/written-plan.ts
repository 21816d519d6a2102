import * as z from "zod";
import { readShaped } from "../read-shaped.ts";

/** A text that is no plan: file, line and column, and why. */
export class UnreadablePlan extends Error {
  override readonly name = "UnreadablePlan";
}

const MISSING = z.object({ metric: z.string(), missing: z.number() });
const PLAN = z.object({
  status: z.enum(["optimal", "feasible", "infeasible", "unknown"]),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  cost: z.number().nullable(),
  missing: z.array(
    z.object({
      metric: z.string(),
      before: z.number(),
      after: z.number().nullable(),
      certainBefore: z.number(),
      certainAfter: z.number().nullable(),
    }),
  ),
  shares: z.array(
    z.object({ metric: z.string(), before: z.array(z.number()), after: z.array(z.number()).nullable() }),
  ),
  refused: z.array(z.looseObject({})),
  lacking: z.array(z.object({ metric: z.string(), zones: z.array(z.string()), missing: z.number() })),
  measures: z.array(z.looseObject({ id: z.string(), cost: z.number(), year: z.number().optional() })),
  years: z.array(z.object({ year: z.number(), cost: z.number(), missing: z.array(MISSING) })).optional(),
  zones: z
    .array(
      z.object({ zone: z.string(), metric: z.string(), year: z.number().nullable(), missing: z.number() }),
    )
    .optional(),
  cases: z
    .array(
      z.object({
        case: z.string(),
        lack: z.number().nullable(),
        missing: z.array(z.object({ metric: z.string(), before: z.number(), after: z.number().nullable() })),
      }),
    )
    .optional(),
  asked: z.object({
    for: z.enum(["close", "most", "budget"]),
    budget: z.number().optional(),
    with: z.array(z.string()),
    without: z.array(z.string()),
    years: z.array(z.number()).optional(),
    yearly: z.array(z.number()).optional(),
    carry: z.boolean().optional(),
    doubt: z.enum(["worst", "average"]).optional(),
    equity: z.number().min(1).optional(),
    grid: z.number().optional(),
    ownCosts: z.boolean(),
  }),
});
export type WrittenPlan = z.infer<typeof PLAN>;

/** Throws `UnreadablePlan` where the text is none that `quan plan` wrote. */
export function writtenPlan(text: string, file: string): WrittenPlan {
  return readShaped(text, file, PLAN, (sentence) => new UnreadablePlan(sentence));
}
