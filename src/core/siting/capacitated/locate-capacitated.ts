import { LONG_DESCENT, SHORT_DESCENT } from "../descent.ts";
import { interchangeOf } from "../interchange.ts";
import { CLOSED, FREE, NOWHERE, OPEN } from "../location-problem.ts";
import { partOfWork, type WorkLeft } from "../work-left.ts";
import { betterOpening } from "./better-opening.ts";
import { type CapacitatedProblem, dearestService, type Service } from "./capacitated-problem.ts";
import { type CapacityNode, type LookedAtCapacity, lookAtCapacity } from "./capacity-node.ts";
import { serveFromMore } from "./serve.ts";

/** The best service that was found, if any, and what none costs less than but for rounding; `Infinity` if there is none. */
export interface ServedBy {
  readonly best: Service | undefined;
  readonly bound: number;
}

/**
 * The cheapest service, by prices that bound it from below, steps that better what they choose, and branching on sites and then
 * on customers where a gap is left. Ends where the best costs at most `slack` of its cost more than the bound, or where work
 * ends. Tells what is known so far, again and again. `begin` marks sites to try first.
 */
export function* locateCapacitated(
  problem: CapacitatedProblem,
  slack: (cost: number) => number,
  work: WorkLeft,
  begin?: Uint8Array,
): Generator<ServedBy, ServedBy, void> {
  const isWhole = hasWholeCosts(problem);
  const dear = dearestService(problem);
  const tried = new Set<string>();
  let best: Service | undefined;

  /** Nothing that costs this much or more is looked for; never rises. */
  function limit(): number {
    if (best === undefined) return dear;
    return best.cost - Math.max(isWhole ? WHOLE_STEP : 0, slack(best.cost), ROUNDING * best.cost);
  }
  function isNew(marks: Uint8Array): boolean {
    const key = marks.join("");
    if (tried.has(key)) return false;
    tried.add(key);
    return true;
  }
  function take(service: Service | undefined): void {
    if (service === undefined || service.sites.length < problem.least || service.sites.length > problem.most)
      return;
    if (best === undefined || service.cost < best.cost) best = service;
  }
  /** The lowest bound of what was looked at in full and is not known to be dearer than the best. */
  let floor = Number.POSITIVE_INFINITY;
  /** With nodes whose bound is at least `lowest` left to look at. */
  function known(lowest: number): ServedBy {
    const atLeast = Math.min(lowest, floor, limit());
    if (atLeast >= dear) return { best, bound: Number.POSITIVE_INFINITY };
    const bound = Math.max(0, isWhole ? Math.ceil(atLeast - (1 - WHOLE_STEP) / 2) : atLeast);
    const isBest = best !== undefined && best.cost - bound <= 2 * ROUNDING * bound;
    return { best, bound: isBest ? (best as Service).cost : bound };
  }

  const openings = begin === undefined ? openingsToBegin(problem, () => best?.cost, work) : [begin];
  let opening = new Uint8Array(problem.fixed.length);
  for (const marks of openings) {
    const service = serveFromMore(problem, marks, work);
    if (best === undefined || (service !== undefined && service.cost < best.cost)) opening = marks.slice();
    take(service);
  }

  const root: CapacityNode = {
    states: problem.states.slice(),
    barred: new Uint8Array(problem.sites.length),
    prices: firstPrices(problem, opening),
    bound: 0,
  };
  const nodes = [root];
  let node = nodes.pop();
  for (; node !== undefined && node.bound < limit(); node = nodes.pop()) {
    const isRoot = node === root;
    const before = best;
    const looked = lookAtCapacity(problem, node, {
      pace: isRoot ? LONG_DESCENT : SHORT_DESCENT,
      ...{ limit, work },
      isNew: (marks) => !isRoot || isNew(marks),
      found: take,
    });
    if (best !== undefined && (isRoot || best !== before))
      take(betterOpening(problem, best, looked.worth, work));
    if (work.done) return known(Math.min(looked.bound, nodes.at(-1)?.bound ?? looked.bound));
    if (looked.bound < limit()) {
      const ways = branches(problem, looked);
      if (ways === undefined) floor = Math.min(floor, looked.bound);
      for (const next of ways ?? []) insert(nodes, next);
    }
    yield known(nodes.at(-1)?.bound ?? Number.POSITIVE_INFINITY);
  }
  return known(node?.bound ?? Number.POSITIVE_INFINITY);
}

/**
 * Sites, as marks, to serve from: what is best where sites hold any number, if customers may be split; else what is best if they
 * may, as far as that is found soon, and the same of sites that hold somewhat less, until that costs as much as the `best`; and
 * all, if they may be open together.
 */
