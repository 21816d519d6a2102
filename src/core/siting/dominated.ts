import { linksBySite } from "./links-by-site.ts";
import { CLOSED, FREE, type LocationProblem, OPEN } from "./location-problem.ts";

/**
 * The problem without free sites that another may stand for: one that costs no more, is not closed and reaches all whom they
 * reach; of equal ones the first stays. For problems whose links cost nothing and that ask for no number of sites at least. What
 * is best costs the same.
 */
export function withoutDominated(problem: LocationProblem): LocationProblem {
  const { starts, sites, fixed, budget } = problem;
  const bySite = linksBySite(problem);
  const reached = (site: number) => bySite.customers.subarray(bySite.starts[site], bySite.starts[site + 1]);
  const isReached = new Uint8Array(starts.length - 1);
  const reach = (customer: number) => (starts[customer + 1] as number) - (starts[customer] as number);
  const isNoDearer = (one: number, other: number) =>
    (fixed[one] as number) <= (fixed[other] as number) &&
    (budget?.prices[one] ?? 0) <= (budget?.prices[other] ?? 0);

  /** Of two that reach the same and cost the same the first stands for the other. */
  function standsFor(one: number, other: number, most: number): boolean {
    const isOpen = problem.states[one] === OPEN;
    if (problem.states[one] === CLOSED || (!isOpen && !isNoDearer(one, other))) return false;
    const its = reached(one);
    if (its.length < most) return false;
    let both = 0;
    for (const customer of its) both += isReached[customer] as number;
    if (both < most) return false;
    return isOpen || its.length > most || !isNoDearer(other, one) || one < other;
  }

  const states = problem.states.map((state, site) => {
    if (state !== FREE) return state;
    const own = reached(site);
    const [first] = own;
    if (first === undefined) return CLOSED;
    let scarce = first;
    for (const customer of own) {
      isReached[customer] = 1;
      if (reach(customer) < reach(scarce)) scarce = customer;
    }
    const others = sites.subarray(starts[scarce], starts[scarce + 1]);
    const isDominated = others.some((other) => other !== site && standsFor(other, site, own.length));
    for (const customer of own) isReached[customer] = 0;
    return isDominated ? CLOSED : FREE;
  });
  return { ...problem, states };
}
