import type { PlanFound, PlanSurvey } from "../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { Place } from "../../core/plan/measure.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { CurveFacts, LackingFacts, SearchFacts, StandingFacts } from "../../ui/plans/plan-facts.ts";
import { closedShare } from "../../ui/plans/plan-words.ts";
import type { Curve, PlanMade } from "../state/plans.ts";
import { rowName } from "./row-name.ts";

/** How a plan stands to all others. `isMoved`: its sites were moved by hand. */
export function standingOf(
  { asked, stopped }: Pick<PlanMade, "asked" | "stopped">,
  found: Pick<PlanFound, "status" | "bound" | "objective" | "cost" | "missing" | "lacking">,
  isMoved: boolean,
): StandingFacts {
  const goal = asked.goal.for;
  const of = stopped ?? (goal === "budget" ? "lack" : "cost");
  const bound = boundOf(of, found);
  return {
    ...{ status: isMoved ? "moved" : found.status, goal, isStopped: stopped !== undefined },
    ...(bound && found.status === "feasible" && { bound }),
    lacking: found.lacking.length,
  };
}

function boundOf(
  of: "lack" | "cost",
  { bound, objective, missing }: Pick<PlanFound, "bound" | "objective" | "missing">,
): SearchFacts | undefined {
  if (objective === undefined) return undefined;
  if (of === "cost") return { of, best: objective, bound: Math.min(bound, objective) };
  const all = missing.filter(({ before }) => before > 0).length;
  if (all === 0) return undefined;
  const closed = (lack: number) => Math.min(1, Math.max(0, 1 - lack / all));
  return { of: "closed", best: closed(objective), bound: closed(Math.min(bound, objective)) };
}

/** Who stays short with all that can be done, by name. */
export function lackingFacts(
  zones: Pick<ProjectView["zones"], "ids" | "names">,
  { lacking, missing }: Pick<PlanFound, "lacking" | "missing">,
): readonly LackingFacts[] {
  const rows = new Map(zones.ids.map((id, row) => [id, row]));
  return lacking.map(({ metric, zones: ids, missing: amount }) => ({
    metric: metric as Metric,
    unit: missing.find((each) => each.metric === metric)?.unit ?? unitBy(metric),
    missing: amount,
    zones: ids.map((id) => rowName(zones, rows.get(id) ?? -1) || id),
  }));
}

function unitBy(metric: string): RuleUnit {
  return metric === "childcare_slots" ? "slot" : metric === "beds" ? "bed" : "m2";
}

/** Points of the curve as they are read, by what was missing before. */
export function curveFacts(
  { points }: Pick<Curve, "points">,
  { missing }: Pick<PlanSurvey, "missing">,
): readonly CurveFacts[] {
  const short = missing.flatMap((each, at) => (each.missing > 0 ? [{ ...each, at }] : []));
  return points.map((point) => ({
    budget: point.budget,
    closed: closedShare(
      short.map(({ at, missing: before }) => ({ before, missing: point.missing[at] ?? before })),
    ),
    missing: short.map(({ metric, unit, at }) => ({ metric, unit, missing: point.missing[at] ?? 0 })),
  }));
}

/** The id that a question knows a place by. */
export function idOf(place: Place): string {
  return "facility" in place ? place.facility : "site" in place ? place.site : place.zone;
}
