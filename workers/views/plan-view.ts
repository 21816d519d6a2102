import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { unitOfMetric } from "../../src/core/analysis/zone-columns.ts";
import { toNumber } from "../../src/core/base/decimal.ts";
import { present } from "../../src/core/base/invariant.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { STREET_TIER } from "../../src/core/deficit/territory.ts";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import { areaFor, type Facility } from "../../src/core/model/facility.ts";
import { patchBetween } from "../../src/core/model/patch-between.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { BudgetPoint } from "../../src/core/plan/budget-point.ts";
import { worstOf } from "../../src/core/plan/cases.ts";
import { idle } from "../../src/core/plan/choice-among.ts";
import type { CountedPlan, SharesBy } from "../../src/core/plan/counted-plan.ts";
import type { PlanYear, ZoneYear } from "../../src/core/plan/counted-years.ts";
import type { CaseMissing } from "../../src/core/plan/doubt.ts";
import { type Measure, type Place, placeKey, type Refusal } from "../../src/core/plan/measure.ts";
import { gapOf, type PlanAnswer } from "../../src/core/plan/plan-answer.ts";
import type { PlanBasis } from "../../src/core/plan/plan-basis.ts";
import { plannedServices, type ServedArea } from "../../src/core/plan/planned-service.ts";
import type { ReachPlan } from "../../src/core/plan/reach-plan.ts";
import type { WayOut } from "../../src/core/plan/ways-out.ts";
import { type EffectSide, effectOf } from "../../src/core/scenario/effect.ts";
import type { Metric } from "../../src/core/standards/rule.ts";
import type {
  CaseView,
  CurvePoint,
  MeasureView,
  MetricMissing,
  PlanCounted,
  PlanFound,
  PlannedPlace,
  PlanSurvey,
  PlanYearView,
  RefusedPlace,
  ServedArea as ServedAreaView,
  WayOutView,
  ZoneDate,
} from "../plan-tasks.ts";
import { analysisColumns } from "./analysis-view.ts";

/** What there is to plan for and with, in numbers to be shown. */
export function surveyView(basis: PlanBasis): PlanSurvey {
  const { base, measures, refused } = basis;
  const byPlace = new Map<string, Measure[]>();
  for (const measure of measures) {
    const key = placeKey(measure.place);
    byPlace.set(key, [...(byPlace.get(key) ?? []), measure]);
  }
  const places = [...byPlace.values()].flatMap((here): PlannedPlace[] => {
    const [first] = here;
    return first ? [{ ...placeView(first.place, base), measures: here.map(measureView) }] : [];
  });
  return {
    ...{ missing: missingView(base), places },
    refused: refused.map((each) => refusedView(each, base)),
    idle: idle(basis, () => true).map((each) => refusedView(each, base)),
  };
}

export function foundView(basis: PlanBasis, answer: PlanAnswer): PlanFound {
  const gap = gapOf(answer);
  return {
    ...countedView(basis, answer),
    ...{ status: answer.status, bound: answer.bound },
    refused: unusedView(answer.refused, answer.measures, basis.base),
    ...(answer.objective && { objective: toNumber(answer.objective) }),
    ...(gap !== undefined && { gap }),
    ...(answer.isApart && { isApart: true }),
    ...(answer.cases && { cases: casesView(answer.cases) }),
    waysOut: answer.waysOut.map(wayView),
    lacking: answer.lacking.map((each) => ({ ...each, missing: toNumber(each.missing) })),
  };
}

export function casesView(cases: readonly CaseMissing[]): readonly CaseView[] {
  const worst = worstOf(cases, ({ lack }) => lack);
  return cases.map((each) => ({
    name: each.name,
    missing: each.missing.map(({ before, after }) => ({ before: toNumber(before), after: toNumber(after) })),
    isWorst: each === worst,
  }));
}

function wayView({ metric, zones, missing, enlarge, walk }: WayOut): WayOutView {
  return {
    ...{ metric: metric as Metric, zones, missing: toNumber(missing) },
    ...(enlarge && { enlarge: { ...enlarge, by: toNumber(enlarge.by) } }),
    ...(walk && { walk: { ...walk, gives: toNumber(walk.gives) } }),
  };
}

/** Of a question of reach; nothing is refused that would give nobody more room. */
export function reachView(basis: PlanBasis, plan: ReachPlan): PlanFound {
  const { status, objective, bound, gap, reach, why } = plan;
  return {
    ...countedView(basis, plan),
    ...{ status, bound: bound ?? 0, lacking: [], waysOut: [] },
    ...(objective !== undefined && { objective }),
    ...(gap !== undefined && { gap }),
    refused: unusedView(basis.refused, plan.measures, basis.base),
    reach: { ...reach, ...(why && { why }) },
  };
}

function yearView({ year, cost, missing }: PlanYear): PlanYearView {
  return {
    ...{ year, cost: toNumber(cost) },
    missing: missing.map((each) => ({ ...each, missing: toNumber(each.missing) })),
  };
}

function dateView(date: ZoneYear): ZoneDate {
  return { ...date, missing: toNumber(date.missing) };
}

