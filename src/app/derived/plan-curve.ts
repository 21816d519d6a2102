import type { GoalFor } from "../state/plan-asked.ts";

/**
 * Budgets that a curve of what money does is drawn by, ascending from nothing, 万元: to what a plan costs beyond which
 * nothing is gained, or half as much again as what another costs. None where the plan costs nothing.
 */
export function curveBudgets(goal: GoalFor, cost: number): readonly number[] {
  if (!(cost > 0)) return [];
  const most = goal === "budget" ? cost * 1.5 : cost;
  const budgets = Array.from({ length: STEPS + 1 }, (_, at) => roundBudget((most * at) / STEPS));
  // The last is enough for all of it.
  budgets[STEPS] = Math.ceil(most * 100) / 100;
  return [...new Set(budgets)];
}

const STEPS = 8;

/** To two digits, as somebody would set it. */
function roundBudget(budget: number): number {
  return Number(budget.toPrecision(2));
}
