import { type Budget, FREE, OPEN } from "./location-problem.ts";

/** Which sites cost least to open, of those that may be and with those that have to be. */
export interface CheapestSites {
  readonly cost: number;
  /** What the cost takes on for a chosen free site that is closed, besides its worth; what it is spared for one opened. */
  readonly instead: number;
  readonly spared: number;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly budget?: Budget;
}

/**
 * Marks in `chosen` the sites of least `worth`, each of which may be below 0; costs `Infinity` where too few may open. A budget
 * has a price for each 1 that is spent (Lagrange): `worth` takes it on, and what is not spent earns it.
 */
export function cheapestSitesOf({ least, most, budget }: Bounds) {
  let sorted = new Float64Array(0);

  return (worth: Float64Array, states: Uint8Array, chosen: Uint8Array): CheapestSites => {
    if (sorted.length < states.length) sorted = new Float64Array(states.length);
    let [cost, open, free] = [0, 0, 0];
    if (budget !== undefined) cost -= priceBudget(budget, worth, states);
    for (let site = 0; site < states.length; site++) {
      const state = states[site];
      if (state === OPEN) {
        open++;
        cost += worth[site] as number;
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
      cost += ordered[at] as number;
      if (ordered[at] === lastWorth) alike++;
    }
    if (open + count < least) cost = Number.POSITIVE_INFINITY;
    for (let site = 0; site < states.length; site++) {
      if (states[site] !== FREE) continue;
      const of = worth[site] as number;
      if (of < lastWorth || (of === lastWorth && alike-- > 0)) chosen[site] = 1;
    }
    return {
      cost,
      instead: open + count <= least ? nextWorth : Math.min(0, nextWorth),
      spared: open + count >= most ? lastWorth : Math.max(0, lastWorth),
    };
  };
}

/** Adds to `worth` what sites spend, at the price at which the budget is just spent on those that earn most for it; all of it. */
function priceBudget({ prices, amount }: Budget, worth: Float64Array, states: Uint8Array): number {
  let left = amount;
  const earning: number[] = [];
  for (let site = 0; site < states.length; site++) {
    if (states[site] === OPEN) left -= prices[site] as number;
    if (states[site] === FREE && (worth[site] as number) < 0 && (prices[site] as number) > 0)
      earning.push(site);
  }
  if (left < 0) return Number.NEGATIVE_INFINITY;
  const ratio = (site: number) => (worth[site] as number) / (prices[site] as number);
  earning.sort((a, b) => ratio(a) - ratio(b) || a - b);
  const last = earning.find((site) => {
    left -= prices[site] as number;
    return left < 0;
  });
  if (last === undefined) return 0;
  const price = -ratio(last);
  for (let site = 0; site < states.length; site++)
    worth[site] = (worth[site] as number) + price * (prices[site] as number);
  return price * amount;
}
