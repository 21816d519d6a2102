import { cheapestSitesOf } from "./cheapest-sites.ts";
import { linksBySite } from "./links-by-site.ts";
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

/** Prices are at most what leaving a customer unserved costs. The one `Relaxed` is filled again and again. */
export type Relaxation = (prices: Float64Array, states: Uint8Array) => Relaxed;

/** Looks at links that are cheaper than their customer's price, and at no others. */
export function relaxationOf(problem: LocationProblem): Relaxation {
  const { fixed, starts, sites, costs, unserved } = problem;
  const [siteCount, customerCount] = [fixed.length, starts.length - 1];
  const worth = new Float64Array(siteCount);
  const chosen = new Uint8Array(siteCount);
  const slack = new Float64Array(customerCount);
  const choose = cheapestSitesOf(problem);
  const bySite = linksBySite(problem);

  /** Fills `slack` by the links of chosen sites, or by those of customers if these are fewer; how many were looked at. */
  function countServed(prices: Float64Array, ofCustomers: number): number {
    slack.fill(1);
    const endOf = bySite.below(prices.reduce((most, price) => Math.max(most, price), 0));
    let ofSites = 0;
    for (let site = 0; site < siteCount; site++)
      if (chosen[site] === 1) ofSites += endOf(site) - (bySite.starts[site] as number);
    if (ofSites > ofCustomers) {
      for (let customer = 0; customer < customerCount; customer++) {
        const price = prices[customer] as number;
        const end = starts[customer + 1] as number;
        let served = 0;
        for (let link = starts[customer] as number; link < end && (costs[link] as number) < price; link++)
          served += chosen[sites[link] as number] as number;
        slack[customer] = 1 - served;
      }
      return ofCustomers;
    }
    for (let site = 0; site < siteCount; site++) {
      if (chosen[site] === 0) continue;
      const end = endOf(site);
      for (let at = bySite.starts[site] as number; at < end; at++) {
        const customer = bySite.customers[at] as number;
        if ((bySite.costs[at] as number) < (prices[customer] as number))
          slack[customer] = (slack[customer] as number) - 1;
      }
    }
    return ofSites;
  }

  return (prices, states) => {
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

    const { cost, instead, spared } = choose(worth, states, chosen);
    bound += cost;
    steps += countServed(prices, steps);
    for (let customer = 0; customer < customerCount; customer++) {
      // A price that cannot rise is not asked to.
      if (slack[customer] === 1 && (prices[customer] as number) >= (unserved[customer] as number))
        slack[customer] = 0;
    }
    return { bound, worth, chosen, instead, spared, slack, steps };
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
