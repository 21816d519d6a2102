import type { PlanAsked, PlanSurvey } from "../../../workers/plan-tasks.ts";
import type { SearchStep } from "../../core/base/work.ts";
import type { SearchFacts } from "../../ui/plans/plan-facts.ts";
import { isWide } from "./plan-facts.ts";

/**
 * How far a search is, as a person asks: cost in 万元, or the share of what is missing that is closed; over years or cases how
 * far it may be from the best. Nothing before there is a plan.
 */
export function searchFacts(
  asked: PlanAsked,
  step: SearchStep | undefined,
  survey: Pick<PlanSurvey, "missing">,
): SearchFacts | undefined {
  if (!step?.best) return undefined;
  const { of, bound, best } = step;
  if (isWide(asked)) {
    const gap = Math.max(0, best.objective - bound) / Math.max(best.objective, TINY);
    return { of: "gap", best: Math.min(1, gap), bound: 0 };
  }
  if (of === "cost") return { of, best: best.objective, bound: Math.min(bound, best.objective) };
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
