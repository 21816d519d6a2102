import { SubsetSums, WIDTH } from "./subset-sums.ts";
import type { WorkLeft } from "./work-left.ts";

/** Customers of whom odd sets may be made. */
export interface Candidates {
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

/** Three candidates. */
export type Trio = readonly [number, number, number];

/** What has to be known of a look for sets. */
export interface SetQuestion {
  readonly candidates: Candidates;
  /** By site: which part of it is open. */
  readonly shares: Float64Array;
  /** Sets that are not asked for. */
  readonly isKnown: (trio: Trio) => boolean;
}

/** By a candidate: the set with it that promises most of the bound, as things stand when it is asked; `undefined` if none does. */
export type BestTrio = (one: number) => Trio | undefined;

/**
 * Looks for sets of which parts of sites count too little, all pairs of so many others with a candidate. Of pairs that reach
 * candidates together it keeps one square table, of `most` candidates, and fills it anew for each question.
 */
export function setSearchOf(most: number, work: WorkLeft): (question: SetQuestion) => BestTrio {
  const together = new Float32Array(most * most);
  const scores = new Float64Array(most);
  const mates = new Int32Array(most);
  const masks = new Int32Array(most);
  const apart = new Float64Array(most);
  const rooms = new Float64Array(most);
  const sums = new SubsetSums();

  return ({ candidates, shares, isKnown }) => {
    const { room, reached, off, starts, sites } = candidates;
    const count = room.length;
    const placeOf = new Int32Array(shares.length).fill(-1);
    fillTogether(together, candidates, shares, work);

    /** Fills `mates` with those who share about half of their sites with a candidate, the most promising; how many. */
    function chooseMates(one: number): number {
      const row = one * count;
      let chosen = 0;
      for (let mate = 0; mate < count; mate++) {
        const shared = together[row + mate] as number;
        if (shared < LEAST_SHARED || shared > 1 - LEAST_SHARED || mate === one) continue;
        if (!((room[mate] as number) > 0)) continue;
        scores[chosen] = (room[mate] as number) * (1 - (off[mate] as number) - Math.abs(shared - 0.5));
        mates[chosen++] = mate;
      }
      if (chosen <= MATES) return chosen;
      const least = scores.slice(0, chosen).sort()[chosen - MATES] as number;
      let kept = 0;
      for (let at = 0; at < chosen; at++)
        if ((scores[at] as number) >= least) mates[kept++] = mates[at] as number;
      return kept;
    }

    /** Fills in what is asked of each mate beside a candidate, whose sites are the places of masks. */
    function describeMates(one: number, mateCount: number): void {
      const own = sites.subarray(starts[one], starts[one + 1]);
      sums.fill(Float64Array.from(own, (site) => shares[site] as number));
      for (const [place, site] of own.entries()) placeOf[site] = place;
      for (let at = 0; at < mateCount; at++) {
        const mate = mates[at] as number;
        const end = starts[mate + 1] as number;
        let mask = 0;
        for (let reaching = starts[mate] as number; reaching < end; reaching++) {
          const place = placeOf[sites[reaching] as number] as number;
          if (place >= 0) mask |= 1 << place;
        }
        masks[at] = mask;
        apart[at] =
          2 * (together[one * count + mate] as number) - (off[mate] as number) - (reached[mate] as number);
        rooms[at] = Math.min(room[one] as number, room[mate] as number);
      }
      for (const site of own) placeOf[site] = -1;
    }

    return (one) => {
      const ownSites = (starts[one + 1] as number) - (starts[one] as number);
      if (!((room[one] as number) > 0) || ownSites > WIDTH) return undefined;
      const mateCount = chooseMates(one);
      describeMates(one, mateCount);
      work.spend((mateCount * mateCount) / 2 + count);
      const own = 1 - (off[one] as number) - (reached[one] as number);
      let [best, most]: [Trio | undefined, number] = [undefined, 0];
      for (let a = 0; a < mateCount; a++) {
        const base = own + (apart[a] as number) - VIOLATED;
        const mask = masks[a] as number;
        const row = (mates[a] as number) * count;
        for (let b = a + 1; b < mateCount; b++) {
          const pairs = base + (apart[b] as number) + 2 * (together[row + (mates[b] as number)] as number);
          if (pairs < 0) continue;
          const missed = pairs - 4 * sums.of(mask & (masks[b] as number));
          if (missed < 0) continue;
          const gain = (missed + VIOLATED) * Math.min(rooms[a] as number, rooms[b] as number);
          if (gain <= most) continue;
          const trio: Trio = [one, mates[a] as number, mates[b] as number];
          if (!isKnown(trio)) [best, most] = [trio, gain];
        }
      }
      return best;
    };
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
    work.spend(list.length ** 2);
    for (const one of list) {
      const row = one * count;
      for (let at = 0; at < list.length; at++) {
        const cell = row + (list[at] as number);
        together[cell] = (together[cell] as number) + share;
      }
    }
  }
}

/** With how many others a candidate is tried, and what part of their sites they share with it at least, and at most all but so much. */
const MATES = 60;
const LEAST_SHARED = 0.15;
/** Twice what is counted too little, at least. */
const VIOLATED = 0.1;
