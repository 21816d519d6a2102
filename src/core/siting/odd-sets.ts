import type { LocationProblem } from "./location-problem.ts";

/**
 * Sets of three customers whom sites serve at no cost. Two at least are counted of each: one for a member that is left out, one
 * for an open site that reaches one or two members, two for one that reaches all three. Prices of customers alone let halves of
 * sites serve three customers with one and a half (zero-half cuts, Caprara and Fischetti 1996).
 */
export interface OddSets {
  /** Three customers by set. */
  readonly members: Uint32Array;
  /** By set: what leaving out a member costs at least. No price of it has to be higher. */
  readonly most: Float64Array;
  /** By set, and one more: where its sites start that reach one member or all three. */
  readonly starts: Uint32Array;
  readonly sites: Uint32Array;
  /** The same by site, and one more: where its sets start. */
  readonly setStarts: Uint32Array;
  readonly sets: Uint32Array;
}

export const MEMBERS = 3;

/** Linear in the links of members. */
export function oddSetsOf(
  { starts, sites, fixed, unserved }: LocationProblem,
  members: Uint32Array,
): OddSets {
  const isOdd = new Uint8Array(fixed.length);
  const ends = new Uint32Array(members.length / MEMBERS + 1);
  const reached = members.reduce(
    (sum, customer) => sum + (starts[customer + 1] as number) - (starts[customer] as number),
    0,
  );
  const odd = new Uint32Array(reached);
  const setStarts = new Uint32Array(fixed.length + 1);
  let count = 0;
  for (let at = 0; at < members.length; at += MEMBERS) {
    for (let member = at; member < at + MEMBERS; member++) {
      const customer = members[member] as number;
      const end = starts[customer + 1] as number;
      for (let link = starts[customer] as number; link < end; link++)
        isOdd[sites[link] as number] = 1 - (isOdd[sites[link] as number] as number);
    }
    for (let member = at; member < at + MEMBERS; member++) {
      const customer = members[member] as number;
      const end = starts[customer + 1] as number;
      for (let link = starts[customer] as number; link < end; link++) {
        const site = sites[link] as number;
        if (isOdd[site] === 0) continue;
        isOdd[site] = 0;
        odd[count++] = site;
        setStarts[site + 1] = (setStarts[site + 1] as number) + 1;
      }
    }
    ends[at / MEMBERS + 1] = count;
  }
  for (let site = 0; site < fixed.length; site++)
    setStarts[site + 1] = (setStarts[site + 1] as number) + (setStarts[site] as number);
  const next = setStarts.slice();
  const sets = new Uint32Array(count);
  for (let set = 0; set + 1 < ends.length; set++) {
    for (let at = ends[set] as number; at < (ends[set + 1] as number); at++) {
      const site = odd[at] as number;
      const to = next[site] as number;
      next[site] = to + 1;
      sets[to] = set;
    }
  }
  const most = Float64Array.from({ length: ends.length - 1 }, (_, set) =>
    members
      .subarray(MEMBERS * set, MEMBERS * (set + 1))
      .reduce((least, customer) => Math.min(least, unserved[customer] as number), Number.POSITIVE_INFINITY),
  );
  return { members, most, starts: ends, sites: odd.slice(0, count), setStarts, sets };
}

export const NO_ODD_SETS: OddSets = {
  members: new Uint32Array(0),
  most: new Float64Array(0),
  starts: new Uint32Array(1),
  sites: new Uint32Array(0),
  setStarts: new Uint32Array(1),
  sets: new Uint32Array(0),
};
