import type { AllocationProblem } from "../allocation/allocation-problem.ts";
import type { Exact } from "../base/decimal.ts";

/**
 * What a plan is chosen from: zones that are short, the rooms they reach, and actions that would give more. One allocation
 * problem for each metric; its capacities are those without any action, rooms that an action would open hold 0.
 */
export interface PlanProblem {
  readonly metrics: readonly PlanMetric[];
  readonly actions: readonly PlanAction[];
  /** Places where every plan does something. */
  readonly required: readonly string[];
}

export interface PlanMetric {
  readonly metric: string;
  readonly problem: AllocationProblem;
}

/** Something to do at one place, in one size. */
export interface PlanAction {
  readonly id: string;
  /** 万元 over the years that are counted; not negative. */
  readonly cost: Exact;
  readonly gives: readonly Gift[];
  /** Of actions of one place at most one is done: sizes and kinds of use exclude each other. */
  readonly place: string;
}

/** How much more one facility would hold. */
export interface Gift {
  /** Place in `metrics`. */
  readonly metric: number;
  /** Row of its problem. */
  readonly facility: number;
  readonly amount: Exact;
}
