import { cheapestSitesOf } from "./cheapest-sites.ts";
import { linksBySite } from "./links-by-site.ts";
import { CLOSED, FREE, type LocationProblem, OPEN } from "./location-problem.ts";
import { MEMBERS, NO_ODD_SETS, type OddSets } from "./odd-sets.ts";

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
  /** By customer: 1 less each time that it is served or left out. By odd set: 2 less what is counted of it. */
  readonly slack: Float64Array;
  /** Links that were looked at. */
  readonly steps: number;
}

/**
 * Prices by customer, which are at most what leaving it unserved costs, and then by odd set, of which there may be some where
 * all links cost nothing. The one `Relaxed` is filled again and again.
 */
export type Relaxation = (prices: Float64Array, states: Uint8Array, odd?: OddSets) => Relaxed;

/** Looks at links that are cheaper than their customer's price, and at no others; at all of sites not closed where none costs. */
export function relaxationOf(problem: LocationProblem): Relaxation {
  const { fixed, starts, sites, costs, unserved } = problem;
  const [siteCount, customerCount] = [fixed.length, starts.length - 1];
  const worth = new Float64Array(siteCount);
  const chosen = new Uint8Array(siteCount);
  const isFree = costs.every((cost) => cost === 0);
  /** By customer: with its part of what its sets pay; that part alone, and 1 where it is left out whatever else. */
  const all = new Float64Array(customerCount);
  const parts = new Float64Array(customerCount);
  const out = new Uint8Array(customerCount);
  let slack = new Float64Array(customerCount);
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

  /** A set pays half of its price for each member, and a half more for a site that reaches one or three of them. */
  function paySets(prices: Float64Array, { members, starts: from, sites: reaching }: OddSets): number {
    let paid = 0;
    for (let set = 0; set + 1 < from.length; set++) {
      const half = (prices[customerCount + set] as number) / 2;
      if (half === 0) continue;
      paid += half;
      for (let at = MEMBERS * set; at < MEMBERS * (set + 1); at++) {
        const customer = members[at] as number;
        parts[customer] = (parts[customer] as number) + half;
      }
      const end = from[set + 1] as number;
      for (let at = from[set] as number; at < end; at++) {
        const site = reaching[at] as number;
        worth[site] = (worth[site] as number) - half;
      }
    }
    for (let customer = 0; customer < customerCount; customer++)
      all[customer] = (prices[customer] as number) + (parts[customer] as number);
    return paid;
  }

  function payFree(prices: Float64Array, states: Uint8Array): number {
    const { customers } = bySite;
    let steps = 0;
    for (let site = 0; site < siteCount; site++) {
      if (states[site] === CLOSED) continue;
      const [begin, end] = [bySite.starts[site] as number, bySite.starts[site + 1] as number];
      // Two sums, so that one need not wait for the other.
      let [even, odd] = [0, 0];
      let at = begin;
      for (; at + 1 < end; at += 2) {
        even += prices[customers[at] as number] as number;
        odd += prices[customers[at + 1] as number] as number;
      }
      if (at < end) even += prices[customers[at] as number] as number;
      worth[site] = (worth[site] as number) - even - odd;
      steps += end - begin;
    }
    return steps;
  }

  function payCostly(prices: Float64Array): number {
    let steps = 0;
    for (let customer = 0; customer < customerCount; customer++) {
      const price = prices[customer] as number;
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
    return steps;
  }

  /** Those are left out who pay more than that costs; of those who pay just as much, whoever is not served. How much they do. */
  function leaveOut(prices: Float64Array): number {
    let much = 0;
    for (let customer = 0; customer < customerCount; customer++) {
      const more =
        (prices[customer] as number) + (parts[customer] as number) - (unserved[customer] as number);
      out[customer] = more > 0 || (more === 0 && slack[customer] === 1) ? 1 : 0;
      if (out[customer] === 0) continue;
      much += more;
      slack[customer] = (slack[customer] as number) - 1;
    }
    return much;
  }

  function countSets({ members, starts: from, setStarts, sets }: OddSets): void {
    for (let set = 0; set + 1 < from.length; set++) {
      let twice = 1;
      for (let at = MEMBERS * set; at < MEMBERS * (set + 1); at++) {
        const customer = members[at] as number;
        twice += (slack[customer] as number) - (out[customer] as number);
      }
      slack[customerCount + set] = twice / 2;
    }
    for (let site = 0; site < siteCount; site++) {
      if (chosen[site] === 0) continue;
      const end = setStarts[site + 1] as number;
      for (let at = setStarts[site] as number; at < end; at++) {
        const row = customerCount + (sets[at] as number);
        slack[row] = (slack[row] as number) - 0.5;
      }
    }
  }

  return (asked, states, odd = NO_ODD_SETS) => {
    if (slack.length < asked.length) slack = new Float64Array(asked.length);
    worth.set(fixed);
    parts.fill(0);
    const hasSets = odd.members.length > 0;
    let bound = hasSets ? paySets(asked, odd) : 0;
    const prices = hasSets ? all : asked;
    for (let customer = 0; customer < customerCount; customer++) bound += prices[customer] as number;
    let steps = customerCount + odd.sites.length;
    steps += isFree ? payFree(prices, states) : payCostly(prices);

    const { cost, instead, spared } = choose(worth, states, chosen);
    bound += cost;
    steps += countServed(prices, steps);
    bound -= leaveOut(prices);
    if (hasSets) countSets(odd);
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
