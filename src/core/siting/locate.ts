import { branches } from "./branches.ts";
import { coverInterchangeOf, isCover } from "./cover-interchange.ts";
import { LONG_DESCENT, SHARP_DESCENT, SHORT_DESCENT } from "./descent.ts";
import { interchangeOf } from "./interchange.ts";
import { costOf, dearest, type LocationProblem, OPEN, type Opening } from "./location-problem.ts";
import { reducedProblem } from "./reduced-problem.ts";
import { firstPrices, lookAt, type SearchNode } from "./search-node.ts";
import type { WorkLeft } from "./work-left.ts";

/** The best that was found, and what nothing costs less than but for rounding, a 1e9th of it; infinite if there is none. */
export interface Located {
  readonly best: Opening;
  readonly bound: number;
}

/** What ends a search. */
export interface Aim {
  /** That the best costs at most so much more than the bound, by what it costs; less for what costs less. 0 if not given. */
  readonly slack?: (cost: number) => number;
  /** That something costs no more than this, or that nothing does. */
  readonly enough?: number;
}

/** Tells what is known so far, again and again, until it is done. */
export type Search = Generator<Located, Located, void>;

/**
 * The cheapest opening, by prices that bound it from below (Lagrange; subgradients of Held and Karp 1971), steps that better
 * what the prices choose, and branching where a gap is left. Ends where the aim is reached, or where work ends.
 */
export function* locate(
  problem: LocationProblem,
  { slack = () => 0, enough = Number.NEGATIVE_INFINITY }: Aim,
  work: WorkLeft,
): Search {
  const isWhole = hasWholeCosts(problem);
  const isOfCover = isCover(problem);
  const dear = dearest(problem);
  const tried = new Set<string>();
  const interchange = isOfCover ? coverInterchangeOf(problem) : interchangeOf(problem);
  const elite: Opening[] = [];
  let best = interchange([], work);

  const isEnough = () => best.cost <= enough;
  /** Nothing that costs this much or more is looked for; never rises. */
  function limit(): number {
    const better =
      best.cost === Number.POSITIVE_INFINITY
        ? dear
        : best.cost - Math.max(isWhole ? WHOLE_STEP : 0, slack(best.cost), ROUNDING * best.cost);
    return Math.min(better, enough < 0 ? dear : enough + (isWhole ? 1 - WHOLE_STEP : ROUNDING * enough));
  }
  /** Steps that were spent on what was tried. */
  let spent = 0;
  const share = () => (nodes.length > 0 ? TRIED_LATER : isOfCover ? TRIED_IN_COVERS : TRIED_FIRST);
  const isTooMuch = () => best.cost < Number.POSITIVE_INFINITY && spent > share() * work.spent;
  function tryFrom(marks: Uint8Array): void {
    const key = marks.join("");
    if (tried.has(key) || isTooMuch()) return;
    tried.add(key);
    const before = work.spent;
    const found = interchange(rowsOf(marks), work);
    take(found);
    for (const other of elite.slice()) {
      if (spent + work.spent - before > share() * work.spent) break;
      const way = between(found, other);
      if (way === undefined || tried.has(way.key)) continue;
      tried.add(way.key);
      take(interchange(way.shared, work, way.either));
    }
    spent += work.spent - before;
  }
  /** Keeps a few of the best, no two of the same cost. */
  function take(found: Opening): void {
    if (found.cost < best.cost) best = found;
    if (found.cost === Number.POSITIVE_INFINITY || elite.some(({ cost }) => cost === found.cost)) return;
    elite.push(found);
    elite.sort((a, b) => a.cost - b.cost);
    if (elite.length > ELITE) elite.pop();
  }
  /** With nodes whose bound is at least `lowest` left to look at. */
  function known(lowest: number): Located {
    const atLeast = Math.min(lowest, limit());
    if (atLeast >= dear) return { best, bound: Number.POSITIVE_INFINITY };
    const bound = Math.max(0, isWhole ? Math.ceil(atLeast - (1 - WHOLE_STEP) / 2) : atLeast);
    const isBest = best.cost - bound <= 2 * ROUNDING * bound;
    return { best, bound: isBest ? best.cost : bound };
  }

  const root: SearchNode = {
    states: problem.states.slice(),
    prices: firstPrices(problem, best),
    odd: new Uint32Array(0),
    bound: 0,
  };
  const nodes = [root];
  let node = nodes.pop();
  for (; node !== undefined && node.bound < limit() && !isEnough(); node = nodes.pop()) {
    const looked = lookAt(problem, node, {
      pace: node !== root ? SHORT_DESCENT : isOfCover ? SHARP_DESCENT : LONG_DESCENT,
      limit: () => (isEnough() ? Number.NEGATIVE_INFINITY : limit()),
      found: tryFrom,
      work,
    });
    if (work.done) return known(Math.min(looked.bound, nodes.at(-1)?.bound ?? looked.bound));
    if (looked.bound < limit()) {
      const ways = branches(problem, looked);
      for (const next of ways) insert(nodes, next);
      // Nothing is left to decide: what was decided is an opening itself, whether or not a step led to it.
      if (ways.length === 0) take(decidedIn(problem, looked.states));
    }
    yield known(nodes.at(-1)?.bound ?? Number.POSITIVE_INFINITY);
  }
  return known(node?.bound ?? Number.POSITIVE_INFINITY);
}

/** The opening of sites that are all decided; of no cost that counts where that is none. */
function decidedIn(problem: LocationProblem, states: Uint8Array): Opening {
  const sites = Uint32Array.from(rowsOf(states.map((state) => (state === OPEN ? 1 : 0))));
  const isOne = reducedProblem(problem, states) !== undefined;
  return { sites, cost: isOne ? costOf(problem, sites) : Number.POSITIVE_INFINITY };
}

/** Keeps the lowest bound last; among equal ones the one that came last. */
function insert(nodes: SearchNode[], node: SearchNode): void {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as SearchNode).bound >= node.bound) low = middle + 1;
    else high = middle;
  }
  nodes.splice(low, 0, node);
}

/**
 * Where to step from between one opening and another (path relinking, Glover 1997): from the sites that they share, filled with
 * those of either; `undefined` where that is no way.
 */
function between(one: Opening, other: Opening) {
  const others = new Set(other.sites);
  const shared = one.sites.filter((site) => others.has(site));
  if (other.sites.length - shared.length < 2) return undefined;
  const last = Math.max(one.sites.at(-1) ?? 0, other.sites.at(-1) ?? 0);
  const either = new Uint8Array(last + 1);
  for (const site of [...one.sites, ...other.sites]) either[site] = 1;
  return { shared, either, key: `${shared.join()} of ${[...rowsOf(either)].join()}` };
}

function* rowsOf(marks: Uint8Array): Generator<number> {
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) yield row;
}

/** Whether all costs are whole, and small enough for sums of them to be told from one another. */
function hasWholeCosts(problem: LocationProblem): boolean {
  const { fixed, costs, unserved } = problem;
  const isWhole = (cost: number) => Number.isInteger(cost) || cost === Number.POSITIVE_INFINITY;
  return dearest(problem) < 1e11 && [fixed, costs, unserved].every((all) => all.every(isWhole));
}

/** Whole costs differ by 1, of which rounding takes less than a 1000th. */
const WHOLE_STEP = 0.999;
const ROUNDING = 1e-9;
/** What part of all work steps from what prices choose may take, at the root, in covers there, and then. */
const TRIED_FIRST = 0.7;
const TRIED_IN_COVERS = 0.25;
const TRIED_LATER = 0.1;
/** How many of the best openings others are joined with. */
const ELITE = 6;
