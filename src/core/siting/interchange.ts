import { linksBySite } from "./links-by-site.ts";
import { CLOSED, dearest, type LocationProblem, NOWHERE, OPEN, type Opening } from "./location-problem.ts";
import { nearestOpen } from "./nearest-open.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * From sites that are open to some that no single step betters: a step opens one, closes one or swaps two. That someone is not
 * served who has to be counts as dearer than all else. Where work ends it stops on the way, once as many are open as have to be.
 * Before other steps, what saves most is opened while that saves anything; of `first` alone, as marks, if they are given.
 */
export type Interchange = (from: Iterable<number>, work: WorkLeft, first?: Uint8Array) => Opening;

/**
 * Sites that are closed are looked at in turn, each with the open one that is best to close for it, and a step that saves
 * anything is taken at once (after Whitaker 1983 and Resende and Werneck 2007).
 */
export function interchangeOf(problem: LocationProblem): Interchange {
  const { fixed, states, unserved, least, most, budget } = problem;
  const [siteCount, customerCount] = [fixed.length, unserved.length];
  const bySite = linksBySite(problem);
  const dear = dearest(problem);
  const none = unserved.map((cost) => (cost === Number.POSITIVE_INFINITY ? dear : cost));
  const served = nearestOpen(problem, bySite, none);
  const { isOpen, nearest, near, next } = served;
  const paid = budget?.amount ?? 0;
  /** By open site: what closing it costs. */
  const losses = new Float64Array(siteCount);
  /** By open site: how much less closing it costs if the site in hand is opened. */
  const spared = new Float64Array(siteCount);
  const touched = new Uint32Array(siteCount);

  /** What is open, as it stands. */
  function weigh() {
    let [cost, open, spent, farthest] = [0, 0, 0, 0];
    const closable: number[] = [];
    for (let site = 0; site < siteCount; site++) {
      if (isOpen[site] === 0) continue;
      open++;
      cost += fixed[site] as number;
      spent += budget?.prices[site] ?? 0;
      losses[site] = -(fixed[site] as number);
      if (states[site] !== OPEN) closable.push(site);
    }
    for (let customer = 0; customer < customerCount; customer++) {
      cost += near[customer] as number;
      const after = next[customer] as number;
      if (after > farthest) farthest = after;
      const site = nearest[customer] as number;
      if (site !== NOWHERE) losses[site] = (losses[site] as number) + (after - (near[customer] as number));
    }
    closable.sort((a, b) => (losses[a] as number) - (losses[b] as number) || a - b);
    return { cost, open, spent, closable, endOf: bySite.below(farthest) };
  }

  return (from, work, first) => {
    const marks = states.map((state) => (state === OPEN ? 1 : 0));
    for (const site of from) if (states[site] !== CLOSED) marks[site] = 1;
    work.spend(served.begin(marks));
    let now = weigh();
    function take(opens: number, closes: number): void {
      if (opens !== NOWHERE) work.spend(served.open(opens));
      if (closes !== NOWHERE) work.spend(served.close(closes));
      now = weigh();
      work.spend(customerCount);
    }

    while ((now.open > most || now.spent > paid) && now.open > least && now.closable.length > 0)
      take(NOWHERE, now.closable[0] as number);
    if (now.open <= most && now.spent <= paid) {
      if (first !== undefined) fill(first);
      fill();
      better();
    }
    const isCounted = now.open >= least && now.open <= most && now.spent <= paid;
    const allServed = nearest.every(
      (site, customer) => site !== NOWHERE || unserved[customer] !== Number.POSITIVE_INFINITY,
    );
    return {
      sites: Uint32Array.from(isOpen.keys()).filter((site) => isOpen[site] === 1),
      cost: isCounted && allServed ? now.cost : Number.POSITIVE_INFINITY,
    };

    /** Opens what saves most, again and again: as many as have to be, and on while that saves anything. */
    function fill(among?: Uint8Array): void {
      const mayOpen = (site: number) =>
        isOpen[site] === 0 &&
        states[site] !== CLOSED &&
        (among === undefined || among[site] === 1) &&
        isPaid(site, NOWHERE);
      const isFull = () => now.open >= most || (now.open >= least && work.done);
      if (isFull()) return;
      // Opening never saves more than it did when less was open, so that few have to be weighed again.
      const hopes = Float64Array.from(states, (_, site) => (mayOpen(site) ? savedBy(site) : 0));
      while (!isFull()) {
        let [opens, saves] = [NOWHERE, now.open < least ? Number.NEGATIVE_INFINITY : tiny()];
        for (;;) {
          let hope = NOWHERE;
          for (let site = 0; site < siteCount; site++) {
            if (hope !== NOWHERE && (hopes[site] as number) <= (hopes[hope] as number)) continue;
            if (mayOpen(site)) hope = site;
          }
          if (hope === NOWHERE || hope === opens || (hopes[hope] as number) <= saves) break;
          hopes[hope] = savedBy(hope);
          if ((hopes[hope] as number) > saves) [opens, saves] = [hope, hopes[hope] as number];
        }
        if (opens === NOWHERE) return;
        take(opens, NOWHERE);
      }
    }

    function savedBy(site: number): number {
      const [begin, end] = [bySite.starts[site] as number, now.endOf(site)];
      let saves = -(fixed[site] as number);
      for (let at = begin; at < end; at++) {
        const less = (near[bySite.customers[at] as number] as number) - (bySite.costs[at] as number);
        if (less > 0) saves += less;
      }
      work.spend(end - begin + 1);
      return saves;
    }

    /** Steps that save, from one site to the next, until no site has one. */
    function better(): void {
      let [site, idle] = [0, 0];
      while (idle < siteCount && !work.done) {
        const before = now.cost;
        const [cheapest = NOWHERE] = now.closable;
        if (cheapest !== NOWHERE && now.open > least && -(losses[cheapest] as number) > tiny())
          take(NOWHERE, cheapest);
        else {
          site = site + 1 < siteCount ? site + 1 : 0;
          idle++;
          if (isOpen[site] === 1 || states[site] === CLOSED) continue;
          const { closes, saves } = bestFor(site);
          if (!(saves > tiny())) continue;
          take(site, closes);
          idle = 0;
        }
        // What is saved by rounding alone would be saved for ever.
        if (!(now.cost < before)) return;
      }
    }

    /** What is best to close, if anything, where a site opens. */
    function bestFor(site: number): { closes: number; saves: number } {
      const [begin, end] = [bySite.starts[site] as number, now.endOf(site)];
      let [saves, count] = [-(fixed[site] as number), 0];
      for (let at = begin; at < end; at++) {
        const [customer, cost] = [bySite.customers[at] as number, bySite.costs[at] as number];
        const after = next[customer] as number;
        if (cost >= after) continue;
        const own = near[customer] as number;
        if (cost < own) saves += own - cost;
        const of = nearest[customer] as number;
        if (of === NOWHERE) continue;
        // Nothing is spared beyond what closing costs.
        if (spared[of] === 0) touched[count++] = of;
        spared[of] = (spared[of] as number) + (after - Math.max(own, cost));
      }
      work.spend(end - begin + 1);
      let step = { closes: NOWHERE, saves: Number.NEGATIVE_INFINITY };
      if (now.open < most && isPaid(site, NOWHERE)) step = { closes: NOWHERE, saves };
      const consider = (closes: number) => {
        if (states[closes] === OPEN || !isPaid(site, closes)) return;
        const all = saves - (losses[closes] as number) + (spared[closes] as number);
        if (all > step.saves) step = { closes, saves: all };
      };
      const cheapest = now.closable.find((closes) => isPaid(site, closes));
      if (cheapest !== undefined) consider(cheapest);
      for (let at = 0; at < count; at++) {
        const of = touched[at] as number;
        consider(of);
        spared[of] = 0;
      }
      return step;
    }

    function isPaid(opens: number, closes: number): boolean {
      if (budget === undefined) return true;
      const priceOf = (site: number) => (site === NOWHERE ? 0 : (budget.prices[site] as number));
      return now.spent + priceOf(opens) - priceOf(closes) <= paid;
    }

    function tiny(): number {
      return 1e-12 * Math.abs(now.cost);
    }
  };
}
