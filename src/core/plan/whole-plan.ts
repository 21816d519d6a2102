import { type AllocationProblem, wholeProblem } from "../allocation/allocation-problem.ts";
import { type Amounts, type FlowNetwork, flowNetwork, type LargestFlow } from "../allocation/flow-network.ts";
import { flowIn } from "../allocation/flow-within.ts";
import { piecesOf } from "../allocation/pieces.ts";
import { compare, type Exact, largest, plus, ratio, times, ZERO } from "../base/decimal.ts";
import type { Lack, PlanAim } from "./plan-aim.ts";
import type { Gift, PlanMetric, PlanProblem } from "./plan-problem.ts";

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
  /** Metrics of the same links, which are years or cases of one, share a network: rows of it mean the same in all. */
  readonly group: number;
  /** Who is short with what facilities hold, as far as it was looked into. */
  readonly known: Map<string, ShortRows>;
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

type ShortRows = Pick<LargestFlow<Amounts>, "zonesShort" | "facilitiesShort">;

/** Zones that stay short with some actions done, all facilities that they reach, and what is missing. */
export interface Shortfall {
  readonly metric: number;
  readonly zones: readonly number[];
  readonly facilities: readonly number[];
  /** With these actions done; in the units of the metric. */
  readonly missing: bigint;
}

/**
 * The metrics of a plan as far as they matter for it: zones that are short without any action, in any year or case, and all
 * facilities that they reach. Whoever has enough has it of facilities that no short zone reaches, and more room takes it from
 * nobody.
 */
export function wholeMetrics({ metrics, actions }: PlanProblem): readonly WholeMetric[] {
  const given = metrics.map((): (Gift & { readonly action: number })[] => []);
  for (const [action, { gives }] of actions.entries()) {
    for (const gift of gives) given[gift.metric]?.push({ action, ...gift });
  }
  const groups = new Map<Uint32Array, number[]>();
  for (const [at, { problem }] of metrics.entries()) {
    groups.set(problem.starts, [...(groups.get(problem.starts) ?? []), at]);
  }
  const found: WholeMetric[] = [];
  let firstPiece = 0;
  for (const [group, members] of [...groups.values()].entries()) {
    const problems = [...new Set(members.map((at) => (metrics[at] as PlanMetric).problem))];
    const [{ starts, facilities: ends, capacities }] = problems as [AllocationProblem];
    const gifts = members.flatMap((at) => given[at] ?? []);
    const { scale, ...all } = wholeProblem({
      needs: problems.flatMap(({ needs }) => needs),
      capacities: [
        ...problems.flatMap((problem) => problem.capacities),
        ...gifts.map(({ amount }) => amount),
      ],
    });
    const [zoneCount, facilityCount] = [starts.length - 1, capacities.length];
    const amounts = new Map(
      gifts.map((gift, at) => [gift, all.capacities[problems.length * facilityCount + at]]),
    );
    const parts = problems.map((problem, at) => ({
      problem,
      needs: all.needs.slice(at * zoneCount, (at + 1) * zoneCount),
      holds: all.capacities.slice(at * facilityCount, (at + 1) * facilityCount),
    }));
    const whole = flowNetwork(starts, ends, facilityCount);
    const [zonesShort, facilitiesShort] = [new Uint8Array(zoneCount), new Uint8Array(facilityCount)];
    for (const { needs, holds } of parts) {
      const short = flowIn({ network: whole, wants: needs, holds });
      for (let zone = 0; zone < zoneCount; zone++) if (short.zonesShort[zone] === 1) zonesShort[zone] = 1;
      for (let facility = 0; facility < facilityCount; facility++)
        if (short.facilitiesShort[facility] === 1) facilitiesShort[facility] = 1;
    }
    const {
      rows,
      starts: partStarts,
      ends: partEnds,
      placeOf,
    } = shortPart({ starts, facilities: ends }, zonesShort, facilitiesShort);
    const network = flowNetwork(partStarts, partEnds, placeOf.size);
    const { count: pieceCount, zonePiece: pieces } = piecesOf(network);
    const known = new Map(parts.map(({ problem }) => [problem, new Map<string, ShortRows>()]));
    for (const at of members) {
      const { metric, problem } = metrics[at] as PlanMetric;
      const { needs, holds } = parts.find((part) => part.problem === problem) as (typeof parts)[number];
      found[at] = {
        ...{ metric, network, rows, scale, group, pieces, pieceCount, firstPiece },
        known: known.get(problem) as Map<string, ShortRows>,
        needs: Array.from(rows, (zone) => needs[zone] as bigint),
        holds: [...placeOf.keys()].map((facility) => holds[facility] as bigint),
        gifts: (given[at] ?? []).flatMap((gift) => {
          const place = placeOf.get(gift.facility);
          return place === undefined
            ? []
            : [{ action: gift.action, facility: place, amount: amounts.get(gift) as bigint }];
        }),
      };
      firstPiece += pieceCount;
    }
  }
  return found;
}

/** Zones that are short, with their links; and by row of a facility that they reach, its place. */
function shortPart(
  { starts, facilities }: Pick<AllocationProblem, "starts" | "facilities">,
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
  const { zonesShort, facilitiesShort } = shortRows(metric, holds);
  const found = new Map<number, { zones: number[]; facilities: number[]; missing: bigint }>();
  const of = (piece: number) => {
    const known = found.get(piece) ?? { zones: [], facilities: [], missing: 0n };
    found.set(piece, known);
    return known;
  };
  zonesShort.forEach((short, zone) => {
    if (short === 0) return;
    const shortfall = of(metric.pieces[zone] as number);
    shortfall.zones.push(zone);
    shortfall.missing += needs[zone] as bigint;
  });
  facilitiesShort.forEach((short, facility) => {
    if (short === 0) return;
    const zone = network.zones[network.facilityStarts[facility] as number] as number;
    const shortfall = of(metric.pieces[zone] as number);
    shortfall.facilities.push(facility);
    shortfall.missing -= holds[facility] as bigint;
  });
  return [...found.values()].map((shortfall) => ({ metric: at, ...shortfall }));
}

/** Looked into once: plans differ in few places, and years and cases of one metric often not at all. */
function shortRows({ network, needs, known }: WholeMetric, holds: readonly bigint[]): ShortRows {
  const key = holds.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const { zonesShort, facilitiesShort } = flowIn({ network, wants: needs, holds });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, { zonesShort, facilitiesShort });
  return { zonesShort, facilitiesShort };
}

const MOST_KNOWN = 1000;

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

/** What is missing, by a sum of worst weighings. */
export function lackOf(metrics: readonly WholeMetric[], short: readonly Shortfall[], lack: Lack): Exact {
  return lack
    .map((group) => group.map((weights) => weighed(metrics, short, weights)).reduce(largest, ZERO))
    .reduce(plus, ZERO);
}

/** Whether the purses last, and no more is missing than may be; `short` is what is. */
export function keepsTo(
  metrics: readonly WholeMetric[],
  { limits, purses }: PlanAim,
  done: Uint8Array,
  short: readonly Shortfall[],
): boolean {
  return (
    purses.every(({ costs, most }) => compare(spentOf(costs, done), most) <= 0) &&
    limits.every(({ lack, most }) => compare(lackOf(metrics, short, lack), most) <= 0)
  );
}

/** What is taken out of a purse. */
export function spentOf(costs: readonly Exact[], done: Uint8Array): Exact {
  return costs.filter((_, action) => done[action] === 1).reduce(plus, ZERO);
}
