import { type Budget, CLOSED, FREE, type LocationProblem, OPEN } from "./location-problem.ts";

/** A problem some of whose sites are decided, with the free ones alone. */
export interface ReducedProblem {
  readonly problem: LocationProblem;
  /** By its sites, by its customers: their rows in the whole problem, ascending. */
  readonly sites: Uint32Array;
  readonly customers: Uint32Array;
  /** What is spent on everything else: on open sites, and customers for whom no free site is nearer than those. */
  readonly spent: number;
}

/**
 * Open sites serve whom no free one serves cheaper, and closed ones are gone. `undefined` where more have to be open than may.
 * Linear in links.
 */
export function reducedProblem(whole: LocationProblem, states: Uint8Array): ReducedProblem | undefined {
  const placeOf = new Uint32Array(states.length);
  const free: number[] = [];
  let [spent, open] = [0, 0];
  let left = whole.budget?.amount ?? 0;
  for (let site = 0; site < states.length; site++) {
    if (states[site] === FREE) placeOf[site] = free.push(site) - 1;
    if (states[site] !== OPEN) continue;
    open++;
    spent += whole.fixed[site] as number;
    left -= whole.budget?.prices[site] ?? 0;
  }
  if (left < 0 || open > whole.most || open + free.length < whole.least) return undefined;

  const customers: number[] = [];
  const unserved: number[] = [];
  const starts: number[] = [0];
  const sites = new Uint32Array(whole.sites.length);
  const costs = new Float64Array(whole.sites.length);
  let count = 0;
  for (let customer = 0; customer < whole.unserved.length; customer++) {
    const end = whole.starts[customer + 1] as number;
    const from = count;
    let least = whole.unserved[customer] as number;
    for (let link = whole.starts[customer] as number; link < end; link++) {
      const [site, cost] = [whole.sites[link] as number, whole.costs[link] as number];
      if (cost >= least) break;
      const state = states[site];
      if (state === OPEN) {
        least = cost;
        break;
      }
      if (state === CLOSED) continue;
      sites[count] = placeOf[site] as number;
      costs[count++] = cost;
    }
    // Nothing is gained by a free site that costs as much as an open one.
    while (count > from && (costs[count - 1] as number) >= least) count--;
    if (count === from && least < Number.POSITIVE_INFINITY) {
      spent += least;
      continue;
    }
    customers.push(customer);
    unserved.push(least);
    starts.push(count);
  }
  return {
    problem: {
      fixed: Float64Array.from(free, (site) => whole.fixed[site] as number),
      states: new Uint8Array(free.length),
      starts: Uint32Array.from(starts),
      sites: sites.slice(0, count),
      costs: costs.slice(0, count),
      unserved: Float64Array.from(unserved),
      least: Math.max(0, whole.least - open),
      most: whole.most - open,
      ...(whole.budget && {
        budget: {
          prices: Float64Array.from(free, (site) => (whole.budget as Budget).prices[site] as number),
          amount: left,
        },
      }),
    },
    sites: Uint32Array.from(free),
    customers: Uint32Array.from(customers),
    spent,
  };
}
