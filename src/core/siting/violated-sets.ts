import type { Sharpened, Sharpening } from "./descent.ts";
import type { LocationProblem } from "./location-problem.ts";
import { MEMBERS, oddSetsOf } from "./odd-sets.ts";
import { type BestTrio, type Candidates, type SetQuestion, setSearchOf, type Trio } from "./set-search.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * Other odd sets to go on with: those that have a price, and some of which parts of sites count too little. Of those that a
 * customer is in, the one is taken that promises most of the bound; quadratic in as many customers as are looked at.
 */
export function sharpenerOf(problem: LocationProblem, work: WorkLeft): (now: Sharpening) => Sharpened {
  const all = problem.unserved.length;
  let search: ((question: SetQuestion) => BestTrio) | undefined;
  return (now) => {
    search ??= setSearchOf(CANDIDATES, work);
    const { prices, odd } = now;
    const kept = Uint32Array.from(odd.starts.keys()).filter((set) => (prices[all + set] ?? 0) > 0);
    const members = new Uint32Array(MEMBERS * kept.length);
    const known = new Set<number>();
    for (const [at, set] of kept.entries()) {
      const [a = 0, b = 0, c = 0] = odd.members.subarray(MEMBERS * set, MEMBERS * (set + 1));
      members.set([a, b, c], MEMBERS * at);
      known.add(keyOf(a, b, c, all));
    }
    const found = violated(candidatesOf(problem, now), now.shares, known, all, search);
    return { odd: oddSetsOf(problem, Uint32Array.of(...members, ...found)), kept };
  };
}

/** Customers whom parts of sites serve about once, and whose prices may still be taken for sets: those that promise most. */
function candidatesOf(
  { starts, sites, unserved }: LocationProblem,
  { shares, prices, odd }: Sharpening,
): Candidates {
  const count = unserved.length;
  const taken = new Float64Array(count);
  for (let at = 0; at < odd.members.length; at++) {
    const customer = odd.members[at] as number;
    taken[customer] = (taken[customer] as number) + (prices[count + Math.floor(at / MEMBERS)] as number);
  }
  const reached = new Float64Array(count);
  const worth = new Float64Array(count);
  const roomOf = (customer: number) =>
    Math.min(
      prices[customer] as number,
      (unserved[customer] as number) - (prices[customer] as number) - (taken[customer] as number),
    );
  for (let customer = 0; customer < count; customer++) {
    let sum = 0;
    const end = starts[customer + 1] as number;
    for (let link = starts[customer] as number; link < end; link++)
      sum += shares[sites[link] as number] as number;
    reached[customer] = sum;
    const off = Math.abs(1 - sum);
    worth[customer] = off < 0.5 ? roomOf(customer) * (1 - off) : 0;
  }
  const least = Math.max(0, worth.slice().sort()[Math.max(0, count - CANDIDATES)] ?? 0);
  const customers = Uint32Array.from(worth.keys()).filter((customer) => (worth[customer] as number) > least);
  const own: number[] = [];
  const ends = [0];
  for (const customer of customers) {
    const end = starts[customer + 1] as number;
    for (let link = starts[customer] as number; link < end; link++) {
      const site = sites[link] as number;
      if ((shares[site] as number) >= SHARE) own.push(site);
    }
    ends.push(own.length);
  }
  return {
    customers,
    room: Float64Array.from(customers, roomOf),
    reached: Float64Array.from(customers, (customer) => reached[customer] as number),
    off: Float64Array.from(customers, (customer) => Math.abs(1 - (reached[customer] as number))),
    starts: Uint32Array.from(ends),
    sites: Uint32Array.from(own),
  };
}

/** Members of sets of which too little is counted, one set at most by a candidate that is looked at. */
function violated(
  candidates: Candidates,
  shares: Float64Array,
  known: Set<number>,
  all: number,
  search: (question: SetQuestion) => BestTrio,
): number[] {
  const { customers, room } = candidates;
  const key = ([a, b, c]: Trio) =>
    keyOf(customers[a] as number, customers[b] as number, customers[c] as number, all);
  const bestWith = search({ candidates, shares, isKnown: (trio) => known.has(key(trio)) });
  const found: number[] = [];
  const step = Math.max(1, Math.floor(customers.length / ANCHORS));
  for (let one = known.size % step; one < customers.length; one += step) {
    const trio = bestWith(one);
    if (trio === undefined) continue;
    const half = Math.min(...trio.map((at) => room[at] as number)) / 2;
    for (const at of trio) room[at] = (room[at] as number) - half;
    known.add(key(trio));
    found.push(...trio.map((at) => customers[at] as number));
  }
  return found;
}

/** The same for each order of three customers. */
function keyOf(a: number, b: number, c: number, all: number): number {
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  return (low * all + (a + b + c - low - high)) * all + high;
}

/** How many customers are looked at, and how many of them are tried in sets. */
const CANDIDATES = 700;
const ANCHORS = 250;
/** What part of a site is none. */
const SHARE = 0.01;
