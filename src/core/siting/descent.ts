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
  /** Rounds without gain after which they move half as far. */
  readonly patience: number;
}

/** One that begins anywhere, and one that begins where another one ended. */
export const LONG_DESCENT: Descent = { rounds: 1500, agility: 1.5, patience: 25 };
export const SHORT_DESCENT: Descent = { rounds: 80, agility: 0.8, patience: 10 };

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
    const { rounds, patience } = pace;
    const shares = new Float64Array(states.length).fill(0.5);
    let top = { bound: 0, prices: from };
    const prices = from.slice();
    way.fill(0);
    let [agility, stalled] = [pace.agility, 0];
    for (let round = 0; round < rounds && !work.done; round++) {
      const relaxed = relax(prices, states);
      work.spend(relaxed.steps);
      const gain = relaxed.bound - top.bound;
      stalled = gain > 1e-4 * top.bound ? 0 : stalled + 1;
      if (gain > 0) {
        top = { bound: relaxed.bound, prices: prices.slice() };
        found(relaxed.chosen);
      }
      if (top.bound >= limit()) break;
      if (stalled >= patience) {
        agility /= 2;
        stalled = 0;
        if (agility < LEAST_AGILITY) break;
      }
      fixByWorth(relaxed, states, limit());
      for (let site = 0; site < shares.length; site++) {
        shares[site] = 0.9 * (shares[site] as number) + 0.1 * (relaxed.chosen[site] as number);
      }
      // Everybody is served just once: no other prices tell of a higher bound, and where they go would be told by rounding.
      if (relaxed.slack.every((each) => Math.abs(each) < SETTLED)) break;
      move(most, relaxed, prices, way, agility * Math.max(1.01 * limit() - relaxed.bound, 1e-9));
    }
    return { ...top, shares };
  };
}

/** Prices of customers that are not served rise, of those served more than once fall; the way before is not quite left. */
function move(
  most: Float64Array,
  { slack }: Relaxed,
  prices: Float64Array,
  way: Float64Array,
  gain: number,
): void {
  let length = 0;
  for (let customer = 0; customer < way.length; customer++) {
    const to = (slack[customer] as number) + 0.3 * (way[customer] as number);
    way[customer] = to;
    length += to * to;
  }
  if (length === 0) return;
  for (let customer = 0; customer < way.length; customer++) {
    const price = (prices[customer] as number) + (gain / length) * (way[customer] as number);
    prices[customer] = Math.min(Math.max(price, 0), most[customer] as number);
  }
}

const LEAST_AGILITY = 0.003;
const SETTLED = 1e-9;
