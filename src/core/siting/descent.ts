import { NO_ODD_SETS, type OddSets } from "./odd-sets.ts";
import { fixByWorth, type Relaxation, type Relaxed } from "./relaxation.ts";
import type { WorkLeft } from "./work-left.ts";

/** What prices told of a problem some of whose sites are decided. */
export interface Descended {
  /** Nothing that goes by the decided sites costs less. */
  readonly bound: number;
  /** By customer, and then by odd set: the prices that tell so. */
  readonly prices: Float64Array;
  readonly odd: OddSets;
  /** By site: in what part of the last rounds it was chosen, about; parts of sites that nearly solve the linear programme. */
  readonly shares: Float64Array;
}

export interface Descent {
  readonly rounds: number;
  /** How far prices move at first, as a part of what is thought to be left to gain. */
  readonly agility: number;
  /** Rounds without gain after which they move less far: by this factor. */
  readonly patience: number;
  readonly slowing: number;
  /** The part of the way before that is kept, and of what shares were. */
  readonly memory: number;
  readonly kept: number;
}

/** One that begins anywhere, one that takes in odd sets on its way, and one that begins where another one ended. */
export const LONG_DESCENT: Descent = {
  rounds: 1500,
  agility: 1.5,
  patience: 10,
  slowing: 0.7,
  memory: 0.95,
  kept: 0.9,
};
export const SHARP_DESCENT: Descent = {
  rounds: 1500,
  agility: 1.5,
  patience: 20,
  slowing: 0.8,
  memory: 0.98,
  kept: 0.97,
};
export const SHORT_DESCENT: Descent = {
  rounds: 60,
  agility: 0.5,
  patience: 5,
  slowing: 0.7,
  memory: 0.8,
  kept: 0.9,
};

export interface DescentFrom {
  /** By site, at first; decided further where anything else costs `limit()` or more. */
  readonly states: Uint8Array;
  /** By customer, and then by odd set: the prices to begin with. */
  readonly from: Float64Array;
  readonly odd?: OddSets;
  readonly pace: Descent;
  /** There is no need of a bound higher than this. */
  readonly limit: () => number;
  /** Is told which sites prices choose, whenever the bound rises. */
  readonly found: (chosen: Uint8Array) => void;
  /** What sets to go on with, if others. */
  readonly sharpen?: (now: Sharpening) => Sharpened | undefined;
  readonly work: WorkLeft;
}

export interface Sharpening {
  readonly round: number;
  readonly shares: Float64Array;
  readonly prices: Float64Array;
  readonly odd: OddSets;
}

/** Other sets, of which the first are some of those before: which ones. */
export interface Sharpened {
  readonly odd: OddSets;
  readonly kept: Uint32Array;
}

/** Raises the bound of a problem by its prices, round after round; `most` by customer is what a price is at most. */
export function descentOf(relax: Relaxation, most: Float64Array) {
  return ({
    states,
    from,
    odd: first = NO_ODD_SETS,
    pace,
    limit,
    found,
    sharpen,
    work,
  }: DescentFrom): Descended => {
    let odd = first;
    let way: Float64Array = new Float64Array(from.length);
    const { rounds, patience, slowing, memory } = pace;
    const shares = new Float64Array(states.length).fill(0.5);
    let top = { bound: 0, prices: from };
    let prices: Float64Array = from.slice();
    let [agility, stalled] = [pace.agility, 0];
    for (let round = 0; round < rounds && !work.done; round++) {
      const relaxed = relax(prices, states, odd);
      work.spend(relaxed.steps);
      const rise = relaxed.bound - top.bound;
      stalled = rise > 1e-4 * top.bound ? 0 : stalled + 1;
      if (rise > 0) {
        top = { bound: relaxed.bound, prices: prices.slice() };
        found(relaxed.chosen);
      }
      if (top.bound >= limit()) break;
      if (stalled >= patience) {
        agility *= slowing;
        stalled = 0;
        if (agility < LEAST_AGILITY) break;
      }
      fixByWorth(relaxed, states, limit());
      // Sets are found by parts of sites that are hardly a matter of how they began.
      const late = Math.max(1 - pace.kept, sharpen === undefined ? 0 : 1 / (round + 1));
      for (let site = 0; site < shares.length; site++) {
        shares[site] = (1 - late) * (shares[site] as number) + late * (relaxed.chosen[site] as number);
      }
      const gain = agility * Math.max(1.01 * limit() - relaxed.bound, 1e-9);
      if (!move(relaxed, gain)) break;
      const other = sharpen?.({ round, shares, prices, odd });
      if (other === undefined) continue;
      odd = other.odd;
      prices = ofSets(prices, other);
      way = ofSets(way, other);
      top = { bound: top.bound, prices: ofSets(top.prices, other) };
    }
    return { ...top, odd, shares };

    function ofSets(values: Float64Array, { odd: { starts }, kept }: Sharpened): Float64Array {
      const to = new Float64Array(most.length + starts.length - 1);
      to.set(values.subarray(0, most.length));
      for (const [at, set] of kept.entries()) to[most.length + at] = values[most.length + set] as number;
      return to;
    }

    /**
     * Prices of customers that are not served rise, of those served more than once fall; the way before is not quite left. False
     * where everybody is served just once: no other prices tell of a higher bound, and where they go would be told by rounding.
     */
    function move({ slack }: Relaxed, gain: number): boolean {
      let [length, isSettled] = [0, true];
      for (let row = 0; row < way.length; row++) {
        const lack = slack[row] as number;
        if (lack > SETTLED || lack < -SETTLED) isSettled = false;
        const to = lack + memory * (way[row] as number);
        way[row] = to;
        length += to * to;
      }
      if (isSettled || length === 0) return false;
      for (let row = 0; row < way.length; row++) {
        const price = (prices[row] as number) + (gain / length) * (way[row] as number);
        const highest = most[row] ?? (odd.most[row - most.length] as number);
        prices[row] = Math.min(Math.max(price, 0), highest);
      }
      return true;
    }
  };
}

const LEAST_AGILITY = 0.003;
const SETTLED = 1e-9;
