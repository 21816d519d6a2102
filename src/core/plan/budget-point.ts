import { type Exact, plus, ratio, toNumber, ZERO } from "../base/decimal.ts";
import type { Work } from "../base/work.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import { choiceAmong, chosenOf } from "./choice-among.ts";
import { choosePlan, type PlanLimits } from "./choose-plan.ts";
import { leastLack } from "./plan-aim.ts";
import { type PlanAsked, watched } from "./plan-answer.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { costOf, shortIn, type WholeMetric, weighed, wholeMetrics } from "./whole-plan.ts";

/** What one budget does: a point of the curve of costs and benefits. */
export interface BudgetPoint {
  /** 万元. */
  readonly budget: Exact;
  /** What the plan found costs. */
  readonly cost: Exact;
  /** By metric of the basis: what it leaves missing. */
  readonly missing: readonly Exact[];
  /** The same, all that is missing of each metric counting as one; and what no plan leaves less than. */
  readonly objective: Exact;
  readonly bound: number;
}

/**
 * The best plan for a budget, told by its flows alone and not counted anew by an analysis; nothing where what is to be done
 * in any case costs more.
 */
export function* budgetPoint(
  basis: PlanBasis,
  {
    budget,
    places,
    limits,
  }: { readonly budget: Exact; readonly limits: PlanLimits } & Pick<PlanAsked, "places">,
  open: OpenProgramme,
): Work<BudgetPoint | undefined> {
  const { problem, measures, weights } = choiceAmong(basis, places ? { places } : {});
  const search = choosePlan(problem, leastLack(problem, budget, weights), open, limits);
  const state = yield* watched(search, (done) => ({ chosen: chosenOf(measures, done) }));
  const { done } = state;
  if (done === undefined) return undefined;
  const metrics = wholeMetrics(problem);
  const short = shortIn(metrics, done);
  const missing = metrics.map(() => ZERO);
  for (const { metric, missing: amount } of short) {
    missing[metric] = plus(missing[metric] as Exact, ratio(amount, (metrics[metric] as WholeMetric).scale));
  }
  const objective = weighed(metrics, short, weights);
  return {
    ...{ budget, cost: costOf(problem, done), missing, objective },
    bound: Math.min(state.bound, toNumber(objective)),
  };
}
