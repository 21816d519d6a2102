import type { Sharpened, Sharpening } from "./descent.ts";
import type { LocationProblem } from "./location-problem.ts";
import { MEMBERS, oddSetsOf } from "./odd-sets.ts";
import type { WorkLeft } from "./work-left.ts";

interface Candidates {
  /** By candidate, in their order: the customer. */
  readonly customers: Uint32Array;
  /** By candidate: how far its price may still be taken for sets. */
  readonly room: Float64Array;
  /** By candidate: what parts of sites reach it together, and how far that is from 1. */
  readonly reached: Float64Array;
  readonly off: Float64Array;
  /** By candidate, and one more: where its sites start. */
  readonly starts: Uint32Array;
  readonly sites: Uint32Array;
}

/**
 * Other odd sets to go on with: those that have a price, and some of which parts of sites count too little. Of those that a
 * customer is in, the one is taken that promises most of the bound; quadratic in as many customers as are looked at.
 */
export function sharpenerOf(problem: LocationProblem, work: WorkLeft): (now: Sharpening) => Sharpened {
  let together: Float32Array | undefined;
  return (now) => {
    together ??= new Float32Array(CANDIDATES * CANDIDATES);
    return sharpened(problem, now, together, work);
  };
}

function sharpened(
  problem: LocationProblem,
  now: Sharpening,
  together: Float32Array,
  work: WorkLeft,
): Sharpened {
  const { prices, odd } = now;
  const all = problem.unserved.length;
  const kept = Uint32Array.from(odd.starts.keys()).filter((set) => (prices[all + set] ?? 0) > 0);
  const members = [...kept].flatMap((set) => [...odd.members.subarray(MEMBERS * set, MEMBERS * (set + 1))]);
  const known = new Set<number>();
  for (let at = 0; at < members.length; at += MEMBERS)
    known.add(keyOf(members[at] as number, members[at + 1] as number, members[at + 2] as number, all));
  const found = violated(candidatesOf(problem, now), now.shares, known, all, together, work);
  return { odd: oddSetsOf(problem, Uint32Array.from([...members, ...found])), kept };
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

/** Fills in by two candidates what parts of sites reach both. */
function fillTogether(
  together: Float32Array,
  { starts, sites, room }: Candidates,
  shares: Float64Array,
  work: WorkLeft,
): void {
  const count = room.length;
  const lists: number[][] = Array.from(shares, () => []);
  for (let at = 0; at < count; at++)
    for (const site of sites.subarray(starts[at], starts[at + 1])) (lists[site] as number[]).push(at);
  together.fill(0, 0, count * count);
  for (const [site, list] of lists.entries()) {
    const share = shares[site] as number;
    const reached = Uint32Array.from(list);
    work.spend(list.length ** 2);
    for (const one of reached) {
      const row = one * count;
      for (let at = 0; at < reached.length; at++) {
        const cell = row + (reached[at] as number);
        together[cell] = (together[cell] as number) + share;
      }
    }
  }
}

/** Members of sets of which too little is counted, one set at most by a candidate that is looked at. */
function violated(
  candidates: Candidates,
  shares: Float64Array,
  known: Set<number>,
  all: number,
  together: Float32Array,
  work: WorkLeft,
): number[] {
  const { customers, room, reached, off, starts, sites } = candidates;
  const count = customers.length;
  fillTogether(together, candidates, shares, work);
  const placeOf = new Int32Array(shares.length).fill(-1);
  const sums = Array.from({ length: 4 }, () => new Float32Array(256));
  const [s0, s1, s2, s3] = sums as [Float32Array, Float32Array, Float32Array, Float32Array];
  const scores = new Float64Array(count);
  const mates = new Uint32Array(count);
  const masks = new Uint32Array(count);
  const apart = new Float64Array(count);
  const rooms = new Float64Array(count);
  const found: number[] = [];
  const step = Math.max(1, Math.floor(count / ANCHORS));
  for (let one = known.size % step; one < count; one += step) {
    const [first, end] = [starts[one] as number, starts[one + 1] as number];
    if (!((room[one] as number) > 0) || end - first > SITES) continue;
    const row = one * count;
    let mateCount = 0;
    for (let mate = 0; mate < count; mate++) {
      const shared = together[row + mate] as number;
      if (shared < 0.15 || shared > 0.85 || mate === one || !((room[mate] as number) > 0)) continue;
      scores[mateCount] = (room[mate] as number) * (1 - (off[mate] as number) - Math.abs(shared - 0.5));
      mates[mateCount++] = mate;
    }
    if (mateCount > MATES) {
      const least = scores.slice(0, mateCount).sort()[mateCount - MATES] as number;
      let to = 0;
      for (let at = 0; at < mateCount; at++)
        if ((scores[at] as number) >= least) mates[to++] = mates[at] as number;
      mateCount = to;
    }
    for (const sum of sums) sum.fill(0);
    for (let at = first; at < end; at++) {
      const place = at - first;
      placeOf[sites[at] as number] = place;
      const sum = sums[place >> 3] as Float32Array;
      const bit = 1 << (place & 7);
      const share = shares[sites[at] as number] as number;
      for (let mask = bit; mask < 256; mask++)
        if ((mask & bit) !== 0) sum[mask] = (sum[mask] as number) + share;
    }
    const own = 1 - (off[one] as number) - (reached[one] as number);
    for (let at = 0; at < mateCount; at++) {
      const mate = mates[at] as number;
      let mask = 0;
      for (let own = starts[mate] as number; own < (starts[mate + 1] as number); own++) {
        const place = placeOf[sites[own] as number] as number;
        if (place >= 0) mask |= 1 << place;
      }
      masks[at] = mask >>> 0;
      apart[at] = 2 * (together[row + mate] as number) - (off[mate] as number) - (reached[mate] as number);
      rooms[at] = Math.min(room[one] as number, room[mate] as number);
    }
    for (let at = first; at < end; at++) placeOf[sites[at] as number] = -1;
    let [most, other, third] = [0, -1, -1];
    for (let a = 0; a < mateCount; a++) {
      const base = own + (apart[a] as number) - VIOLATED;
      const least = rooms[a] as number;
      const mask = masks[a] as number;
      const mate = mates[a] as number;
      const mateRow = mate * count;
      for (let b = a + 1; b < mateCount; b++) {
        let by = base + (apart[b] as number) + 2 * (together[mateRow + (mates[b] as number)] as number);
        if (by < 0) continue;
        const common = mask & (masks[b] as number);
        by -=
          4 *
          ((s0[common & 255] as number) +
            (s1[(common >>> 8) & 255] as number) +
            (s2[(common >>> 16) & 255] as number) +
            (s3[common >>> 24] as number));
        if (by < 0) continue;
        const gain = (by + VIOLATED) * Math.min(least, rooms[b] as number);
        if (gain <= most) continue;
        if (
          known.has(
            keyOf(
              customers[one] as number,
              customers[mate] as number,
              customers[mates[b] as number] as number,
              all,
            ),
          )
        )
          continue;
        [most, other, third] = [gain, mate, mates[b] as number];
      }
    }
    work.spend((mateCount * mateCount) / 2 + count);
    if (other < 0) continue;
    const set = [one, other, third];
    const half = Math.min(...set.map((at) => room[at] as number)) / 2;
    for (const at of set) room[at] = (room[at] as number) - half;
    const rows = set.map((at) => customers[at] as number);
    known.add(keyOf(...(rows as [number, number, number]), all));
    found.push(...rows);
  }
  return found;
}

/** The same for each order of three customers. */
function keyOf(a: number, b: number, c: number, all: number): number {
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  return (low * all + (a + b + c - low - high)) * all + high;
}

/** How many customers are looked at, how many of them are tried in sets, and with how many others each. */
const CANDIDATES = 700;
const ANCHORS = 250;
const MATES = 60;
/** What part of a site is none. */
const SHARE = 0.01;
/** Twice what is counted too little, at least. */
const VIOLATED = 0.1;
/** Sites of a customer that fit a mask. */
const SITES = 32;
