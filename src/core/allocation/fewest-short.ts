import { compare, type Exact, minus, plus, ZERO } from "../base/decimal.ts";
import type { AllocationProblem } from "./allocation-problem.ts";
import type { Certificate } from "./certificates.ts";
import { partOf, type WholePart } from "./flow-within.ts";

/** How many of the zones of a maximal certificate are below their need in any assignment. */
export interface FewestShort {
  readonly certificate: Certificate;
  /** Every assignment leaves at least so many short. */
  readonly zones: number;
  /** Some assignment leaves only so many short. Otherwise it was not found within the work, and `zones` is a bound. */
  readonly attained: boolean;
}

/**
 * 至少多少个小区仍不足: by maximal certificate, in their order, the least number of zones below their need in any assignment.
 * They add up over certificates, since zones of two of them reach no facility in common. Finding it is as hard as packing
 * triples, so it is looked for by branch and bound within `work`, in links looked at by certificate.
 */
export function fewestShort(
  problem: AllocationProblem,
  certificates: readonly Certificate[],
  work = 1_000_000,
): readonly FewestShort[] {
  const filled = filledByCertificates(problem, certificates);
  return certificates
    .filter(({ maximal }) => maximal)
    .map((certificate) => {
      const kept = [...certificate.zones.keys()].filter((at) => filled.has(certificate.zones[at] as number));
      const part = partOf(problem, certificate.zones, certificate.facilities);
      const { zones, attained } = mostFilled(part, kept, work);
      return { certificate, zones: certificate.zones.length - zones, attained };
    });
}

/**
 * The most zones whose needs fit into what each certificate holds: of every certificate, from the smallest outwards, the
 * largest needs are left out until the rest fits (Moore 1968). No assignment fills more zones than these.
 */
function filledByCertificates(
  { needs }: AllocationProblem,
  certificates: readonly Certificate[],
): ReadonlySet<number> {
  const filled = new Set(certificates.flatMap(({ maximal, zones }) => (maximal ? [...zones] : [])));
  for (const { zones, capacity } of certificates) {
    const kept = [...zones].filter((zone) => filled.has(zone)).sort(byNeed(needs));
    let need = kept.reduce((sum, zone) => plus(sum, needs[zone] as Exact), ZERO);
    for (let zone = kept.pop(); zone !== undefined && compare(need, capacity) > 0; zone = kept.pop()) {
      need = minus(need, needs[zone] as Exact);
      filled.delete(zone);
    }
  }
  return filled;
}

/** Rows by need, equal ones by row. */
function byNeed(needs: readonly Exact[]): (a: number, b: number) => number {
  return (a, b) => compare(needs[a] as Exact, needs[b] as Exact) || a - b;
}

/**
 * The most zones of a part that can be filled at once, at most as many as `kept`, which no assignment exceeds. What is
 * filled by parts counts by its part as a bound, smallest needs first, which is the most that parts can come to: needs
 * and flows form a polymatroid, where the greedy choice is best.
 */
