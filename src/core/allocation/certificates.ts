import { type Exact, ratio } from "../base/decimal.ts";
import { type AllocationProblem, type FairShares, wholeProblem } from "./allocation-problem.ts";

/**
 * 缺口核算依据: zones that lack `missing` whatever the assignment, since all facilities that any of them reaches hold
 * `capacity` and they need `need`. Zones that share a facility stand in one. A certificate holds those of lower shares
 * that it shares facilities with whole, so they are never added; save the maximal ones, which add up to what is missing
 * in all.
 */
export interface Certificate {
  /** Rows, ascending. */
  readonly zones: Uint32Array;
  /** Every facility that any of the zones reaches: rows, ascending. */
  readonly facilities: Uint32Array;
  readonly need: Exact;
  readonly capacity: Exact;
  /** need − capacity, above 0. */
  readonly missing: Exact;
  /** The highest share in it, as a place in `levels`. */
  readonly level: number;
  /** It is part of no other. */
  readonly maximal: boolean;
}

/** All certificates of fair shares, ordered by level, then by their first zone. Cost: near linear in links and answer. */
export function certificatesOf(problem: AllocationProblem, shares: FairShares): readonly Certificate[] {
  const { starts, facilities } = problem;
  const { needs, capacities, scale } = wholeProblem(problem);
  const zoneCount = needs.length;
  const together = togetherOf([...needs, ...capacities]);
  const certificates: Omit<Certificate, "maximal">[] = [];
  for (const [level, zones] of shortZonesByLevel(shares)) {
    for (const zone of zones) {
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        join(together, zone, zoneCount + (facilities[link] as number));
      }
    }
    const roots = new Set(zones.map((zone) => rootOf(together, zone)));
    certificates.push(...Array.from(roots, (root) => closed(together, root, zoneCount, scale, level)));
  }
  // The last one of those that came together holds all others.
  const last = new Map(
    certificates.map((each) => [rootOf(together, each.zones[0] as number), each] as const),
  );
  const maximal = new Set(last.values());
  return certificates
    .map((each) => ({ ...each, maximal: maximal.has(each) }))
    .sort((a, b) => a.level - b.level || (a.zones[0] as number) - (b.zones[0] as number));
}

/** Zones and facilities, which are told by rows after all zones, by what they are joined to. */
interface Together {
  /** By node: another one of those that it is joined to, up to their root. */
  readonly towards: Uint32Array;
  /** By node: the next one of those that are joined, round and round. */
  readonly next: Uint32Array;
  /** By root: how many there are. */
  readonly counts: Uint32Array;
  readonly amounts: readonly bigint[];
}

function togetherOf(amounts: readonly bigint[]): Together {
  const alone = Uint32Array.from(amounts.keys());
  return { towards: alone, next: alone.slice(), counts: new Uint32Array(amounts.length).fill(1), amounts };
}

function join(together: Together, a: number, b: number): void {
  const { towards, next, counts } = together;
  const [one, other] = [rootOf(together, a), rootOf(together, b)];
  if (one === other) return;
  const [large, small] = (counts[one] as number) < (counts[other] as number) ? [other, one] : [one, other];
  towards[small] = large;
  counts[large] = (counts[large] as number) + (counts[small] as number);
  const after = next[large] as number;
  next[large] = next[small] as number;
  next[small] = after;
}

/** Halves the way on the way. */
function rootOf({ towards }: Together, node: number): number {
  let at = node;
  while (towards[at] !== at) {
    towards[at] = towards[towards[at] as number] as number;
    at = towards[at] as number;
  }
  return at;
}

/** What stands together with a root, when all zones up to a level do. */
function closed(
  { next, counts, amounts }: Together,
  root: number,
  zoneCount: number,
  scale: bigint,
  level: number,
): Omit<Certificate, "maximal"> {
  const rows = new Uint32Array(counts[root] as number);
  for (let place = 0, at = root; place < rows.length; place++, at = next[at] as number) rows[place] = at;
  rows.sort();
  const zonesEnd = rows.findIndex((row) => row >= zoneCount);
  const zones = zonesEnd < 0 ? rows : rows.slice(0, zonesEnd);
  const facilities =
    zonesEnd < 0 ? rows.slice(rows.length) : rows.slice(zonesEnd).map((row) => row - zoneCount);
  let [need, capacity] = [0n, 0n];
  for (const row of zones) need += amounts[row] as bigint;
  for (const row of facilities) capacity += amounts[zoneCount + row] as bigint;
  return {
    zones,
    facilities,
    need: ratio(need, scale),
    capacity: ratio(capacity, scale),
    missing: ratio(need - capacity, scale),
    level,
  };
}

/** Zones whose share is below 1, ascending, by level. */
function shortZonesByLevel({
  levels,
  levelOf,
}: FairShares): readonly (readonly [number, readonly number[]])[] {
  const zones = levels.map((): number[] => []);
  for (const [zone, level] of levelOf.entries()) zones[level]?.push(zone);
  return [...zones.entries()].filter(([level]) => {
    const { numerator, denominator } = levels[level] as Exact;
    return numerator < denominator;
  });
}
