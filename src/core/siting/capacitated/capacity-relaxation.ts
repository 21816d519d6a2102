import { cheapestSitesOf } from "../cheapest-sites.ts";
import { CLOSED, customerOfLinks } from "../location-problem.ts";
import type { Relaxation, Relaxed } from "../relaxation.ts";
import type { CapacitatedProblem } from "./capacitated-problem.ts";
import { packParts, packWhole } from "./knapsack.ts";

export interface CapacityRelaxation {
  readonly relax: Relaxation;
  /** Rows of links by which no customer goes whole in anything that costs less than `limit`, by what was told last. */
  unusable(last: Relaxed, limit: number): number[];
}

/**
 * What opening costs at least if a customer pays a price for being served, and each site serves whom it earns most by, as far
 * as it holds them (Lagrange with a knapsack by site; Cornuéjols, Sridharan and Thizy 1991). A customer that is served
 * twice pays twice.
 */
export function capacityRelaxation(problem: CapacitatedProblem): CapacityRelaxation {
  const { fixed, capacities, starts, costs, sizes } = problem;
  const [siteCount, customerCount] = [fixed.length, starts.length - 1];
  const customers = customerOfLinks(problem);
  const pack = problem.isSplit ? packParts : packWhole;
  /** Links by site, those that earn most for what they take first, as the prices before had it. */
  const { ends, links } = linksBySite(problem);
  const ratios = new Float64Array(links.length);
  /** By place in `links`: the part that the site would serve. */
  const parts = new Float64Array(links.length);
  const profits = new Float64Array(links.length);
  const taken = new Float64Array(links.length);
  const counts = new Uint32Array(siteCount);
  const worth = new Float64Array(siteCount);
  const chosen = new Uint8Array(siteCount);
  const slack = new Float64Array(customerCount);
  const choose = cheapestSitesOf(problem);
  let lastStates = problem.states;

  function order(from: number, end: number, prices: Float64Array): number {
    let count = 0;
    for (let at = from; at < end; at++) {
      const link = links[at] as number;
      const profit = (prices[customers[link] as number] as number) - (costs[link] as number);
      const ratio = profit > 0 ? profit / (sizes[link] as number) : 0;
      if (profit > 0) count++;
      let to = at;
      for (; to > from && (ratios[to - 1] as number) < ratio; to--) {
        ratios[to] = ratios[to - 1] as number;
        profits[to] = profits[to - 1] as number;
        links[to] = links[to - 1] as number;
      }
      ratios[to] = ratio;
      profits[to] = profit;
      links[to] = link;
    }
    for (let at = from; at < from + count; at++) taken[at] = sizes[links[at] as number] as number;
    return count;
  }

  const relax: Relaxation = (prices, states) => {
    lastStates = states;
    let [bound, steps] = [0, customerCount];
    for (const price of prices) bound += price;
    for (let site = 0; site < siteCount; site++) {
      if (states[site] === CLOSED) continue;
      const [from, end] = [ends[site] as number, ends[site + 1] as number];
      const count = order(from, end, prices);
      counts[site] = count;
      const items = {
        count,
        profits: profits.subarray(from, from + count),
        sizes: taken.subarray(from, from + count),
      };
      const packed = pack(items, capacities[site] as number, parts.subarray(from, from + count));
      worth[site] = (fixed[site] as number) - packed.profit;
      steps += end - from + packed.steps;
    }
    const { cost, instead, spared } = choose(worth, states, chosen);
    slack.fill(1);
    for (let site = 0; site < siteCount; site++) {
      if (chosen[site] === 0) continue;
      const from = ends[site] as number;
      for (let at = from; at < from + (counts[site] as number); at++) {
        const customer = customers[links[at] as number] as number;
        slack[customer] = (slack[customer] as number) - (parts[at] as number);
      }
    }
    return { bound: bound + cost, worth, chosen, instead, spared, slack, steps };
  };

  function unusable({ bound, worth, chosen, spared }: Relaxed, limit: number): number[] {
    const found: number[] = [];
    for (let site = 0; site < siteCount; site++) {
      if (lastStates[site] === CLOSED) continue;
      const [from, end] = [ends[site] as number, ends[site + 1] as number];
      const filled = from + (counts[site] as number);
      // What room is worth, and what is earned at most at that price of room (the dual of parts).
      let [left, at] = [capacities[site] as number, from];
      while (at < filled && (taken[at] as number) <= left) left -= taken[at++] as number;
      const price = at < filled ? (ratios[at] as number) : 0;
      let earned = price === 0 ? 0 : price * (capacities[site] as number);
      for (at = from; at < filled; at++) {
        const beyond = (profits[at] as number) - price * (taken[at] as number);
        if (beyond > 0) earned += beyond;
      }
      const others = bound - (chosen[site] === 1 ? (worth[site] as number) : spared);
      for (at = from; at < end; at++) {
        const link = links[at] as number;
        const beyond = (profits[at] as number) - price * (sizes[link] as number);
        if (others + (fixed[site] as number) - earned - Math.min(0, beyond) >= limit) found.push(link);
      }
    }
    return found;
  }

  return { relax, unusable };
}

/** Links of each site, the first at `ends[site]`. */
function linksBySite({ fixed, sites }: CapacitatedProblem): { ends: Uint32Array; links: Uint32Array } {
  const ends = new Uint32Array(fixed.length + 1);
  for (const site of sites) ends[site + 1] = (ends[site + 1] as number) + 1;
  for (let site = 0; site < fixed.length; site++)
    ends[site + 1] = (ends[site + 1] as number) + (ends[site] as number);
  const to = ends.slice();
  const links = new Uint32Array(sites.length);
  for (const [link, site] of sites.entries()) {
    links[to[site] as number] = link;
    to[site] = (to[site] as number) + 1;
  }
  return { ends, links };
}
