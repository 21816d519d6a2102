import { type AllocationFindings, NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import type { MetricColumns, Results } from "../analysis/results.ts";
import { type Exact, times, toNumber } from "../base/decimal.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Metric, RuleUnit } from "../standards/rule.ts";
import { type AreaChanges, areaChanges } from "./area-changes.ts";
import type { BeforeAfter } from "./compare.ts";
import { gainOf, type ServedChange, type ServedZones, shareChanges } from "./share-changes.ts";

/** 对周边的影响: what a change of the project does to the zones, of one metric. */
export interface MetricEffect {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  readonly otherwise: ServedGroup;
  readonly areas: AreaChanges;
  /**
   * What is missing in all, as it is told on top of the results; where nothing is told there, of what the fair allocation
   * is over. NaN where neither is known of both sides.
   */
  readonly missing: BeforeAfter;
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
      missing: missingOf(before, after, metric),
    };
  });
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
  return {
    zones: changes.length,
    amount: Math.abs(changes.reduce((sum, change) => sum + Math.round(gainOf(change) * 1e6), 0)) / 1e6,
    first: changes.slice(0, listed),
  };
}

function missingOf(before: EffectSide, after: EffectSide, metric: Metric): BeforeAfter {
  const onTop = ({ results }: EffectSide) => {
    const found = results.headline.missing.find((each) => each.metric === metric);
    return found && found.zonesKnown > 0 ? found.amount : Number.NaN;
  };
  const allocated = ({ results }: EffectSide) => {
    const allocation = allocationOf(results, metric);
    return allocation ? toNumber(allocation.totals.missing) : Number.NaN;
  };
  const told = { before: onTop(before), after: onTop(after) };
  return Number.isNaN(told.before + told.after)
    ? { before: allocated(before), after: allocated(after) }
    : told;
}
