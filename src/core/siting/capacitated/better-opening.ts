import { CLOSED, customerOfLinks, OPEN } from "../location-problem.ts";
import type { WorkLeft } from "../work-left.ts";
import type { CapacitatedProblem, Service } from "./capacitated-problem.ts";
import { serve } from "./serve.ts";

/**
 * From a service to one that is no dearer: what a site serves goes to another that is closed, and sites open, close or are
 * swapped, those first that cost least beyond what they earn. Only so many are tried.
 */
export function betterOpening(
  problem: CapacitatedProblem,
  start: Service,
  worth: Float64Array,
  work: WorkLeft,
): Service {
  const { fixed, states, least, most } = problem;
  let best = moveOn(problem, start, work);
  for (;;) {
    const isOpen = new Uint8Array(fixed.length);
    for (const site of best.sites) isOpen[site] = 1;
    const open = best.sites.length;
    const closable = [...best.sites].filter((site) => states[site] !== OPEN);
    const openable = [...isOpen.keys()].filter(
      (site) =>
        isOpen[site] === 0 && states[site] !== CLOSED && (worth[site] as number) < Number.POSITIVE_INFINITY,
    );
    const of = (site: number) => worth[site] as number;
    const steps: { readonly opens?: number; readonly closes?: number; readonly more: number }[] = [];
    if (open > least) for (const closes of closable) steps.push({ closes, more: -of(closes) });
    if (open < most) for (const opens of openable) steps.push({ opens, more: of(opens) });
    for (const closes of closable)
      for (const opens of openable) steps.push({ opens, closes, more: of(opens) - of(closes) });
    work.spend(steps.length);
    steps.sort(
      (a, b) => a.more - b.more || (a.opens ?? -1) - (b.opens ?? -1) || (a.closes ?? -1) - (b.closes ?? -1),
    );
    let better: Service | undefined;
    for (const { opens, closes, more } of steps.slice(0, MOST_TRIED)) {
      if (work.done || best.cost + more < 0) break;
      const marks = isOpen.slice();
      if (opens !== undefined) marks[opens] = 1;
      if (closes !== undefined) marks[closes] = 0;
      const found = serve(problem, marks, work, best, HOPELESS * best.cost);
      if (found === undefined || found.cost >= best.cost * (1 - SMALLEST)) continue;
      better = found;
      break;
    }
    if (better === undefined) return best;
    best = moveOn(problem, better, work);
  }
}

/** Moves all that a site serves to another that is closed, as long as that saves, and serves anew. */
function moveOn(problem: CapacitatedProblem, start: Service, work: WorkLeft): Service {
  const { fixed, states, capacities, starts, sites, costs, sizes } = problem;
  const customers = customerOfLinks(problem);
  let best = start;
  for (;;) {
    const isOpen = new Uint8Array(fixed.length);
    for (const site of best.sites) isOpen[site] = 1;
    const bySite = new Map<number, number[]>(Array.from(best.sites, (site) => [site, []]));
    for (const [at, link] of best.links.entries()) bySite.get(sites[link] as number)?.push(at);
    let hasMoved = false;
    for (const [site, used] of bySite) {
      if (states[site] === OPEN || work.done) continue;
      const cost = new Float64Array(fixed.length);
      const load = new Float64Array(fixed.length);
      const count = new Uint32Array(fixed.length);
      for (const at of used) {
        const [own, amount] = [best.links[at] as number, best.amounts[at] as number];
        const part = (sizes[own] as number) === 0 ? 1 : amount / (sizes[own] as number);
        const customer = customers[own] as number;
        const end = starts[customer + 1] as number;
        for (let link = starts[customer] as number; link < end; link++) {
          const to = sites[link] as number;
          cost[to] = (cost[to] as number) + part * (costs[link] as number);
          load[to] = (load[to] as number) + part * (sizes[link] as number);
          count[to] = (count[to] as number) + 1;
        }
        work.spend(end - (starts[customer] as number));
      }
      let [found, least] = [site, (fixed[site] as number) + (cost[site] as number)];
      least -= SMALLEST * least;
      for (let to = 0; to < fixed.length; to++) {
        if (isOpen[to] === 1 || states[to] === CLOSED || count[to] !== used.length) continue;
        if ((load[to] as number) > (capacities[to] as number)) continue;
        const there = (fixed[to] as number) + (cost[to] as number);
        if (there < least) [found, least] = [to, there];
      }
      if (found === site) continue;
      isOpen[site] = 0;
      isOpen[found] = 1;
      hasMoved = true;
    }
    if (!hasMoved) return best;
    const service = serve(problem, isOpen, work, best);
    if (service === undefined || service.cost >= best.cost * (1 - SMALLEST)) return best;
    best = service;
  }
}

const MOST_TRIED = 200;
/** What a step costs before customers are swapped, of the best, beyond which they are not. */
const HOPELESS = 1.01;
/** The part of a cost that is saved by rounding alone. */
const SMALLEST = 1e-12;
