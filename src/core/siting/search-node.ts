import { type Descent, descentOf, SHARP_DESCENT, SHORT_DESCENT, type Sharpening } from "./descent.ts";
import { FREE, type LocationProblem, NOWHERE, OPEN, type Opening, servedAt } from "./location-problem.ts";
import { MEMBERS, oddSetsOf } from "./odd-sets.ts";
import { reducedProblem } from "./reduced-problem.ts";
import { relaxationOf } from "./relaxation.ts";
import { sharpenerOf } from "./violated-sets.ts";
import type { WorkLeft } from "./work-left.ts";

/** What is left to be looked at: openings by the sites that are decided. */
export interface SearchNode {
  readonly states: Uint8Array;
  /** By customer, and then by odd set: to begin with. */
  readonly prices: Float64Array;
  /** Members of odd sets. */
  readonly odd: Uint32Array;
  readonly bound: number;
}

/** A node that was looked at: decided further, and with the part of late rounds in which prices chose each site. */
export interface LookedAt extends SearchNode {
  readonly shares: Float64Array;
}

interface Look {
  readonly pace: Descent;
  readonly limit: () => number;
  /** Is told sites that may be worth to begin from, as marks. */
  readonly found: (marks: Uint8Array) => void;
  readonly work: WorkLeft;
}

/** What prices tell of a node. */
export function lookAt(
  whole: LocationProblem,
  node: SearchNode,
  { pace, limit, found, work }: Look,
): LookedAt {
  const states = node.states.slice();
  const shares = new Float64Array(states.length);
  const reduced = reducedProblem(whole, states);
  if (reduced === undefined) return { ...node, bound: Number.POSITIVE_INFINITY, shares };
  const { problem, sites, customers, spent } = reduced;
  work.spend(whole.sites.length);
  const marks = (isMarked: (site: number) => boolean) => {
    const all = states.map((state) => (state === OPEN ? 1 : 0));
    for (const [at, site] of sites.entries()) all[site] = isMarked(at) ? 1 : 0;
    return all;
  };
  let rises = 0;
  const left = setsLeft(node, customers);
  const sharpen = sharpenerOf(problem, work);
  const told = descentOf(
    relaxationOf(problem),
    problem.unserved,
  )({
    ...{ states: problem.states, pace, work, odd: oddSetsOf(problem, left.members) },
    from: Float64Array.from([...customers, ...left.rows], (row, at) =>
      Math.min(problem.unserved[at] ?? Number.POSITIVE_INFINITY, node.prices[row] as number),
    ),
    limit: () => limit() - spent,
    found: (chosen) => {
      if (pace !== SHORT_DESCENT && rises++ % 5 === 0) found(marks((at) => chosen[at] === 1));
    },
    ...(pace === SHARP_DESCENT && {
      sharpen: (now: Sharpening) => (now.round > 0 && now.round % SHARPENED === 0 ? sharpen(now) : undefined),
    }),
  });
  const isLikely = (at: number) => (told.shares[at] as number) > 0.5;
  found(marks((at) => problem.states[at] === OPEN || (problem.states[at] === FREE && isLikely(at))));
  const all = whole.unserved.length;
  const prices = new Float64Array(all + told.odd.members.length / MEMBERS);
  prices.set(node.prices.subarray(0, all));
  for (const [at, row] of customers.entries()) prices[row] = told.prices[at] as number;
  prices.set(told.prices.subarray(customers.length), all);
  const odd = told.odd.members.map((customer) => customers[customer] as number);
  for (const [at, site] of sites.entries()) {
    states[site] = problem.states[at] as number;
    shares[site] = told.shares[at] as number;
  }
  return { states, prices, odd, bound: Math.max(node.bound, told.bound + spent), shares };
}

/** Odd sets all of whose members are left: those, as they are numbered now, and the rows of their prices. */
function setsLeft({ prices, odd }: SearchNode, customers: Uint32Array) {
  const all = prices.length - odd.length / MEMBERS;
  const placeOf = new Uint32Array(all).fill(NOWHERE);
  for (const [at, row] of customers.entries()) placeOf[row] = at;
  const members: number[] = [];
  const rows: number[] = [];
  for (let at = 0; at < odd.length; at += MEMBERS) {
    const places = [...odd.subarray(at, at + MEMBERS)].map((row) => placeOf[row] as number);
    if (places.includes(NOWHERE)) continue;
    members.push(...places);
    rows.push(all + at / MEMBERS);
  }
  return { members: Uint32Array.from(members), rows };
}

/** What a customer would pay if its own site closed, in the best there is. */
export function firstPrices(problem: LocationProblem, { sites }: Opening): Float64Array {
  const { starts, costs, unserved } = problem;
  const prices = new Float64Array(unserved.length);
  const served = servedAt(problem, sites, problem.fixed.length);
  const isOpen = new Uint8Array(problem.fixed.length);
  for (const site of sites) isOpen[site] = 1;
  for (let customer = 0; customer < prices.length; customer++) {
    let link = served[customer] as number;
    const end = starts[customer + 1] as number;
    const own = link === NOWHERE ? 0 : (costs[link] as number);
    if (link !== NOWHERE) link++;
    while (link < end && isOpen[problem.sites[link] as number] === 0) link++;
    const next = link < end ? (costs[link] as number) : own;
    prices[customer] = Math.min(next, unserved[customer] as number);
  }
  return prices;
}

/** Rounds from one time that odd sets are taken in to the next. */
const SHARPENED = 40;
