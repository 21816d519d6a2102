import type { MeasureDone, PlanCounted } from "../../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { placeKey } from "../../core/plan/measure.ts";
import { type ShareChanges, shareChanges } from "../../core/scenario/share-changes.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { isPass, VERDICTS } from "../../core/standards/verdict.ts";
import type {
  ComparedPlace,
  ComparedPlan,
  ComparedZone,
  PlanComparisonFacts,
} from "../../ui/plans/comparison-facts.ts";
import { rowName } from "./row-name.ts";
import { type ServedSide, servedIn } from "./served-changes.ts";

/** A plan as it was kept to be compared; its zones are the rows of the document. */
export interface KeptPlan {
  readonly id: string;
  readonly name: string;
  readonly isOverBudget?: boolean;
  readonly found: Pick<PlanCounted, "cost" | "measures" | "missing" | "after" | "years">;
}

/** Plans beside the results they were made of, in the order they were kept. `wordsOf`: what a measure is called. */
export function planComparison(
  zones: ProjectView["zones"],
  now: AnalysisView,
  kept: readonly KeptPlan[],
  wordsOf: (measure: MeasureDone) => string,
): PlanComparisonFacts {
  const metrics = (kept[0]?.found.missing ?? []).map(({ metric, unit, before, leastServed }) => ({
    ...{ metric, unit, missing: before, leastServed: leastServed.before },
  }));
  return {
    metrics,
    plans: kept.map((plan) => comparedPlan(zones, now, plan, metrics)),
    zones: comparedZones(zones, now, kept),
    places: comparedPlaces(kept, wordsOf),
  };
}

function comparedPlan(
  zones: ProjectView["zones"],
  now: AnalysisView,
  { id, name, isOverBudget = false, found }: KeptPlan,
  metrics: PlanComparisonFacts["metrics"],
): ComparedPlan {
  const changes = metrics.map(({ metric }) =>
    shareChanges(servedIn(sideOf(zones, now), metric), servedIn(sideOf(zones, found.after), metric)),
  );
  const ofAny = (group: keyof ShareChanges) =>
    new Set(changes.flatMap((change) => change[group].map(({ zone }) => zone)));
  const losing = ofAny("losing");
  const [first, last] = [found.years?.[0], found.years?.at(-1)];
  const left = metrics.map(
    ({ metric }) => found.missing.find((each) => each.metric === metric)?.missing ?? 0,
  );
  return {
    ...(isOverBudget && { isOverBudget }),
    ...{ id, name, measures: found.measures.length, missing: left },
    ...{ better: ofAny("gaining").size, unsure: ofAny("otherwise").size },
    gaining: changes.map(({ gaining }) => gaining.length),
    losing: changes.map(({ losing }) => losing.length),
    once: found.measures.reduce((sum, { cost }) => sum + cost, 0),
    ...(first && last && { over: { first: first.year, last: last.year, cost: found.cost } }),
    yearly: found.measures.reduce((sum, { yearly = 0 }) => sum + yearly, 0),
    closed: metrics.map(({ missing }, at) => (missing > 0 ? 1 - (left[at] as number) / missing : 1)),
    leastServed: metrics.map(
      ({ metric }) => found.missing.find((each) => each.metric === metric)?.leastServed.after ?? 0,
    ),
    worse: [...zones.ids.keys()]
      .filter((row) => losing.has(zones.ids[row] ?? ""))
      .map((row) => named(zones, row)),
    enough: [...zones.ids.keys()].filter((row) => !isEnough(now, row) && isEnough(found.after, row)).length,
  };
}

function comparedZones(
  zones: ProjectView["zones"],
  now: AnalysisView,
  kept: readonly KeptPlan[],
): readonly ComparedZone[] {
  const compared = (kept[0]?.found.missing ?? []).flatMap(({ metric }) => {
    const was = sharesOf(zones, now, metric);
    const columns = kept.map(({ found }) => sharesOf(zones, found.after, metric));
    return [...zones.ids.keys()].flatMap((row) => {
      const [before, shares] = [was[row] ?? Number.NaN, columns.map((each) => each[row] ?? Number.NaN)];
      const known = [before, ...shares].filter((share) => !Number.isNaN(share));
      const spread = known.length > 0 ? Math.max(...known) - Math.min(...known) : 0;
      const isUnsure = known.length > 0 && known.length <= shares.length;
      if (!(spread > SAME) && !isUnsure) return [];
      const zone = { ...named(zones, row), street: zones.streets[row] ?? "", metric, now: before, shares };
      return [{ zone, spread, row }];
    });
  });
  return compared.sort((a, b) => b.spread - a.spread || a.row - b.row).map(({ zone }) => zone);
}

function comparedPlaces(
  kept: readonly KeptPlan[],
  wordsOf: (measure: MeasureDone) => string,
): readonly ComparedPlace[] {
  const places = new Map<string, { readonly name: string; readonly measures: (string | undefined)[] }>();
  for (const [plan, { found }] of kept.entries()) {
    for (const measure of found.measures) {
      const key = placeKey(measure.place);
      const known = places.get(key) ?? { name: measure.name, measures: kept.map(() => undefined) };
      known.measures[plan] = wordsOf(measure);
      places.set(key, known);
    }
  }
  return [...places].map(([id, place]) => ({ id, ...place }));
}

function named(zones: ProjectView["zones"], row: number) {
  return { id: zones.ids[row] ?? "", name: rowName(zones, row) };
}

type Served = ServedSide["results"];

function sideOf(zones: ProjectView["zones"], results: Served): ServedSide {
  return { view: { zones }, results };
}

/** By row: what a zone is served of what it needs, at most 1; NaN where either is unknown. */
function sharesOf(zones: ProjectView["zones"], results: Served, metric: Metric): Float64Array {
  const { required, provided } = servedIn(sideOf(zones, results), metric).columns;
  return required.map((need, row) => (need === 0 ? 1 : Math.min(1, (provided[row] ?? Number.NaN) / need)));
}

function isEnough({ zones }: Pick<AnalysisView, "zones">, row: number): boolean {
  return isPass(VERDICTS[zones.verdict[row] ?? 0] ?? "invalid");
}

/** Shares are rounded to be shown: what differs by less is the same. */
const SAME = 1e-9;