function mostFilled(
  part: WholePart,
  kept: readonly number[],
  work: number,
): { readonly zones: number; readonly attained: boolean } {
  const order = [...part.wants.keys()].sort((a, b) => {
    const [x, y] = [part.wants[a] as bigint, part.wants[b] as bigint];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
  const budget = { left: work };
  const wanted = new Set(kept);
  const tried = filling(part, budget);
  if (order.every((zone) => !wanted.has(zone) || tried(zone) === part.wants[zone])) {
    return { zones: kept.length, attained: true };
  }

  let atMost = kept.length;
  let best = 0;
  const waiting: Choice[] = [{ filled: [], left: new Set() }];
  for (let choice = waiting.pop(); choice !== undefined && best < atMost; choice = waiting.pop()) {
    const { whole, partly, bound } = filledFirst(part, order, choice, budget);
    if (budget.left <= 0) return { zones: atMost, attained: false };
    if (choice.filled.length === 0 && choice.left.size === 0) atMost = Math.min(atMost, bound);
    best = Math.max(best, whole);
    if (bound <= best || partly === undefined) continue;
    const inside = { filled: [...choice.filled, partly], left: choice.left };
    if (canFill(part, inside.filled, budget)) waiting.push(inside);
    waiting.push({ filled: choice.filled, left: new Set([...choice.left, partly]) });
  }
  return { zones: best, attained: true };
}

/** Zones that are to be filled, and zones that are left out. */
interface Choice {
  readonly filled: readonly number[];
  readonly left: ReadonlySet<number>;
}

interface Budget {
  left: number;
}

/** Fills those of the choice, then the rest by need: how many are whole, the first that is not, and the bound. */
function filledFirst(
  part: WholePart,
  order: readonly number[],
  { filled, left }: Choice,
  budget: Budget,
): { readonly whole: number; readonly partly?: number; readonly bound: number } {
  const fill = filling(part, budget);
  for (const zone of filled) fill(zone);
  const inside = new Set(filled);
  let whole = filled.length;
  let partly: number | undefined;
  let parts = 0n;
  for (const zone of order) {
    if (inside.has(zone) || left.has(zone)) continue;
    const want = part.wants[zone] as bigint;
    const got = fill(zone);
    if (got === want) whole += 1;
    else {
      partly ??= zone;
      // Rounded up, so that the bound is never too low.
      parts += (got * GRAINS + want - 1n) / want;
    }
  }
  return { whole, ...(partly !== undefined && { partly }), bound: whole + Number(parts / GRAINS) };
}

const GRAINS = 1n << 60n;

function canFill(part: WholePart, zones: readonly number[], budget: Budget): boolean {
  const fill = filling(part, budget);
  return zones.every((zone) => fill(zone) === part.wants[zone]);
}

/** Fills one zone after the other as far as it goes, those before it staying as full as they are; tells how far. */
function filling({ wants, holds, network }: WholePart, budget: Budget): (zone: number) => bigint {
  const { starts, facilities } = network;
  const free = [...holds];
  const held = holds.map((): Map<number, bigint> => new Map());

  /** Sends up to `most` by the shortest way: zones hand on what they hold at a facility that is full. */
  function send(from: number, most: bigint): bigint {
    /** By facility, the zone that gets room there; by zone, the facility where it hands room on. */
    const getting = new Map<number, number>();
    const handing = new Map<number, number | undefined>([[from, undefined]]);
    for (const zone of handing.keys()) {
      for (const facility of facilities.subarray(starts[zone], starts[zone + 1])) {
        budget.left -= 1;
        if (getting.has(facility)) continue;
        getting.set(facility, zone);
        if ((free[facility] as bigint) > 0n) return along(facility, getting, handing, most);
        for (const next of held[facility]?.keys() ?? []) {
          budget.left -= 1;
          if (!handing.has(next)) handing.set(next, facility);
        }
      }
      if (budget.left <= 0) return 0n;
    }
    return 0n;
  }

  function along(
    to: number,
    getting: ReadonlyMap<number, number>,
    handing: ReadonlyMap<number, number | undefined>,
    most: bigint,
  ): bigint {
    const steps: (readonly [zone: number, gets: number, hands: number | undefined])[] = [];
    let went = least(most, free[to] as bigint);
    for (let facility: number | undefined = to; facility !== undefined; ) {
      const zone = getting.get(facility) as number;
      const hands = handing.get(zone);
      steps.push([zone, facility, hands]);
      if (hands !== undefined) went = least(went, held[hands]?.get(zone) as bigint);
      facility = hands;
    }
    free[to] = (free[to] as bigint) - went;
    for (const [zone, gets, hands] of steps) {
      change(gets, zone, went);
      if (hands !== undefined) change(hands, zone, -went);
    }
    return went;
  }

  function change(facility: number, zone: number, by: bigint): void {
    const amount = (held[facility]?.get(zone) ?? 0n) + by;
    if (amount === 0n) held[facility]?.delete(zone);
    else held[facility]?.set(zone, amount);
  }

  return (zone) => {
    const want = wants[zone] as bigint;
    let got = 0n;
    for (let went = 1n; went > 0n && got < want; got += went) went = send(zone, want - got);
    return got;
  };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
