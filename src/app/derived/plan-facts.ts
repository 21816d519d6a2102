import type { MeasureView, PlanCounted, PlanFound, PlanSurvey } from "../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { Place } from "../../core/plan/measure.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { ConflictFacts, RebasedFacts } from "../../ui/plans/conflict-facts.ts";
import type { MovedFacts } from "../../ui/plans/MovedFigures.tsx";
import type {
  CaseFacts,
  CurveFacts,
  DateFacts,
  LackingFacts,
  ReachFacts,
  SearchFacts,
  StandingFacts,
  UnderFacts,
  WayOutFacts,
  YearFacts,
} from "../../ui/plans/plan-facts.ts";
import { closedShare } from "../../ui/plans/plan-words.ts";
import { type Asked, isOfReach, isOfRooms } from "../state/plan-asked.ts";
import { conflictsOf, isOverBudget, originOf, type PlanMade } from "../state/plan-made.ts";
import type { Curve, PlanTrial } from "../state/plans.ts";
import { unitOf } from "./facts.ts";
import { rowName } from "./row-name.ts";

/** How a plan stands to all others. `isMoved`: its sites were moved by hand. */
export function standingOf(
  { asked, stopped, rebased, decisions }: Pick<PlanMade, "asked" | "stopped" | "rebased" | "decisions">,
  found: Pick<
    PlanFound,
    | "status"
    | "bound"
    | "objective"
    | "gap"
    | "cost"
    | "measures"
    | "missing"
    | "lacking"
    | "reach"
    | "isApart"
  >,
  isMoved: boolean,
  zones: Pick<ProjectView["zones"], "ids" | "names">,
): StandingFacts {
  const goal = asked.goal.for;
  const under = underFacts(asked);
  if (rebased) {
    const isSpread = "years" in asked && asked.years !== undefined;
    return {
      ...{ status: isMoved ? "moved" : "rebased", goal, isStopped: false, lacking: 0, isSpread },
      rebased: rebasedFacts({ asked, rebased, ...(decisions && { decisions }) }, found.cost),
    };
  }
  if (asked.goal.for === "known")
    return { status: isMoved ? "moved" : "counted", goal: "known", isStopped: false, lacking: 0 };
  if (found.reach) {
    const { why } = found.reach;
    return {
      ...{ status: isMoved ? "moved" : found.status, goal, isStopped: false, lacking: 0 },
      ...(found.gap !== undefined && { gap: found.gap }),
      ...(under && { under }),
      ...(!why && "count" in asked.goal && { spare: asked.goal.count - found.measures.length }),
      ...(why && { why: "zones" in why ? { ...why, zones: why.zones.map(nameIn(zones)) } : why }),
    };
  }
  const of = stopped ?? (goal === "budget" ? "lack" : "cost");
  const bound = isWide(asked) ? undefined : boundOf(of, found);
  return {
    ...{ status: isMoved ? "moved" : found.status, goal, isStopped: stopped !== undefined },
    ...(bound && found.status === "feasible" && { bound }),
    ...(isWide(asked) && found.gap !== undefined && { gap: found.gap }),
    ...(found.isApart && { isApart: true }),
    ...(under && { under }),
    ...("years" in asked && asked.years && { isSpread: true }),
    ...("equity" in asked && asked.equity !== undefined && { isWeighed: true }),
    lacking: found.lacking.length,
  };
}

/** What narrows the plans that one was held against; nothing where nothing does. */
function underFacts({ places, ...asked }: Asked): UnderFacts | undefined {
  const isSpread = "years" in asked && asked.years !== undefined;
  const doubt = "doubt" in asked ? asked.doubt : undefined;
  const under = { with: places?.with.length ?? 0, without: places?.without.length ?? 0, isSpread };
  return under.with + under.without > 0 || isSpread || doubt
    ? { ...under, ...(doubt && { doubt }) }
    : undefined;
}

/** How much of a plan that was found before a change is decided; 万元. */
function rebasedFacts(of: Pick<PlanMade, "asked" | "rebased" | "decisions">, cost: number): RebasedFacts {
  const conflicts = conflictsOf(of);
  const leftOut = conflicts.filter(({ isOnly }) => isOnly).length;
  const open = conflicts.filter(({ choice }) => choice === undefined).length;
  const { goal } = of.asked;
  return {
    ...{ leftOut, open, decided: conflicts.length - leftOut - open },
    done: of.rebased?.fates.filter(({ fate }) => fate.is === "done").length ?? 0,
    ...(of.rebased?.isPutBack && { isPutBack: true }),
    ...(goal.for === "budget" && isOverBudget(of.asked, { cost }) && { overBudget: goal.budget }),
  };
}

/** What of a plan does not stand any more, as it is told; `listed`: the measures that are listed, by whose numbers. */
export function conflictFacts(
  made: PlanMade,
  listed: readonly Pick<MeasureView, "id">[],
): readonly ConflictFacts[] {
  const { measures } = originOf(made).found;
  return conflictsOf(made).flatMap(({ id, at, of, isOnly, choice }) => {
    const was = measures[at];
    if (!was) return [];
    const place = "facility" in was.place ? "facility" : "site" in was.place ? "site" : "zone";
    const row = of.is === "otherwise" ? listed.findIndex((each) => each.id === of.now.id) : -1;
    const number = row < 0 ? undefined : row + 1;
    return [{ id, number, name: was.name, place, was, now: of, isOnly, choice }];
  });
}

