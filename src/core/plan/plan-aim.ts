import type { Exact } from "../base/decimal.ts";
import type { PlanProblem } from "./plan-problem.ts";

/** What a plan is to be best at, and what it has to keep to. */
export interface PlanAim {
  /** The least cost, or as little missing as can be. */
  readonly least: "cost" | Lack;
  /** No more is missing than so much. */
  readonly limits: readonly { readonly lack: Lack; readonly most: Exact }[];
  readonly purses: readonly Purse[];
}

/**
 * How what is missing is counted: a sum over groups, of each the largest of its weighings; a weighing tells, by metric, what
 * one m² or slot of it counts. With one weighing that is a weighted sum, with one group of several the worst case.
 */
export type Lack = readonly (readonly (readonly Exact[])[])[];

/** What actions, in their order, take out of one purse, and how much is in it, 万元. */
export interface Purse {
  readonly costs: readonly Exact[];
  readonly most: Exact;
}

/** The least that is missing, by these weights, with what costs no more than the budget, 万元. */
export function leastLack(
  { actions }: Pick<PlanProblem, "actions">,
  budget: Exact,
  weights: readonly Exact[],
): PlanAim {
  const purse = { costs: actions.map(({ cost }) => cost), most: budget };
  return { least: [[weights]], limits: [], purses: [purse] };
}
