import { type Exact, minus, plus, ZERO } from "../base/decimal.ts";
import type { AllocationProblem, FairShares } from "./allocation-problem.ts";

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
  const { starts, facilities, needs, capacities } = problem;
  const towards = Int32Array.from({ length: needs.length + capacities.length }, (_, node) => node);
  const groups = new Map<number, Group>();
  const standing = new Map<number, Built>();
  const built: Built[] = [];

  function groupOf(node: number): Group {
    const root = rootOf(node, towards);
    const was = standing.get(root);
    const group = groups.get(root) ?? { zones: [], facilities: [], parts: was === undefined ? [] : [was] };
    groups.set(root, group);
    return group;
  }

  function join(zone: number, facility: number): void {
    const [a, b] = [groupOf(zone), groupOf(facility)];
    if (a === b) return;
    const [large, small] = sizeOf(a) < sizeOf(b) ? [b, a] : [a, b];
    large.zones.push(...small.zones);
    large.facilities.push(...small.facilities);
    large.parts.push(...small.parts);
    const [from, to] = [rootOf(zone, towards), rootOf(facility, towards)];
    towards[from] = to;
    groups.delete(from);
    groups.set(to, large);
  }

  const seen = new Uint8Array(capacities.length);
  for (const [level, zones] of shortZonesByLevel(shares)) {
    for (const zone of zones) {
      groupOf(zone).zones.push(zone);
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        const facility = facilities[link] as number;
        const node = needs.length + facility;
        if (seen[facility] === 0) groupOf(node).facilities.push(facility);
        seen[facility] = 1;
        join(zone, node);
      }
    }
    for (const [root, group] of groups) {
      const closed = close(group, level, problem);
      standing.set(root, closed);
      built.push(closed);
    }
    groups.clear();
  }
  const within = new Set(built.flatMap(({ parts }) => parts));
  return built
    .map((each): Certificate => {
      const { zones, facilities: reached, need, capacity, level } = each;
      const missing = minus(need, capacity);
      return { zones, facilities: reached, need, capacity, missing, level, maximal: !within.has(each) };
    })
    .sort((a, b) => a.level - b.level || (a.zones[0] as number) - (b.zones[0] as number));
}

/** What comes together at one level: zones and facilities that are new in it, and the certificates that it takes in. */
interface Group {
  readonly zones: number[];
  readonly facilities: number[];
  readonly parts: Built[];
}

interface Built extends Omit<Certificate, "missing" | "maximal"> {
  readonly parts: readonly Built[];
}

function close({ zones, facilities, parts }: Group, level: number, problem: AllocationProblem): Built {
  const { needs, capacities } = problem;
  return {
    zones: Uint32Array.from([zones, ...parts.map((part) => part.zones)].flatMap((of) => [...of])).sort(),
    facilities: Uint32Array.from(
      [facilities, ...parts.map((part) => part.facilities)].flatMap((of) => [...of]),
    ).sort(),
    need: [...zones.map((zone) => needs[zone] as Exact), ...parts.map(({ need }) => need)].reduce(plus, ZERO),
    capacity: [
      ...facilities.map((facility) => capacities[facility] as Exact),
      ...parts.map(({ capacity }) => capacity),
    ].reduce(plus, ZERO),
    level,
    parts,
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

function sizeOf({ zones, facilities, parts }: Group): number {
  return zones.length + facilities.length + parts.length;
}

/** Of the component of a node; shortens the way on the way. */
function rootOf(node: number, towards: Int32Array): number {
  let root = node;
  while (towards[root] !== root) root = towards[root] as number;
  for (let at = node; at !== root; ) {
    const next = towards[at] as number;
    towards[at] = root;
    at = next;
  }
  return root;
}