function* openingsToBegin(
  problem: CapacitatedProblem,
  best: () => number | undefined,
  work: WorkLeft,
): Generator<Uint8Array, void, void> {
  const marked = (sites: Uint32Array) => {
    const marks = new Uint8Array(problem.fixed.length);
    for (const site of sites) marks[site] = 1;
    return marks;
  };
  let found = false;
  if (!problem.isSplit) {
    for (const part of PARTS_HELD) {
      const capacities = problem.capacities.map((held) => Math.floor(part * held));
      const some = partOfWork(work, Math.min(MOST_LOOKS * problem.sites.length, work.left / 10));
      const shared = locateCapacitated({ ...problem, capacities, isSplit: true }, () => 0, some).next().value
        .best;
      if (shared === undefined || shared.cost >= (best() ?? Number.POSITIVE_INFINITY)) break;
      found = true;
      yield marked(shared.sites);
    }
  }
  if (found && best() !== undefined) return;
  const all = problem.states.map((state) => (state === CLOSED ? 0 : 1));
  if (all.reduce((sum, mark) => sum + mark, 0) <= problem.most) yield all;
  const everybody = new Float64Array(problem.starts.length - 1).fill(Number.POSITIVE_INFINITY);
  yield marked(interchangeOf({ ...problem, unserved: everybody })([], work).sites);
}

/** Ways to decide further, of which every service that is cheap enough goes one; `undefined` where all is decided. */
function branches(problem: CapacitatedProblem, looked: LookedAtCapacity): CapacityNode[] | undefined {
  const { states, barred, prices, bound, shares, doubtful } = looked;
  const node = { states, barred, prices, bound };
  let [site, least] = [NOWHERE, Number.POSITIVE_INFINITY];
  for (let each = 0; each < states.length; each++) {
    if (states[each] !== FREE) continue;
    const from = Math.abs((shares[each] as number) - 0.5);
    if (from < least) [site, least] = [each, from];
  }
  if (site !== NOWHERE && (least < CERTAIN || problem.isSplit || doubtful === undefined))
    return [CLOSED, OPEN].map((state) => ({ ...node, states: states.with(site, state) }));
  if (doubtful === undefined) return undefined;
  // What is served from sites that are all decided is looked at as a whole.
  if (problem.isSplit) return [node];
  const usable = doubtful.filter((link) => barred[link] === 0);
  const ways = usable.map((link) => {
    const only = barred.slice();
    for (const other of usable) if (other !== link) only[other] = 1;
    return { ...node, barred: only };
  });
  return ways.reverse();
}

/** Keeps the lowest bound last; among equal ones the one that came last. */
function insert(nodes: CapacityNode[], node: CapacityNode): void {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as CapacityNode).bound >= node.bound) low = middle + 1;
    else high = middle;
  }
  nodes.splice(low, 0, node);
}

/** What a customer would pay if its own site closed, and for its part of that site. */
function firstPrices(problem: CapacitatedProblem, isOpen: Uint8Array): Float64Array {
  const { fixed, starts, sites, costs, sizes, capacities } = problem;
  const prices = new Float64Array(starts.length - 1);
  for (let customer = 0; customer < prices.length; customer++) {
    const found: number[] = [];
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++)
      if (isOpen[sites[link] as number] === 1) found.push(link);
    const [own, next = own] = found;
    if (own === undefined || next === undefined) continue;
    const site = sites[own] as number;
    const held = capacities[site] as number;
    const part = held > 0 ? Math.min(1, (sizes[own] as number) / held) : 0;
    prices[customer] = (costs[next] as number) + part * (fixed[site] as number);
  }
  return prices;
}

/** Whether all costs are whole, those of parts too, and small enough for sums of them to be told from one another. */
function hasWholeCosts(problem: CapacitatedProblem): boolean {
  if (problem.isSplit && problem.costs.some((cost) => cost > 0)) return false;
  return (
    dearestService(problem) < 1e11 &&
    [problem.fixed, problem.costs].every((all) => all.every(Number.isInteger))
  );
}

/** Of what sites hold. */
const PARTS_HELD = [1, 0.97, 0.93, 0.86];
/** How often each link is looked at to find where to begin. */
const MOST_LOOKS = 6000;
/** Whole costs differ by 1, of which rounding takes less than a 1000th. */
const WHOLE_STEP = 0.999;
const ROUNDING = 1e-9;
/** How far a share is from a half where prices leave no doubt. */
const CERTAIN = 0.45;
