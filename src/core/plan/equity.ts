import { type AllocationFindings, NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import type { Pipeline } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, minus, over, plus, ratio, times, ZERO } from "../base/decimal.ts";
import type { PlanCase } from "./cases.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlanMetric } from "./plan-problem.ts";

/**
 * Equity: what is missing of those who are worst off counts more. Zones are told apart by the share of their need that the
 * fair allocation serves as things stand: under a quarter, a half, three quarters of it, or more. What can be served is a
 * polymatroid, so that the least that is missing with such weights is a sum: all that is missing, and once more what would be
 * missing if the zones worse off were the only ones (greedy is exact there, Edmonds 1970). Those are copies of the metric.
 */
export interface WorseOff {
  /** Place among the metrics it is a copy of. */
  readonly metric: number;
  /** By zone of that metric: 1 if it is one of them. */
  readonly zones: Uint8Array;
  /** What one m² or slot missing of them counts on top of what it counts of everybody; of that, so many times. */
  readonly times: Exact;
}

const [QUARTER, HALF, THREE_QUARTERS] = [ratio(1n, 4n), ratio(1n, 2n), ratio(3n, 4n)];
const BELOW = [QUARTER, HALF, THREE_QUARTERS];

/**
 * The zones that count more, by metric, for an equity of so many times: a zone under a quarter counts that often, and by
 * quarters down to once. No row where it would hold nobody.
 */
export function worseOff(
  { base: { results }, metrics, rows }: Pick<PlanBasis, "base" | "metrics" | "rows">,
  equity: number,
): readonly WorseOff[] {
  const step = over(minus(exact(equity), exact(1)), exact(BELOW.length));
  if (compare(step, ZERO) <= 0) return [];
  return metrics.flatMap(({ metric: name }, metric) => {
    const findings = results.allocations?.find((each) => each.metric === name);
    if (findings === undefined) return [];
    const quarterOf = quartersIn(findings);
    const quarters = Array.from(rows[metric]?.zones ?? [], quarterOf);
    const found: WorseOff[] = [];
    for (const quarter of BELOW.keys()) {
      const zones = Uint8Array.from(quarters, (each) => (each !== undefined && each <= quarter ? 1 : 0));
      const last = found.at(-1);
      if (!zones.includes(1)) continue;
      if (last?.zones.join() === zones.join())
        found[found.length - 1] = { ...last, times: plus(last.times, step) };
      else found.push({ metric, zones, times: step });
    }
    return found;
  });
}

/** A case with the copies behind its metrics; what an action gives is given in each. */
export function withWorseOff(of: PlanCase, copies: readonly WorseOff[]): PlanCase {
  if (copies.length === 0) return of;
  const count = of.metrics.length;
  return {
    ...of,
    metrics: [
      ...of.metrics,
      ...copies.map(({ metric, zones }) => {
        const { metric: name, problem } = of.metrics[metric] as PlanMetric;
        const needs = problem.needs.map((need, zone) => (zones[zone] === 1 ? need : ZERO));
        return { metric: name, problem: { ...problem, needs } };
      }),
    ],
    gives: of.gives.map((gifts) => [
      ...gifts,
      ...copies.flatMap(({ metric }, at) =>
        gifts.flatMap((gift) => (gift.metric === metric ? [{ ...gift, metric: count + at }] : [])),
      ),
    ]),
  };
}

/** By metric and copy, what one m² or slot that is missing counts. */
export function weightsWith(weights: readonly Exact[], copies: readonly WorseOff[]): readonly Exact[] {
  return [...weights, ...copies.map(({ metric, times: often }) => times(weights[metric] ?? ZERO, often))];
}

/** How many zones are served under a quarter of their need, under a half, under three quarters, and that or more. */
export type ZonesByShare = readonly [number, number, number, number];

/** By metric, of every zone that the fair allocation is over. */
export function zonesByShare({ results }: Pipeline): ReadonlyMap<string, ZonesByShare> {
  return new Map(
    (results.allocations ?? []).map((findings) => {
      const counts: [number, number, number, number] = [0, 0, 0, 0];
      const quarterOf = quartersIn(findings);
      for (const zone of findings.zones.levelOf.keys()) {
        const quarter = quarterOf(zone);
        if (quarter !== undefined) counts[quarter]++;
      }
      return [findings.metric, counts];
    }),
  );
}

/** Which quarter of its need a zone is served, from 0; absent for a zone that the allocation is not over. Told once by share. */
function quartersIn({ levels, zones }: AllocationFindings): (zone: number) => 0 | 1 | 2 | 3 | undefined {
  const quarters = levels.map((share) => {
    if (compare(share, QUARTER) < 0) return 0;
    if (compare(share, HALF) < 0) return 1;
    return compare(share, THREE_QUARTERS) < 0 ? 2 : 3;
  });
  return (zone) => {
    const at = zones.levelOf[zone] ?? NOT_ALLOCATED;
    return at === NOT_ALLOCATED ? undefined : quarters[at];
  };
}
