import {
  type Budget,
  CLOSED,
  dearest,
  type LocationProblem,
  NOWHERE,
  OPEN,
  type Opening,
} from "./location-problem.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * From sites that are open to some that no single step betters: a step opens one, closes one or swaps two, whichever saves
 * most (after Resende and Werneck 2007). That someone is not served who has to be counts as dearer than all else. Where work
 * ends it stops on the way, once as many are open as have to be.
 */
export function interchange(problem: LocationProblem, from: Iterable<number>, work: WorkLeft): Opening {
  const { fixed, states, least, most, budget } = problem;
  const isOpen = new Uint8Array(fixed.length);
  for (const site of from) isOpen[site] = 1;
  for (let site = 0; site < fixed.length; site++) {
    if (states[site] === OPEN) isOpen[site] = 1;
    if (states[site] === CLOSED) isOpen[site] = 0;
  }
  const savings = savingsOf(problem, isOpen);
  for (;;) {
    const { cost, open, steps } = savings.weigh();
    work.spend(steps);
    const spent = budget === undefined ? 0 : spentBy(budget, isOpen);
    const isCounted = open >= least && open <= most && spent <= (budget?.amount ?? 0);
    const step = isCounted && work.done ? undefined : savings.best(open, spent);
    // What is saved by rounding alone would be saved for ever.
    const ends = step === undefined || (isCounted && step.saves <= 1e-12 * Math.abs(cost));
    if (ends) {
      const sites = [...isOpen.keys()].filter((site) => isOpen[site] === 1);
      return {
        sites: Uint32Array.from(sites),
        cost: isCounted && savings.allServed() ? cost : Number.POSITIVE_INFINITY,
      };
    }
    if (step.opens !== NOWHERE) isOpen[step.opens] = 1;
    if (step.closes !== NOWHERE) isOpen[step.closes] = 0;
  }
}

function spentBy({ prices }: Budget, isOpen: Uint8Array): number {
  return prices.reduce((sum, price, site) => sum + price * (isOpen[site] as number), 0);
}

interface Step {
  /** `NOWHERE` if none. */
  readonly opens: number;
  readonly closes: number;
  readonly saves: number;
}

