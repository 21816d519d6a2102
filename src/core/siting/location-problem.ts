/**
 * Which sites to open, and whom each of them serves: a customer goes to the open site that costs least for it, or is left
 * unserved at a price. Medians, covers of all kinds and plants with a fixed cost are this problem. Costs are not negative.
 */
export interface LocationProblem {
  /** By site: the cost of opening it. */
  readonly fixed: Float64Array;
  /** By site: `FREE` to be chosen, to be `OPEN` or to stay `CLOSED`. */
  readonly states: Uint8Array;
  /** By customer, and one more: where its links start. */
  readonly starts: Uint32Array;
  /** By link: its site. Links of a customer go by their costs and then by their sites, none twice. */
  readonly sites: Uint32Array;
  /** By link: the cost of serving the customer there. */
  readonly costs: Float64Array;
  /** By customer: the cost of leaving it unserved; `Infinity` where it has to be served. */
  readonly unserved: Float64Array;
  /** How many sites are open, those that have to be among them. */
  readonly least: number;
  readonly most: number;
  /** What sites that are open may cost together besides, if that is bounded; whole numbers. */
  readonly budget?: Budget;
}

export interface Budget {
  /** By site. */
  readonly prices: Float64Array;
  readonly amount: number;
}

export const [FREE, OPEN, CLOSED] = [0, 1, 2];

/** No site. */
export const NOWHERE = 0xffffffff;

/** Sites that are open, ascending, and what they cost with whom they serve; `Infinity` if someone is not served who has to be. */
export interface Opening {
  readonly sites: Uint32Array;
  readonly cost: number;
}

/** By customer: the link to the open site that serves it, or `NOWHERE`. */
export function servedAt(
  { starts, sites, costs, unserved }: Pick<LocationProblem, "starts" | "sites" | "costs" | "unserved">,
  open: Uint32Array,
  siteCount: number,
): Uint32Array {
  const isOpen = new Uint8Array(siteCount);
  for (const site of open) isOpen[site] = 1;
  const served = new Uint32Array(unserved.length).fill(NOWHERE);
  for (let customer = 0; customer < served.length; customer++) {
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
      if ((costs[link] as number) > (unserved[customer] as number)) break;
      if (isOpen[sites[link] as number] === 0) continue;
      served[customer] = link;
      break;
    }
  }
  return served;
}

/** By link: its customer. */
export function customerOfLinks({ starts, sites }: Pick<LocationProblem, "starts" | "sites">): Uint32Array {
  const customers = new Uint32Array(sites.length);
  for (let customer = 0; customer + 1 < starts.length; customer++)
    customers.fill(customer, starts[customer] as number, starts[customer + 1] as number);
  return customers;
}

/** What it costs that just these sites are open. */
export function costOf(problem: LocationProblem, open: Uint32Array): number {
  let cost = 0;
  for (const site of open) cost += problem.fixed[site] as number;
  for (const [customer, link] of servedAt(problem, open, problem.fixed.length).entries()) {
    cost += (link === NOWHERE ? problem.unserved[customer] : problem.costs[link]) as number;
  }
  return cost;
}

/** More than any opening costs that serves everybody who has to be served. */
export function dearest({ fixed, starts, costs, unserved }: LocationProblem): number {
  let sum = 1;
  for (const cost of fixed) sum += cost;
  for (let customer = 0; customer < unserved.length; customer++) {
    const [from, end] = [starts[customer] as number, starts[customer + 1] as number];
    const none = unserved[customer] as number;
    const last = end > from ? (costs[end - 1] as number) : 0;
    sum += none === Number.POSITIVE_INFINITY ? last : Math.max(last, none);
  }
  return sum;
}

/** Links by customer as they have to stand in a problem: by cost, then by site. */
export function linksByCost(
  links: readonly (readonly { site: number; cost: number }[])[],
): Pick<LocationProblem, "starts" | "sites" | "costs"> {
  const starts = new Uint32Array(links.length + 1);
  for (const [customer, of] of links.entries())
    starts[customer + 1] = (starts[customer] as number) + of.length;
  const sites = new Uint32Array(starts[links.length] as number);
  const costs = new Float64Array(sites.length);
  for (const [customer, of] of links.entries()) {
    const sorted = [...of].sort((a, b) => a.cost - b.cost || a.site - b.site);
    for (const [at, { site, cost }] of sorted.entries()) {
      sites[(starts[customer] as number) + at] = site;
      costs[(starts[customer] as number) + at] = cost;
    }
  }
  return { starts, sites, costs };
}
