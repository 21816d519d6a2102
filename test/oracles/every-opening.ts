import { CLOSED, costOf, type LocationProblem, OPEN } from "../../src/core/siting/location-problem.ts";

/** Every choice of sites that keeps to states, numbers and the budget, with what it costs. */
export function everyOpening(problem: LocationProblem): { sites: number[]; cost: number }[] {
  const { states, least, most, budget } = problem;
  const openings = [];
  for (let marks = 0; marks < 2 ** states.length; marks++) {
    const isOpen = (site: number) => ((marks >> site) & 1) === 1;
    const sites = [...states.keys()].filter(isOpen);
    const keeps = states.every((state, site) => (isOpen(site) ? state !== CLOSED : state !== OPEN));
    const spent = sites.reduce((sum, site) => sum + (budget?.prices[site] ?? 0), 0);
    if (!keeps || sites.length < least || sites.length > most || spent > (budget?.amount ?? 0)) continue;
    openings.push({ sites, cost: costOf(problem, Uint32Array.from(sites)) });
  }
  return openings;
}

/** `Infinity` if there is no opening that serves everybody who has to be served. */
export function leastCost(problem: LocationProblem): number {
  return Math.min(Number.POSITIVE_INFINITY, ...everyOpening(problem).map(({ cost }) => cost));
}
