import type { PlanAsked, PlanSurvey } from "../../../workers/plan-tasks.ts";
import type { SearchStep } from "../../core/base/work.ts";
import type { SearchFacts } from "../../ui/plans/plan-facts.ts";
import type { GoalFor, Least } from "../state/plans.ts";
import { isWide } from "./plan-facts.ts";

/**
 * What a search is about: a plan that closes as much as can be is one of the least lack first, and of its least cost then.
 * Of the best so far it is told by whether its objective is what its measures cost.
 */
export function leastOf(
  goal: GoalFor,
  { objective, chosen }: NonNullable<SearchStep["best"]>,
  { places }: Pick<PlanSurvey, "places">,
): Least {
  if (goal !== "most") return goal === "close" ? "cost" : "lack";
  const costs = new Map(places.flatMap(({ measures }) => measures.map(({ id, cost }) => [id, cost])));
  const cost = chosen.reduce((sum, id) => sum + (costs.get(id) ?? Number.NaN), 0);
  return Math.abs(cost - objective) <= 1e-6 * Math.max(1, cost) ? "cost" : "lack";
}

/**
 * How far a search is, as a person asks: cost in 万元, or the share of what is missing that is closed; over years or cases how
 * far it may be from the best. Nothing before there is a plan.
 */
export function searchFacts(
  asked: PlanAsked,
  step: SearchStep | undefined,
  survey: Pick<PlanSurvey, "places" | "missing">,
): SearchFacts | undefined {
  if (!step?.best) return undefined;
  const { bound, best } = step;
  if (isWide(asked)) {
    const gap = Math.max(0, best.objective - bound) / Math.max(best.objective, TINY);
    return { of: "gap", best: Math.min(1, gap), bound: 0 };
  }
  if (leastOf(asked.goal.for, best, survey) === "cost")
    return { of: "cost", best: best.objective, bound: Math.min(bound, best.objective) };
  const all = survey.missing.filter(({ missing }) => missing > 0).length;
  if (all === 0) return undefined;
  const closed = (lack: number) => Math.min(1, Math.max(0, 1 - lack / all));
  return {
    of: "closed",
    best: closed(best.objective),
    bound: Math.max(closed(bound), closed(best.objective)),
  };
}

const TINY = 1e-9;