/** What is missing with the plan as it was made, and with its sites where they stand on trial; nothing before that is counted. */
export function movedFacts(made: PlanMade | undefined, trial: PlanTrial | undefined): readonly MovedFacts[] {
  return (trial?.found?.missing ?? [])
    .filter(({ before }) => before > 0)
    .map(({ metric, unit, missing }) => ({
      ...{ metric, unit, after: missing },
      before: made?.found.missing.find((each) => each.metric === metric)?.missing ?? 0,
    }));
}

/**
 * What is missing is added up over years or cases, or counts more of some than of others: told as a share of what is missing
 * now, it would say nothing.
 */
export function isWide(asked: Asked): boolean {
  if (!isOfRooms(asked)) return false;
  const { years, doubt, equity } = asked;
  return years !== undefined || doubt !== undefined || equity !== undefined;
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
  const nameOf = nameIn(zones);
  return lacking.map(({ metric, zones: ids, missing: amount }) => ({
    metric: metric as Metric,
    unit: missing.find((each) => each.metric === metric)?.unit ?? unitOf(undefined, metric as Metric),
    missing: amount,
    zones: ids.map(nameOf),
  }));
}

/** What would end shortages that even the plan that closes most leaves, the largest first of each metric. */
export function wayOutFacts(
  { zones, facilities }: Pick<ProjectView, "zones" | "facilities">,
  { waysOut, missing }: Pick<PlanFound, "waysOut" | "missing">,
): readonly WayOutFacts[] {
  const [zoneName, facilityName] = [nameIn(zones), nameIn(facilities)];
  const facts = waysOut.map(({ metric, zones: ids, missing: lack, enlarge, walk }) => ({
    ...{ metric, missing: lack, zones: ids.map(zoneName) },
    unit: missing.find((each) => each.metric === metric)?.unit ?? unitOf(undefined, metric as Metric),
    ...(enlarge && { enlarge: { ...enlarge, facility: facilityName(enlarge.facility) } }),
    ...(walk && { walk: { ...walk, zone: zoneName(walk.zone) } }),
  }));
  return facts.sort((a, b) => (a.metric === b.metric ? b.missing - a.missing : 0));
}

/** What is missing in each case of doubt, facilities by name, also those that the plan builds. */
export function caseFacts(
  { facilities }: Pick<ProjectView, "facilities">,
  { cases = [], planned }: Pick<PlanCounted, "cases" | "planned">,
): readonly CaseFacts[] {
  const built = planned.flatMap(({ measure }) => measure.leaves);
  const known = nameIn(facilities);
  const nameOf = (id: string) => built.find((room) => room.id === id)?.name ?? known(id);
  return cases.map(({ name, missing, isWorst }) => {
    const [is, rest = ""] = name.split(/ (.*)/s);
    const of: CaseFacts["of"] =
      is === "speed" || is === "people"
        ? { is, times: Number(rest) }
        : is === "loss"
          ? { is, facility: nameOf(rest) }
          : { is: "as-given" };
    return { of, missing, isWorst };
  });
}

/** What finishes the projects that are known to come, one at each place. */
export function comingIn({ places }: Pick<PlanSurvey, "places">): readonly MeasureView[] {
  return places.flatMap(({ measures }) => measures.filter(({ kind }) => kind === "finish").slice(0, 1));
}

/** What a row is called, by its id. */
function nameIn(zones: Pick<ProjectView["zones"], "ids" | "names">): (id: string) => string {
  const rows = new Map(zones.ids.map((id, row) => [id, row]));
  return (id) => rowName(zones, rows.get(id) ?? -1) || id;
}

/** Who reaches care, of a question that asked for it. */
export function reachFacts(asked: Asked, { reach }: Pick<PlanFound, "reach">): ReachFacts | undefined {
  return reach && isOfReach(asked) ? { ...reach, subject: asked.goal.subject } : undefined;
}

/** A plan over years, year by year. */
export function yearFacts({ years = [], dates = [], missing }: PlanCounted): readonly YearFacts[] {
  return years.map((of) => ({
    ...{ year: of.year, cost: of.cost },
    missing: missing.map(({ metric }) => of.missing.find((each) => each.metric === metric)?.missing ?? 0),
    enough: dates.filter(({ year }) => year === of.year).length,
  }));
}

/** From when on zones have enough, the soonest first, those that never do last. */
export function dateFacts(
  zones: Pick<ProjectView["zones"], "ids" | "names">,
  { dates = [], missing }: PlanCounted,
): readonly DateFacts[] {
  const nameOf = nameIn(zones);
  const facts = dates.map(({ zone, metric, year, missing: lack }) => ({
    ...{ id: zone, name: nameOf(zone), metric, year, missing: lack },
    unit: missing.find((each) => each.metric === metric)?.unit ?? unitOf(undefined, metric as Metric),
  }));
  return facts.sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || b.missing - a.missing);
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