export function countedView({ base }: Pick<PlanBasis, "base">, counted: CountedPlan): PlanCounted {
  const { measures, after, cost, missing, shares, starts, years, zones = [] } = counted;
  const services = plannedServices(base, after, measures);
  return {
    planned: measures.map((measure, at) => ({
      measure,
      ...(starts && { year: present(starts[at], "every measure begins in a year") }),
    })),
    cost: toNumber(cost),
    measures: measures.map((measure, at) => {
      const { serves, areas } = present(services[at], "every measure has a service");
      return {
        ...measureView(measure),
        ...placeView(measure.place, base),
        ...placeOfRooms(measure),
        ...{ serves, areas: areas.map(areaView) },
        ...streetOf(measure, after),
        ...(starts && { year: present(starts[at], "every measure begins in a year") }),
      };
    }),
    missing: missing.map(({ metric, before, after: left, certainBefore, certainAfter }) => ({
      ...unitIn(metric as Metric),
      ...{ before: toNumber(before), missing: toNumber(left) },
      ...{ certainBefore: toNumber(certainBefore), certain: toNumber(certainAfter) },
      leastServed: leastServedIn(shares.find((each) => each.metric === metric)),
    })),
    ...(years && { years: years.map(yearView), dates: zones.map(dateView) }),
    effect: effectOf(sideOf(base), sideOf(after)),
    patch: patchBetween(base.project, after.project),
    after: analysisColumns(after),
  };
}

function leastServedIn(shares: SharesBy | undefined): { readonly before: number; readonly after: number } {
  return { before: shares?.before[0] ?? 0, after: shares?.after[0] ?? 0 };
}

export function pointView(
  { base, metrics }: PlanBasis,
  { budget, cost, missing, objective, bound }: BudgetPoint,
): CurvePoint {
  const left = missingView(base).map(
    ({ metric }) => missing[metrics.findIndex((one) => one.metric === metric)],
  );
  return {
    ...{ budget: toNumber(budget), cost: toNumber(cost) },
    missing: left.map((amount) => (amount ? toNumber(amount) : 0)),
    ...{ objective: toNumber(objective), bound },
  };
}

function missingView({ results }: Pipeline): readonly MetricMissing[] {
  return (results.allocations ?? []).map(({ metric, totals: { missing, certain } }) => ({
    ...unitIn(metric),
    ...{ missing: toNumber(missing), certain: toNumber(certain) },
  }));
}

function unitIn(metric: Metric) {
  return { metric, unit: unitOfMetric(metric) };
}

function sideOf({ project: { zones }, results }: Pipeline): EffectSide {
  return { zones, results };
}

/** Where it is, and what it is called there. */
function placeView(place: Place, { project }: Pipeline) {
  const row = present(rowAt(place, project), "a measure is at a place of the project");
  const { id, name = id, at } = row;
  return { place, name, ...(at && { at }) };
}

/** Where a plan does nothing, and why; what a place that it uses is not good for besides, is told there. */
function unusedView(
  refused: readonly Refusal[],
  measures: readonly Measure[],
  base: Pipeline,
): readonly RefusedPlace[] {
  const used = new Set(measures.map(({ place }) => placeKey(place)));
  return refused.filter(({ place }) => !used.has(placeKey(place))).map((each) => refusedView(each, base));
}

function refusedView(refusal: Refusal, { project }: Pipeline): RefusedPlace {
  const { id, name = id } = present(rowAt(refusal.place, project), "a place is of the project");
  return { ...refusal, name };
}

function rowAt(place: Place, { facilities, sites, zones }: Project): PlacedRow | undefined {
  if ("facility" in place) return facilities[indexOfId(facilities, place.facility)];
  if ("site" in place) return sites[indexOfId(sites, place.site)];
  return zones[indexOfId(zones, place.zone)];
}

interface PlacedRow {
  readonly id: string;
  readonly name?: string;
  readonly at?: LngLat;
}

/** Where its rooms are, which is where its site was moved to. */
function placeOfRooms({ leaves }: Measure) {
  const at = leaves.find((room) => room.at)?.at;
  return at !== undefined && { at };
}

/** The 街道 that its first facility lies in. */
function streetOf({ leaves }: Measure, { project, territory }: Pipeline) {
  const row = indexOfId(project.facilities, leaves[0]?.id ?? "");
  const { units, facilityUnits } = territory.value;
  const street = units[facilityUnits[STREET_TIER]?.[row] ?? -1]?.unit;
  return street !== undefined && { street };
}

export function measureView(measure: Measure): MeasureView {
  const { id, kind, earliest, lifetime, conditions, cost, isCostAssumed, yearly, leaves } = measure;
  const sum = (of: (facility: Facility) => number) => leaves.reduce((total, each) => total + of(each), 0);
  return {
    ...{ id, kind, conditions, cost: toNumber(cost) },
    ...(isCostAssumed && { isCostAssumed }),
    ...(yearly && { yearly: toNumber(yearly) }),
    ...(earliest !== undefined && { earliest }),
    ...(lifetime !== undefined && { lifetime }),
    elderly: sum((each) => areaFor(each, "elderly") ?? 0),
    childcare: sum((each) => areaFor(each, "childcare") ?? 0),
    slots: sum(({ slots = 0 }) => slots),
  };
}

function areaView({ metric, number, given, before, left }: ServedArea): ServedAreaView {
  return { ...unitIn(metric), number, given, before: toNumber(before), left: toNumber(left) };
}
