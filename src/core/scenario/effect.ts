import { type AllocationFindings, NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import type { MetricColumns, Results } from "../analysis/results.ts";
import { type Exact, times, toNumber } from "../base/decimal.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Metric, RuleUnit } from "../standards/rule.ts";
import { type AreaChanges, areaChanges } from "./area-changes.ts";
import type { BeforeAfter } from "./compare.ts";
import { byGain, gainOf, type ServedChange, type ServedZones, shareChanges } from "./share-changes.ts";

/** 对周边的影响: what a change of the project does to the zones, of one metric. */
export interface MetricEffect {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  readonly otherwise: ServedGroup;
  readonly areas: AreaChanges;
  /** Zones of both sides that could be judged before, and cannot after: what would count for them is in doubt; by id. */
  readonly doubtful: readonly Pick<ResidentialZone, "id" | "name">[];
  /** What 片区 lack in all, where both sides have a fair allocation; else what is missing on top of the results, NaN where unknown. */
  readonly missing: BeforeAfter & { readonly of: "areas" | "all" };
}

export interface ServedGroup {
  readonly zones: number;
  /** m² or slots, not negative: what they lose or gain together; of `otherwise` NaN. */
  readonly amount: number;
  /** The first of them. */
  readonly first: readonly ServedChange[];
}

export interface EffectSide {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly results: Pick<Results, "allocations" | "headline"> & {
    readonly zones: { readonly byMetric: readonly MetricColumns[] };
  };
}

/** By metric that either side asks for, in the order of the later one; of each group as many zones as `listed`. */
export function effectOf(before: EffectSide, after: EffectSide, listed = 20): readonly MetricEffect[] {
  const asked = new Map(
    [after, before].flatMap(({ results }) =>
      results.zones.byMetric.map(({ metric, unit }) => [metric, unit]),
    ),
  );
  return [...asked].map(([metric, unit]) => {
    const [was, is] = [servedZones(before, metric), servedZones(after, metric)];
    const { losing, gaining, otherwise } = shareChanges(was, is);
    return {
      ...{ metric, unit, losing: groupOf(losing, listed), gaining: groupOf(gaining, listed) },
      otherwise: { ...groupOf(otherwise, listed), amount: Number.NaN },
      areas: areaChanges(areasOf(before, metric), areasOf(after, metric)),
      doubtful: doubtfulZones(before, after, metric),
      missing: missingOf(before, after, metric),
    };
  });
}

/** Zones that get more or less, whose share changes most first; as many as are `listed`, of those that the groups name. */
export function mostChanged(
  { losing, gaining }: Pick<MetricEffect, "losing" | "gaining">,
  listed: number,
): readonly ServedChange[] {
  return [...losing.first, ...gaining.first].sort(byGain).slice(0, listed);
}

/** By the fair allocation where it is over the zone, else by what its rule compares. */
function servedZones({ zones, results }: EffectSide, metric: Metric): ServedZones {
  const found = results.zones.byMetric.find((each) => each.metric === metric);
  const allocation = allocationOf(results, metric);
  const nothing = () => new Float64Array(zones.length).fill(Number.NaN);
  const required = found?.required.slice() ?? nothing();
  const provided = found?.provided.slice() ?? nothing();
  allocation?.zones.levelOf.forEach((level, row) => {
    if (level === NOT_ALLOCATED) return;
    const need = allocation.zones.needs[row] as Exact;
    required[row] = toNumber(need);
    provided[row] = toNumber(times(need, allocation.levels[level] as Exact));
  });
  return { zones, columns: { required, provided } };
}

function areasOf({ zones, results }: EffectSide, metric: Metric) {
  return { zones, allocation: allocationOf(results, metric) };
}

function allocationOf(
  { allocations }: EffectSide["results"],
  metric: Metric,
): AllocationFindings | undefined {
  return allocations?.find((each) => each.metric === metric);
}

function groupOf(changes: readonly ServedChange[], listed: number): ServedGroup {
  const sum = changes.reduce((total, change) => total + gainOf(change), 0);
  // What adding up leaves beyond a millionth is no amount.
  return {
    zones: changes.length,
    amount: Math.abs(Math.round(sum * 1e6)) / 1e6,
    first: changes.slice(0, listed),
  };
}

function missingOf(before: EffectSide, after: EffectSide, metric: Metric): MetricEffect["missing"] {
  const [was, is] = [allocationOf(before.results, metric), allocationOf(after.results, metric)];
  if (was && is) {
    return { of: "areas", before: toNumber(was.totals.missing), after: toNumber(is.totals.missing) };
  }
  const onTop = ({ results }: EffectSide) => {
    const found = results.headline.missing.find((each) => each.metric === metric);
    return found && found.zonesKnown > 0 ? found.amount : Number.NaN;
  };
  return { of: "all", before: onTop(before), after: onTop(after) };
}

function doubtfulZones(before: EffectSide, after: EffectSide, metric: Metric): MetricEffect["doubtful"] {
  const judgedBy = ({ results }: EffectSide) => {
    const columns = results.zones.byMetric.find((each) => each.metric === metric);
    return (row: number) => !Number.isNaN(columns?.missing[row] ?? Number.NaN);
  };
  const [wasJudged, isJudged] = [judgedBy(before), judgedBy(after)];
  const was = new Set(before.zones.filter((_, row) => wasJudged(row)).map(({ id }) => id));
  return after.zones
    .filter(({ id }, row) => !isJudged(row) && was.has(id))
    .map(({ id, name }) => ({ id, ...(name !== undefined && { name }) }));
}