/** What steps would save, from `isOpen` as it stands at each weighing. */
function savingsOf(problem: LocationProblem, isOpen: Uint8Array) {
  const { fixed, states, starts, sites, costs, least, most, budget } = problem;
  const [siteCount, customerCount] = [fixed.length, starts.length - 1];
  const dear = dearest(problem);
  /** By customer: the cost at the open site that is nearest to it, at the one after that, and the nearest site. */
  const near = new Float64Array(customerCount);
  const next = new Float64Array(customerCount);
  const nearest = new Uint32Array(customerCount);
  /** By customer: the end of its links that are nearer than the second open site. */
  const ends = new Uint32Array(customerCount);
  /** By open site: what closing it costs. By closed site: what opening it saves. */
  const worth = new Float64Array(siteCount);
  /** Links of closed sites to customers that are nearer there than to their second open site, by site. */
  const places = new Uint32Array(siteCount + 1);
  let visits = new Uint32Array(0);
  let visitCosts = new Float64Array(0);
  let unserved = 0;
  /** By open site: how much less closing it costs if the site in hand is opened. */
  const spared = new Float64Array(siteCount);

  function weigh() {
    let [cost, open, steps] = [0, 0, 0];
    unserved = 0;
    for (let site = 0; site < siteCount; site++) {
      worth[site] = -(fixed[site] as number);
      if (isOpen[site] === 0) continue;
      open++;
      cost += fixed[site] as number;
    }
    places.fill(0);
    for (let customer = 0; customer < customerCount; customer++) {
      const allowed = problem.unserved[customer] as number;
      const none = allowed === Number.POSITIVE_INFINITY ? dear : allowed;
      let [first, second, at] = [NOWHERE, NOWHERE, starts[customer] as number];
      const end = starts[customer + 1] as number;
      for (; at < end && (costs[at] as number) < none; at++) {
        if (isOpen[sites[at] as number] === 0) continue;
        if (first !== NOWHERE) {
          second = at;
          break;
        }
        first = at;
      }
      const nearCost = first === NOWHERE ? none : (costs[first] as number);
      const nextCost = second === NOWHERE ? none : (costs[second] as number);
      near[customer] = nearCost;
      next[customer] = nextCost;
      cost += nearCost;
      if (first === NOWHERE) {
        nearest[customer] = NOWHERE;
        if (allowed === Number.POSITIVE_INFINITY) unserved++;
      } else {
        const site = sites[first] as number;
        nearest[customer] = site;
        worth[site] = (worth[site] as number) + (nextCost - nearCost);
      }
      // Links as far as the second site are no nearer than it.
      while (at > (starts[customer] as number) && (costs[at - 1] as number) >= nextCost) at--;
      ends[customer] = at;
      for (let link = starts[customer] as number; link < at; link++) {
        const site = sites[link] as number;
        if (isOpen[site] === 1) continue;
        places[site + 1] = (places[site + 1] as number) + 1;
      }
      steps += at - (starts[customer] as number) + 1;
    }
    for (let site = 0; site < siteCount; site++) {
      places[site + 1] = (places[site + 1] as number) + (places[site] as number);
    }
    fileVisits(places[siteCount] as number);
    return { cost, open, steps: 2 * steps };
  }

  function fileVisits(count: number): void {
    if (visits.length < count) {
      visits = new Uint32Array(2 * count);
      visitCosts = new Float64Array(2 * count);
    }
    const to = places.slice(0, siteCount);
    for (let customer = 0; customer < customerCount; customer++) {
      for (let link = starts[customer] as number; link < (ends[customer] as number); link++) {
        const site = sites[link] as number;
        if (isOpen[site] === 1) continue;
        const at = to[site] as number;
        visits[at] = customer;
        visitCosts[at] = costs[link] as number;
        to[site] = at + 1;
        const saves = (near[customer] as number) - (costs[link] as number);
        if (saves > 0) worth[site] = (worth[site] as number) + saves;
      }
    }
  }

  /** The step that saves most, be it less than nothing where too few or too many are open; among equal ones the first. */
  function best(open: number, spent: number): Step | undefined {
    const closable: number[] = [];
    for (let site = 0; site < siteCount; site++) {
      if (isOpen[site] === 1 && states[site] !== OPEN) closable.push(site);
    }
    let step: Step | undefined;
    const take = (opens: number, closes: number, saves: number) => {
      if (step === undefined || saves > step.saves) step = { opens, closes, saves };
    };
    const priceOf = (site: number) => (site === NOWHERE ? 0 : (budget?.prices[site] ?? 0));
    const isPaid = (opens: number, closes: number) =>
      budget === undefined || spent + priceOf(opens) - priceOf(closes) <= budget.amount;
    closable.sort((a, b) => (worth[a] as number) - (worth[b] as number) || a - b);
    const [first = NOWHERE] = closable;
    if (first !== NOWHERE && open > least) take(NOWHERE, first, -(worth[first] as number));
    if (open > most || !isPaid(NOWHERE, NOWHERE)) return step;
    const mustOpen = open < least;
    for (let site = 0; site < siteCount; site++) {
      if (isOpen[site] === 1 || states[site] === CLOSED) continue;
      const saves = worth[site] as number;
      if (open < most && isPaid(site, NOWHERE)) take(site, NOWHERE, saves);
      const cheapest = mustOpen ? undefined : closable.find((other) => isPaid(site, other));
      if (cheapest === undefined) continue;
      // Nothing is spared beyond what closing costs.
      const [from, to] = [places[site] as number, places[site + 1] as number];
      for (let at = from; at < to; at++) {
        const customer = visits[at] as number;
        const of = nearest[customer] as number;
        if (of === NOWHERE) continue;
        const now = Math.max(visitCosts[at] as number, near[customer] as number);
        spared[of] = (spared[of] as number) + ((next[customer] as number) - now);
      }
      take(site, cheapest, saves - (worth[cheapest] as number) + (spared[cheapest] as number));
      for (let at = from; at < to; at++) {
        const of = nearest[visits[at] as number] as number;
        if (of === NOWHERE || spared[of] === 0) continue;
        if (states[of] !== OPEN && isPaid(site, of))
          take(site, of, saves - (worth[of] as number) + (spared[of] as number));
        spared[of] = 0;
      }
    }
    return step;
  }

  return { weigh, best, allServed: () => unserved === 0 };
}
