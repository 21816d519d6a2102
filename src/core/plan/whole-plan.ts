import { type AllocationProblem, wholeProblem } from "../allocation/allocation-problem.ts";
import { type FlowNetwork, flowNetwork } from "../allocation/flow-network.ts";
import { flowIn } from "../allocation/flow-within.ts";
import { piecesOf } from "../allocation/pieces.ts";
import { type Exact, plus, ratio, times, ZERO } from "../base/decimal.ts";
import type { PlanProblem } from "./plan-problem.ts";

/** A metric of a plan in whole numbers: amounts times `scale`. */
export interface WholeMetric {
  readonly metric: string;
  /** By zone: its row in the problem. */
  readonly rows: Uint32Array;
  readonly network: FlowNetwork;
  readonly needs: readonly bigint[];
  /** Without any action. */
  readonly holds: readonly bigint[];
  readonly scale: bigint;
  /** What actions add, in the order of these. */
  readonly gifts: readonly WholeGift[];
  /** By zone: its component, counted from `firstPiece`; and how many there are. */
  readonly pieces: Uint32Array;
  readonly pieceCount: number;
  readonly firstPiece: number;
}

export interface WholeGift {
  readonly action: number;
  readonly facility: number;
  readonly amount: bigint;
}

/** Zones that stay short with some actions done, all facilities that they reach, and what is missing. */
export interface Shortfall {
  readonly metric: number;
  readonly zones: readonly number[];
  readonly facilities: readonly number[];
  /** With these actions done; in the units of the metric. */
  readonly missing: bigint;
  /** Without any action. */
  readonly missingBefore: bigint;
  /** Place among the components of all metrics. */
  readonly piece: number;
}

/**
 * The metrics of a plan as far as they matter for it: zones that are short without any action, and all facilities that they
 * reach. Whoever has enough has it of facilities that no short zone reaches, and more room takes it from nobody.
 */
export function wholeMetrics({ metrics, actions }: PlanProblem): readonly WholeMetric[] {
  let firstPiece = 0;
  return metrics.map(({ metric, problem }, at) => {
    const given = actions.flatMap(({ gives }, action) =>
      gives.flatMap((gift) => (gift.metric === at ? [{ action, ...gift }] : [])),
    );
    const count = problem.capacities.length;
    const { scale, needs, capacities } = wholeProblem({
      needs: problem.needs,
      capacities: [...problem.capacities, ...given.map(({ amount }) => amount)],
    });
    const holds = capacities.slice(0, count);
    const whole = flowNetwork(problem.starts, problem.facilities, count);
    const { zonesShort, facilitiesShort } = flowIn({ network: whole, wants: needs, holds });
    const { rows, starts, ends, placeOf } = shortPart(problem, zonesShort, facilitiesShort);
    const network = flowNetwork(starts, ends, placeOf.size);
    const { count: pieceCount, zonePiece: pieces } = piecesOf(network);
    const first = firstPiece;
    firstPiece += pieceCount;
    return {
      ...{ metric, network, rows, scale, pieces, pieceCount, firstPiece: first },
      needs: Array.from(rows, (zone) => needs[zone] as bigint),
      holds: [...placeOf.keys()].map((facility) => holds[facility] as bigint),
      gifts: given.flatMap(({ action, facility }, gift) => {
        const place = placeOf.get(facility);
        return place === undefined
          ? []
          : [{ action, facility: place, amount: capacities[count + gift] as bigint }];
      }),
    };
  });
}

/** Zones that are short, with their links; and by row of a facility that they reach, its place. */
function shortPart(
  { starts, facilities }: AllocationProblem,
  zonesShort: Uint8Array,
  facilitiesShort: Uint8Array,
) {
  const placeOf = new Map<number, number>();
  facilitiesShort.forEach((short, facility) => {
    if (short === 1) placeOf.set(facility, placeOf.size);
  });
  const rows: number[] = [];
  const ends: number[] = [];
  const partStarts = [0];
  zonesShort.forEach((short, zone) => {
    if (short === 0) return;
    rows.push(zone);
    for (const facility of facilities.subarray(starts[zone], starts[zone + 1])) {
      ends.push(placeOf.get(facility) as number);
    }
    partStarts.push(ends.length);
  });
  return {
    rows: Uint32Array.from(rows),
    starts: Uint32Array.from(partStarts),
    ends: Uint32Array.from(ends),
    placeOf,
  };
}

/** What each facility holds with these actions done, or parts of them, rounded up. */
function holdsWith({ holds, gifts }: WholeMetric, done: ArrayLike<number>): bigint[] {
  const now = holds.slice();
  for (const { action, facility, amount } of gifts) {
    const part = done[action] as number;
    if (part <= 0) continue;
    const given = part >= 1 ? amount : BigInt(Math.ceil(Number(amount) * part));
    now[facility] = (now[facility] as bigint) + given;
  }
  return now;
}

/** Zones that are short whatever the assignment, by component, with the most that is missing there; none where all is served. */
export function shortfalls(metric: WholeMetric, at: number, done: ArrayLike<number>): readonly Shortfall[] {
  const holds = holdsWith(metric, done);
  const { network, needs } = metric;
  const { zonesShort, facilitiesShort } = flowIn({ network, wants: needs, holds });
  const found = new Map<
    number,
    { zones: number[]; facilities: number[]; missing: bigint; missingBefore: bigint }
  >();
  const of = (piece: number) => {
    const known = found.get(piece) ?? { zones: [], facilities: [], missing: 0n, missingBefore: 0n };
    found.set(piece, known);
    return known;
  };
  zonesShort.forEach((short, zone) => {
    if (short === 0) return;
    const shortfall = of(metric.pieces[zone] as number);
    shortfall.zones.push(zone);
    shortfall.missing += needs[zone] as bigint;
    shortfall.missingBefore += needs[zone] as bigint;
  });
  facilitiesShort.forEach((short, facility) => {
    if (short === 0) return;
    const zone = network.zones[network.facilityStarts[facility] as number] as number;
    const shortfall = of(metric.pieces[zone] as number);
    shortfall.facilities.push(facility);
    shortfall.missing -= holds[facility] as bigint;
    shortfall.missingBefore -= metric.holds[facility] as bigint;
  });
  return [...found].map(([piece, shortfall]) => ({
    ...{ metric: at, piece: metric.firstPiece + piece, ...shortfall },
  }));
}

/** What stays short of all metrics with these actions done. */
export function shortIn(metrics: readonly WholeMetric[], done: ArrayLike<number>): readonly Shortfall[] {
  return metrics.flatMap((metric, at) => shortfalls(metric, at, done));
}

/** What is missing, each metric by its weight. */
export function weighed(
  metrics: readonly WholeMetric[],
  short: readonly Shortfall[],
  weights: readonly Exact[],
): Exact {
  return short
    .map(({ metric, missing }) =>
      times(weights[metric] ?? ZERO, ratio(missing, (metrics[metric] as WholeMetric).scale)),
    )
    .reduce(plus, ZERO);
}

export function costOf({ actions }: PlanProblem, done: Uint8Array): Exact {
  return actions.filter((_, action) => done[action] === 1).reduce((sum, { cost }) => plus(sum, cost), ZERO);
}
