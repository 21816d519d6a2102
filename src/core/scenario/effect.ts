import { type AllocationFindings, NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import type { MetricColumns, Results } from "../analysis/results.ts";
import { type Exact, times, toNumber } from "../base/decimal.ts";
import type { Metric, RuleUnit } from "../standards/rule.ts";
import { type AreaChanges, areaChanges } from "./area-changes.ts";
import { type BeforeAfter, type Comparison, peopleCompared } from "./compare.ts";
import { knownAlone, type LackingZone, type LackSide } from "./known-alone.ts";
import { servedZones } from "./served-zones.ts";
import { type ServedGroup, type ServedZones, servedGroup, shareChanges } from "./share-changes.ts";
import { type JudgedZones, type TurnedAlike, turnedAlike, turnedZones } from "./verdict-turns.ts";

/** 对周边的影响: what a change of the project does to the zones. It does nothing else. */
export interface Effect {
  readonly metrics: readonly MetricEffect[];
  /** Of which subjects another share of people would have care within a walk. */
  readonly people: Comparison["people"];
  /** Zones whose verdict would be another. */
  readonly turned: readonly TurnedAlike[];
}

/** The same of one metric. */
export interface MetricEffect {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  readonly otherwise: ServedGroup;
  readonly areas: AreaChanges;
  /** Zones of both sides that could be judged before, and cannot after: what would count for them is in doubt; by id. */
  readonly doubtful: readonly LackingZone[];
  /** Zones of both sides that can be judged after, and could not before; by id. */
  readonly judgeable: readonly LackingZone[];
  /** What 片区 lack in all, where both sides have a fair allocation; else what all zones lack, as `inAll`. */
  readonly missing: BeforeAfter & { readonly of: "areas" | "all" };
  /** So much of that is missing whatever comes true of what nobody knows. */
  readonly certain: BeforeAfter;
  /** What all known zones lack, as the headline tells it, and so much of it for certain; NaN where of none it is known. */
  readonly inAll: { readonly missing: BeforeAfter; readonly certain: BeforeAfter };
}

export interface EffectSide {
  readonly zones: JudgedZones["zones"];
  readonly results: Pick<Results, "allocations" | "headline"> & {
    readonly zones: JudgedZones["results"]["zones"] & { readonly byMetric: readonly MetricColumns[] };
  };
}

/** Metrics that either side asks for, in the order of the later one; of each group as many zones as `listed`. */
export function effectOf(before: EffectSide, after: EffectSide, listed = 20): Effect {
  const asked = new Map(
    [after, before].flatMap(({ results }) =>
      results.zones.byMetric.map(({ metric, unit }) => [metric, unit]),
    ),
  );
  return {
    metrics: [...asked].map(([metric, unit]) => metricEffect(before, after, { metric, unit }, listed)),
    people: peopleCompared(before.results.headline.people, after.results.headline.people).filter(
      (share) => !Object.is(share.before, share.after),
    ),
    turned: turnedAlike(turnedZones(before, after), listed),
  };
}

/** Whether the change does anything to a zone by this metric, or to what zones lack. */
export function isFelt(of: MetricEffect): boolean {
  const { losing, gaining, otherwise, doubtful, judgeable, areas, missing, certain, inAll } = of;
  const zones = losing.zones + gaining.zones + otherwise.zones + doubtful.length + judgeable.length;
  return (
    zones + areas.dissolved.length + areas.formed.length > 0 ||
    [missing, certain, inAll.missing, inAll.certain].some((each) => !Object.is(each.before, each.after))
  );
}

function metricEffect(
  before: EffectSide,
  after: EffectSide,
  { metric, unit }: Pick<MetricEffect, "metric" | "unit">,
  listed: number,
): MetricEffect {
  const { losing, gaining, otherwise } = shareChanges(servedIn(before, metric), servedIn(after, metric));
  return {
    ...{ metric, unit, losing: servedGroup(losing, listed), gaining: servedGroup(gaining, listed) },
    otherwise: { ...servedGroup(otherwise, listed), amount: Number.NaN },
    areas: areaChanges(areasOf(before, metric), areasOf(after, metric)),
    doubtful: knownAlone(lacksIn(before, metric), lacksIn(after, metric)),
    judgeable: knownAlone(lacksIn(after, metric), lacksIn(before, metric)),
    ...missingOf(before, after, metric),
  };
}

function servedIn({ zones, results }: EffectSide, metric: Metric): ServedZones {
  const allocation = allocationOf(results, metric);
  return servedZones(zones, columnsOf(results, metric), allocation && givenBy(allocation));
}

function givenBy({ zones: { levelOf, needs }, levels }: AllocationFindings) {
  return (row: number) => {
    const level = levelOf[row] ?? NOT_ALLOCATED;
    if (level === NOT_ALLOCATED) return undefined;
    const need = needs[row] as Exact;
    return { need: toNumber(need), served: toNumber(times(need, levels[level] as Exact)) };
  };
}

function areasOf({ zones, results }: EffectSide, metric: Metric) {
  return { zones, allocation: allocationOf(results, metric) };
}

function lacksIn({ zones, results }: EffectSide, metric: Metric): LackSide {
  return { zones, columns: columnsOf(results, metric) };
}

function columnsOf({ zones }: EffectSide["results"], metric: Metric): MetricColumns | undefined {
  return zones.byMetric.find((each) => each.metric === metric);
}

function allocationOf(
  { allocations }: EffectSide["results"],
  metric: Metric,
): AllocationFindings | undefined {
  return allocations?.find((each) => each.metric === metric);
}

function missingOf(
  before: EffectSide,
  after: EffectSide,
  metric: Metric,
): Pick<MetricEffect, "missing" | "certain" | "inAll"> {
  const [was, is] = [missingInAll(before, metric), missingInAll(after, metric)];
  const inAll = {
    missing: { before: was.missing, after: is.missing },
    certain: { before: was.certain, after: is.certain },
  };
  const [from, to] = [allocationOf(before.results, metric), allocationOf(after.results, metric)];
  if (!from || !to) return { missing: { of: "all", ...inAll.missing }, certain: inAll.certain, inAll };
  return {
    missing: { of: "areas", before: toNumber(from.totals.missing), after: toNumber(to.totals.missing) },
    certain: { before: toNumber(from.totals.certain), after: toNumber(to.totals.certain) },
    inAll,
  };
}

function missingInAll({ results }: EffectSide, metric: Metric) {
  const found = results.headline.missing.find((each) => each.metric === metric);
  if (!found || found.zonesKnown === 0) return { missing: Number.NaN, certain: Number.NaN };
  // Both are whole millionths.
  const certain = Math.round((found.amount - found.perhaps) * 1e6) / 1e6;
  return { missing: found.amount, certain };
}
