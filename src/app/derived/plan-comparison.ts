import type { MeasureDone, PlanCounted } from "../../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { placeKey } from "../../core/plan/measure.ts";
import { isPass, VERDICTS } from "../../core/standards/verdict.ts";
import type {
  ComparedPlace,
  ComparedPlan,
  ComparedZone,
  PlanComparisonFacts,
} from "../../ui/plans/comparison-facts.ts";
import { rowName } from "./row-name.ts";

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
  const [better, worse] = [new Set<number>(), new Set<number>()];
  for (const { metric } of metrics) {
    const [was, is] = [sharesOf(now, metric), sharesOf(found.after, metric)];
    was.forEach((share, row) => {
      const moved = (is[row] ?? Number.NaN) - share;
      if (moved > SAME) better.add(row);
      if (moved < -SAME) worse.add(row);
    });
  }
  const [first, last] = [found.years?.[0], found.years?.at(-1)];
  const left = metrics.map(
    ({ metric }) => found.missing.find((each) => each.metric === metric)?.missing ?? 0,
  );
  return {
    ...(isOverBudget && { isOverBudget }),
    ...{ id, name, measures: found.measures.length, better: better.size, missing: left },
    once: found.measures.reduce((sum, { cost }) => sum + cost, 0),
    ...(first && last && { over: { first: first.year, last: last.year, cost: found.cost } }),
    yearly: found.measures.reduce((sum, { yearly = 0 }) => sum + yearly, 0),
    closed: metrics.map(({ missing }, at) => (missing > 0 ? 1 - (left[at] as number) / missing : 1)),
    leastServed: metrics.map(
      ({ metric }) => found.missing.find((each) => each.metric === metric)?.leastServed.after ?? 0,
    ),
    worse: [...worse].sort((a, b) => a - b).map((row) => named(zones, row)),
    enough: [...zones.ids.keys()].filter((row) => !isEnough(now, row) && isEnough(found.after, row)).length,
  };
}

function comparedZones(
  zones: ProjectView["zones"],
  now: AnalysisView,
  kept: readonly KeptPlan[],
): readonly ComparedZone[] {
  const compared = (kept[0]?.found.missing ?? []).flatMap(({ metric }) => {
    const was = sharesOf(now, metric);
    const columns = kept.map(({ found }) => sharesOf(found.after, metric));
    return [...zones.ids.keys()].flatMap((row) => {
      const [before, shares] = [was[row] ?? Number.NaN, columns.map((each) => each[row] ?? Number.NaN)];
      const spread = Math.max(before, ...shares) - Math.min(before, ...shares);
      if (!(spread > SAME)) return [];
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

function sharesOf({ zones }: Pick<AnalysisView, "zones">, metric: string): Float64Array {
  return zones.byMetric.find((each) => each.metric === metric)?.share ?? new Float64Array(0);
}

function isEnough({ zones }: Pick<AnalysisView, "zones">, row: number): boolean {
  return isPass(VERDICTS[zones.verdict[row] ?? 0] ?? "invalid");
}

/** Shares are rounded to be shown: what differs by less is the same. */
const SAME = 1e-9;
