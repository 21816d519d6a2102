import { fixByWorth, type Relaxation, type Relaxed } from "./relaxation.ts";
import type { WorkLeft } from "./work-left.ts";

/** What prices told of a problem some of whose sites are decided. */
export interface Descended {
  /** Nothing that goes by the decided sites costs less. */
  readonly bound: number;
  /** By customer: the prices that tell so. */
  readonly prices: Float64Array;
  /** By site: in what part of the last rounds it was chosen, about. */
  readonly shares: Float64Array;
}

export interface Descent {
  readonly rounds: number;
  /** How far prices move at first, as a part of what is thought to be left to gain. */
  readonly agility: number;
  /** Rounds without gain after which they move less far: by this factor. */
  readonly patience: number;
  readonly slowing: number;
  /** The part of the way before that is kept. */
  readonly memory: number;
}

/** One that begins anywhere, and one that begins where another one ended. */
export const LONG_DESCENT: Descent = { rounds: 1500, agility: 1.5, patience: 10, slowing: 0.7, memory: 0.95 };
export const SHORT_DESCENT: Descent = { rounds: 60, agility: 0.5, patience: 5, slowing: 0.7, memory: 0.8 };

export interface DescentFrom {
  /** By site, at first; decided further where anything else costs `limit()` or more. */
  readonly states: Uint8Array;
  /** By customer: the prices to begin with. */
  readonly from: Float64Array;
  readonly pace: Descent;
  /** There is no need of a bound higher than this. */
  readonly limit: () => number;
  /** Is told which sites prices choose, whenever the bound rises. */
  readonly found: (chosen: Uint8Array) => void;
  readonly work: WorkLeft;
}

/** Raises the bound of a problem by its prices, round after round; `most` by customer is what a price is at most. */
export function descentOf(relax: Relaxation, most: Float64Array) {
  const way = new Float64Array(most.length);

  return ({ states, from, pace, limit, found, work }: DescentFrom): Descended => {
    const { rounds, patience, slowing, memory } = pace;
    const shares = new Float64Array(states.length).fill(0.5);
    let top = { bound: 0, prices: from };
    const prices = from.slice();
    way.fill(0);
    let [agility, stalled] = [pace.agility, 0];
    for (let round = 0; round < rounds && !work.done; round++) {
      const relaxed = relax(prices, states);
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
      for (let site = 0; site < shares.length; site++) {
        shares[site] = 0.9 * (shares[site] as number) + 0.1 * (relaxed.chosen[site] as number);
      }
      const gain = agility * Math.max(1.01 * limit() - relaxed.bound, 1e-9);
      if (!move(relaxed, gain)) break;
    }
    return { ...top, shares };

    /**
     * Prices of customers that are not served rise, of those served more than once fall; the way before is not quite left. False
     * where everybody is served just once: no other prices tell of a higher bound, and where they go would be told by rounding.
     */
    function move({ slack }: Relaxed, gain: number): boolean {
      let [length, isSettled] = [0, true];
      for (let customer = 0; customer < way.length; customer++) {
        const lack = slack[customer] as number;
        if (lack > SETTLED || lack < -SETTLED) isSettled = false;
        const to = lack + memory * (way[customer] as number);
        way[customer] = to;
        length += to * to;
      }
      if (isSettled || length === 0) return false;
      for (let customer = 0; customer < way.length; customer++) {
        const price = (prices[customer] as number) + (gain / length) * (way[customer] as number);
        prices[customer] = Math.min(Math.max(price, 0), most[customer] as number);
      }
      return true;
    }
  };
}

const LEAST_AGILITY = 0.003;
const SETTLED = 1e-9;
