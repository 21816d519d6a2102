import { CLOSED, FREE, type LocationProblem, NOWHERE, OPEN } from "./location-problem.ts";
import type { LookedAt, SearchNode } from "./search-node.ts";

/**
 * Ways to decide further, of which every opening goes one: who reaches the fewest sites that may open is served by one of
 * them, or the site of which prices are least certain is open or closed. None where all are decided.
 */
export function branches(problem: LocationProblem, { shares, ...node }: LookedAt): SearchNode[] {
  const { states } = node;
  const reached = problem.costs.every((cost) => cost === 0) ? fewestReached(problem, states) : undefined;
  if (reached !== undefined) {
    const ways: Uint8Array[] = [];
    const left = states.slice();
    for (const site of reached.sort((a, b) => (shares[b] as number) - (shares[a] as number) || a - b)) {
      ways.push(left.with(site, OPEN));
      left[site] = CLOSED;
    }
    return ways.reverse().map((way) => ({ ...node, states: way }));
  }
  const site = branchingSite(states, shares);
  if (site === NOWHERE) return [];
  return [CLOSED, OPEN].map((state) => ({ ...node, states: states.with(site, state) }));
}

/** The free sites of the customer that has the fewest; of those who have to be served, and not by a site that is open. */
function fewestReached(problem: LocationProblem, states: Uint8Array): number[] | undefined {
  const { starts, sites, unserved } = problem;
  let [found, least] = [NOWHERE, Number.POSITIVE_INFINITY];
  for (let customer = 0; customer < unserved.length; customer++) {
    if (unserved[customer] !== Number.POSITIVE_INFINITY) continue;
    let free = 0;
    const end = starts[customer + 1] as number;
    for (let link = starts[customer] as number; link < end; link++) {
      const state = states[sites[link] as number];
      if (state === OPEN) {
        free = Number.POSITIVE_INFINITY;
        break;
      }
      if (state === FREE) free++;
    }
    if (free < least) [found, least] = [customer, free];
  }
  if (found === NOWHERE) return undefined;
  return [...sites.subarray(starts[found], starts[found + 1])].filter((site) => states[site] === FREE);
}

/** The free site of which prices are least certain. */
function branchingSite(states: Uint8Array, shares: Float64Array): number {
  let [found, least] = [NOWHERE, Number.POSITIVE_INFINITY];
  for (let site = 0; site < states.length; site++) {
    if (states[site] !== FREE) continue;
    const from = Math.abs((shares[site] as number) - 0.5);
    if (from < least) [found, least] = [site, from];
  }
  return found;
}
