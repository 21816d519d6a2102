import { CLOSED, FREE, type LocationProblem, OPEN } from "./location-problem.ts";

/**
 * What opening costs at least if a customer pays a price for being served, of which it is served too often or not at all
 * (Lagrange; Cornuéjols, Fisher and Nemhauser 1977): a lower bound for every price.
 */
export interface Relaxed {
  readonly bound: number;
  /** By site: what it would cost to open it beyond the prices that it earns. */
  readonly worth: Float64Array;
  /** By site: 1 if it is among those that cost least. */
  readonly chosen: Uint8Array;
  /** What the bound takes on for a chosen free site that is closed, besides its worth; what it is spared for one opened. */
  readonly instead: number;
  readonly spared: number;
  /** By customer: 1 less each time that it is served. */
  readonly slack: Float64Array;
  /** Links that were looked at. */
  readonly steps: number;
}

/** Fills one `Relaxed` again and again. `prices` are at most what leaving a customer unserved costs. */
export function relaxationOf({ fixed, starts, sites, costs, unserved, least, most }: LocationProblem) {
  const [siteCount, customerCount] = [fixed.length, starts.length - 1];
  const worth = new Float64Array(siteCount);
  const chosen = new Uint8Array(siteCount);
  const slack = new Float64Array(customerCount);
  const sorted = new Float64Array(siteCount);

  return (prices: Float64Array, states: Uint8Array): Relaxed => {
    worth.set(fixed);
    let [bound, steps] = [0, customerCount];
    for (let customer = 0; customer < customerCount; customer++) {
      const price = prices[customer] as number;
      bound += price;
      const end = starts[customer + 1] as number;
      let link = starts[customer] as number;
      const from = link;
      for (; link < end; link++) {
        const less = (costs[link] as number) - price;
        if (less >= 0) break;
        const site = sites[link] as number;
        worth[site] = (worth[site] as number) + less;
      }
      steps += link - from;
    }

    let [open, free] = [0, 0];
    for (let site = 0; site < siteCount; site++) {
      const state = states[site];
      if (state === OPEN) {
        open++;
        bound += worth[site] as number;
      } else if (state === FREE) sorted[free++] = worth[site] as number;
      chosen[site] = state === OPEN ? 1 : 0;
    }
    const ordered = sorted.subarray(0, free).sort();
    let count = Math.max(0, Math.min(free, least - open));
    while (count < free && open + count < most && (ordered[count] as number) < 0) count++;
    const lastWorth = count > 0 ? (ordered[count - 1] as number) : Number.NEGATIVE_INFINITY;
    const nextWorth = count < free ? (ordered[count] as number) : Number.POSITIVE_INFINITY;
    let alike = 0;
    for (let at = 0; at < count; at++) {
      bound += ordered[at] as number;
      if (ordered[at] === lastWorth) alike++;
    }
    if (open + count < least) bound = Number.POSITIVE_INFINITY;
    for (let site = 0; site < siteCount; site++) {
      if (states[site] !== FREE) continue;
      const of = worth[site] as number;
      if (of < lastWorth || (of === lastWorth && alike-- > 0)) chosen[site] = 1;
    }

    for (let customer = 0; customer < customerCount; customer++) {
      const price = prices[customer] as number;
      const end = starts[customer + 1] as number;
      let served = 0;
      for (let link = starts[customer] as number; link < end && (costs[link] as number) < price; link++) {
        served += chosen[sites[link] as number] as number;
      }
      // A price that cannot rise is not asked to.
      slack[customer] = served === 0 && price >= (unserved[customer] as number) ? 0 : 1 - served;
    }
    const instead = open + count <= least ? nextWorth : Math.min(0, nextWorth);
    const spared = open + count >= most ? lastWorth : Math.max(0, lastWorth);
    return { bound, worth, chosen, instead, spared, slack, steps: 2 * steps };
  };
}

/** Makes free sites `OPEN` or `CLOSED` in `states` that are so in all that costs less than `limit`; how many. */
export function fixByWorth(relaxed: Relaxed, states: Uint8Array, limit: number): number {
  const { bound, worth, chosen, instead, spared } = relaxed;
  let count = 0;
  for (let site = 0; site < states.length; site++) {
    if (states[site] !== FREE) continue;
    const isChosen = chosen[site] === 1;
    const more = isChosen ? instead - (worth[site] as number) : (worth[site] as number) - spared;
    if (bound + more < limit) continue;
    states[site] = isChosen ? OPEN : CLOSED;
    count++;
  }
  return count;
}
