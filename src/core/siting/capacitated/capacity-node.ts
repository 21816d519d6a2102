import { type Descent, descentOf } from "../descent.ts";
import { CLOSED, FREE, NOWHERE, OPEN } from "../location-problem.ts";
import type { WorkLeft } from "../work-left.ts";
import { type CapacitatedProblem, dearestService, type Service } from "./capacitated-problem.ts";
import { capacityRelaxation } from "./capacity-relaxation.ts";
import { reducedCapacity } from "./reduced-capacity.ts";
import { serve } from "./serve.ts";
import { serveShared } from "./shared-service.ts";

/** What is left to be looked at: services by the sites that are decided, and by links that are not barred. */
export interface CapacityNode {
  readonly states: Uint8Array;
  /** By link: 1 if nobody goes by it. */
  readonly barred: Uint8Array;
  /** By customer: to begin with. */
  readonly prices: Float64Array;
  readonly bound: number;
}

/** A node that was looked at: decided further. */
export interface LookedAtCapacity extends CapacityNode {
  /** By site: in what part of late rounds prices chose it. */
  readonly shares: Float64Array;
  /** By site: what it costs beyond what it earns at the prices; `Infinity` where it is closed. */
  readonly worth: Float64Array;
  /** Links of whom prices serve least as they should, the cheapest first; `undefined` where nobody is left to be decided. */
  readonly doubtful: readonly number[] | undefined;
}

interface Look {
  readonly pace: Descent;
  readonly limit: () => number;
  /** Whether it is worth to serve from these sites, as marks. */
  readonly isNew: (marks: Uint8Array) => boolean;
  readonly found: (service: Service) => void;
  readonly work: WorkLeft;
}

/** What prices tell of a node. */
export function lookAtCapacity(
  whole: CapacitatedProblem,
  node: CapacityNode,
  { pace, limit, isNew, found, work }: Look,
): LookedAtCapacity {
  const siteCount = whole.fixed.length;
  const nothing = (bound: number, states = node.states): LookedAtCapacity => ({
    ...{ ...node, states, bound, doubtful: undefined },
    ...{ shares: new Float64Array(siteCount), worth: new Float64Array(siteCount) },
  });
  const reduced = reducedCapacity(whole, node.states, node.barred);
  work.spend(whole.sites.length);
  if (reduced === undefined) return nothing(Number.POSITIVE_INFINITY);
  const { problem, customers, links, spent } = reduced;
  const states = problem.states.slice();
  const attempt = (marks: Uint8Array) => {
    if (!isNew(marks)) return;
    const service = serve(problem, marks, work);
    if (service !== undefined) found(reduced.whole(service));
  };
  if (problem.isSplit && !states.includes(FREE)) {
    const { service, bound } = serveShared(
      problem,
      states.map((state) => (state === OPEN ? 1 : 0)),
      work,
    );
    if (service !== undefined) found(reduced.whole(service));
    return nothing(Math.max(node.bound, bound + spent), states);
  }

  const { relax, unusable } = capacityRelaxation(problem);
  let rises = 0;
  const told = descentOf(
    relax,
    new Float64Array(customers.length).fill(MOST_PRICE * dearestService(whole)),
  )({
    ...{ states, pace, work },
    from: Float64Array.from(customers, (row) => node.prices[row] as number),
    limit: () => limit() - spent,
    found: (chosen) => {
      if (pace.rounds > FEW_ROUNDS && rises++ % 5 === 0) attempt(chosen.slice());
    },
  });
  const last = relax(told.prices, states);
  work.spend(last.steps);
  attempt(last.chosen.slice());
  const prices = node.prices.slice();
  for (const [at, row] of customers.entries()) prices[row] = told.prices[at] as number;
  const barred = node.barred.slice();
  if (!problem.isSplit) for (const link of unusable(last, limit() - spent)) barred[links[link] as number] = 1;
  return {
    ...{ states, barred, prices, bound: Math.max(node.bound, told.bound + spent), shares: told.shares },
    worth: last.worth.map((worth, site) => (states[site] === CLOSED ? Number.POSITIVE_INFINITY : worth)),
    doubtful: doubtfulLinks(problem, last.slack, states)?.map((link) => links[link] as number),
  };
}

/** The links of the customer that is served too often or not at all, and takes most; else of who takes most. */
function doubtfulLinks(
  { starts, sites, sizes }: CapacitatedProblem,
  slack: Float64Array,
  states: Uint8Array,
): readonly number[] | undefined {
  let [found, most] = [NOWHERE, -1];
  for (let customer = 0; customer < slack.length; customer++) {
    const doubt = Math.abs(slack[customer] as number);
    const size = sizes[starts[customer] as number] as number;
    const weight = doubt > 0 ? 1 + doubt * (1 + size) : size / (1 + size);
    if (weight > most) [found, most] = [customer, weight];
  }
  if (found === NOWHERE) return [];
  const links = Array.from(
    { length: (starts[found + 1] as number) - (starts[found] as number) },
    (_, at) => (starts[found] as number) + at,
  );
  return links.filter((link) => states[sites[link] as number] !== CLOSED);
}

const FEW_ROUNDS = 100;
/** Beyond so many times what any service costs a price tells nothing but what is lost by rounding. */
const MOST_PRICE = 4;
