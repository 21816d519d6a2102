import { type Exact, minus, toNumber, ZERO } from "../base/decimal.ts";
import { missingWith, nothingOf } from "./choice-among.ts";
import type { MissingBy } from "./counted-plan.ts";
import type { PlanProblem } from "./plan-problem.ts";

/** Whether plans were weighed by what an analysis counts: without any, and with this one. */
export function isAsWeighed(problem: PlanProblem, done: Uint8Array, counted: readonly MissingBy[]): boolean {
  const [before, after] = [missingWith(problem, nothingOf(problem)), missingWith(problem, done)];
  return counted.every(
    (of) =>
      isSame(of.before, before.get(of.metric) ?? ZERO) && isSame(of.after, after.get(of.metric) ?? ZERO),
  );
}

/** Amounts of an analysis are rounded to millionths on their way. */
function isSame(a: Exact, b: Exact): boolean {
  return Math.abs(toNumber(minus(a, b))) < 1e-5;
}
