import { cheapestTransport, mostCost, wholeCosts } from "../../allocation/transport.ts";
import { customerOfLinks } from "../location-problem.ts";
import type { WorkLeft } from "../work-left.ts";
import { type CapacitatedProblem, dearestService, type Service, sitesMarked } from "./capacitated-problem.ts";

/** A service from given sites, and what none from these costs less than; `Infinity` where there is none. */
export interface SharedService {
  readonly service: Service | undefined;
  readonly bound: number;
}

/**
 * The cheapest way to serve all customers at the open sites, in parts where need be. Where there is an `aside` it is all but the
 * cheapest: what is set aside is weighed at a price, which is raised until no more is than may be.
 */
export function serveShared(problem: CapacitatedProblem, isOpen: Uint8Array, work: WorkLeft): SharedService {
  const { aside, capacities } = problem;
  if (aside === undefined || isOpen[aside] === 0) return transported(problem, isOpen, work);
  const room = capacities[aside] as number;
  const priced = (price: number) => atPrice(problem, isOpen, price, aside, work);
  let low = priced(0);
  if (low.service === undefined) return low;
  if (low.load <= room) return { service: low.service, bound: low.service.cost };
  let bound = low.service.cost;
  const dear = dearestService(problem);
  let high = low;
  let [from, to] = [0, Math.max(low.service.cost, 1) / 2 ** 10];
  for (; high.load > room; to *= 4) {
    high = priced(to);
    const { cost } = high.service as Service;
    bound = Math.max(bound, cost + to * (high.load - room));
    if (high.load <= room) break;
    [low, from] = [high, to];
    if (bound >= dear) return { service: undefined, bound: Number.POSITIVE_INFINITY };
  }
  for (let round = 0; round < HALVINGS && !work.done; round++) {
    const price = (from + to) / 2;
    const middle = priced(price);
    bound = Math.max(bound, (middle.service as Service).cost + price * (middle.load - room));
    if (middle.load > room) [low, from] = [middle, price];
    else [high, to] = [middle, price];
  }
  const service = between(problem, low, high, room, aside);
  return { service, bound: Math.min(bound * (1 - ROUNDING), service.cost) };
}

interface Priced extends SharedService {
  /** How much is set aside. */
  readonly load: number;
}

/** The cheapest where one that is set aside costs so much, and any number may be; its cost does not count that. */
function atPrice(
  problem: CapacitatedProblem,
  isOpen: Uint8Array,
  price: number,
  aside: number,
  work: WorkLeft,
): Priced {
  const { starts, sites, sizes, costs } = problem;
  const needs = needsIn(problem, aside);
  const customers = customerOfLinks(problem);
  const isAside = (link: number) => sites[link] === aside;
  const order = Uint32Array.from(sites.keys());
  const costNow = costs.map((cost, link) => (isAside(link) ? price * (sizes[link] as number) : cost));
  for (let customer = 0; customer + 1 < starts.length; customer++)
    order
      .subarray(starts[customer], starts[customer + 1])
      .sort((a, b) => (costNow[a] as number) - (costNow[b] as number) || a - b);
  const { service } = transported(
    {
      ...problem,
      sites: order.map((link) => sites[link] as number),
      costs: Float64Array.from(order, (link) => costNow[link] as number),
      sizes: Float64Array.from(order, (link) =>
        isAside(link) && (sizes[link] as number) > 0
          ? (needs[customers[link] as number] as number)
          : (sizes[link] as number),
      ),
      capacities: problem.capacities.with(
        aside,
        needs.reduce((sum, need) => sum + need, 0),
      ),
    },
    isOpen,
    work,
  );
  if (service === undefined) return { service, bound: Number.POSITIVE_INFINITY, load: 0 };
  let load = 0;
  const used = Array.from(service.links, (at, place) => {
    const link = order[at] as number;
    const need = needs[customers[link] as number] as number;
    const amount = service.amounts[place] as number;
    if (!isAside(link)) return { link, amount };
    const part = need === 0 ? 1 : amount / need;
    load += part * (sizes[link] as number);
    return { link, amount: part * (sizes[link] as number) };
  });
  return { service: serviceOf(problem, service.sites, used), bound: 0, load };
}

/**
 * Between one that sets too much aside and one that does not: as much of both as leaves `room` full, which is the cheapest there is
 * but for amounts that are made whole.
 */
function between(
  problem: CapacitatedProblem,
  low: Priced,
  high: Priced,
  room: number,
  aside: number,
): Service {
  const { sites, sizes, capacities } = problem;
  const needs = needsIn(problem, aside);
  const amountsOf = ({ service }: Priced) =>
    new Map(
      Array.from((service as Service).links, (link, at) => [
        link,
        (service as Service).amounts[at] as number,
      ]),
    );
  const [less, more] = [amountsOf(high), amountsOf(low)];
  const customers = customerOfLinks(problem);
  const weightOf = new Float64Array(needs.length);
  const asideOf = new Uint32Array(needs.length);
  for (const [link, site] of sites.entries()) {
    if (site !== aside) continue;
    asideOf[customers[link] as number] = link;
    weightOf[customers[link] as number] = sizes[link] as number;
  }
  const links = [...new Set([...less.keys(), ...more.keys()])].filter(
    (link) => sites[link] !== aside && (sizes[link] as number) > 0,
  );
  links.sort((a, b) => a - b);
  // What making amounts whole may set aside, and what is added up in rounded numbers.
  let kept = 1e-6;
  for (const link of links) kept += (weightOf[customers[link] as number] as number) / (sizes[link] as number);
  const part = Math.max(0, (room - kept - high.load) / (low.load - high.load));
  const load = new Float64Array(capacities.length);
  const used = new Map<number, number>();
  const wanted = new Float64Array(needs.length);
  const served = new Float64Array(needs.length);
  for (const link of links) {
    const [customer, site] = [customers[link] as number, sites[link] as number];
    const amount = part * (more.get(link) ?? 0) + (1 - part) * (less.get(link) ?? 0);
    const whole = Math.floor(amount);
    used.set(link, whole);
    load[site] = (load[site] as number) + whole;
    wanted[customer] = (wanted[customer] as number) + amount;
    served[customer] = (served[customer] as number) + whole;
  }
  for (const link of links) {
    const [customer, site] = [customers[link] as number, sites[link] as number];
    const missing = Math.round(wanted[customer] as number) - (served[customer] as number);
    const extra = Math.min(missing, (capacities[site] as number) - (load[site] as number));
    if (!(extra > 0)) continue;
    used.set(link, (used.get(link) as number) + extra);
    load[site] = (load[site] as number) + extra;
    served[customer] = (served[customer] as number) + extra;
  }
  const all = Array.from(used, ([link, amount]) => ({ link, amount })).filter(({ amount }) => amount > 0);
  for (let customer = 0; customer < needs.length; customer++) {
    const [need, weight] = [needs[customer] as number, weightOf[customer] as number];
    const left = need - (served[customer] as number);
    // Who weighs nothing, or reaches no other site, is set aside whole.
    const isWhole = need === 0 || (weight === 0 && left === need);
    if (isWhole) all.push({ link: asideOf[customer] as number, amount: weight });
    else if (left > 0) all.push({ link: asideOf[customer] as number, amount: weight * (left / need) });
  }
  return serviceOf(problem, (high.service as Service).sites, all);
}

/** By customer: what it takes of any other site; 0 where it reaches none. */
function needsIn({ starts, sites, sizes }: CapacitatedProblem, aside: number): Float64Array {
  const needs = new Float64Array(starts.length - 1);
  for (let customer = 0; customer < needs.length; customer++)
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++)
      if (sites[link] !== aside) needs[customer] = sizes[link] as number;
  return needs;
}

interface UsedLink {
  readonly link: number;
  readonly amount: number;
}

/** The cheapest, where a customer takes as much of any site. What takes nothing of a site is served there whole. */
function transported(problem: CapacitatedProblem, isOpen: Uint8Array, work: WorkLeft): SharedService {
  const { fixed, starts, sites, costs, sizes, capacities } = problem;
  const nothing = { service: undefined, bound: Number.POSITIVE_INFINITY };
  const open = sitesMarked(isOpen);
  const rowOf = new Int32Array(fixed.length).fill(-1);
  const holds: bigint[] = [];
  for (const site of open) {
    if (capacities[site] === 0) continue;
    rowOf[site] = holds.push(BigInt(capacities[site] as number)) - 1;
  }
  const used: UsedLink[] = [];
  const wants: bigint[] = [];
  const ends = [0];
  const links: number[] = [];
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const row: number[] = [];
    let free: number | undefined;
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
      const site = sites[link] as number;
      if (isOpen[site] === 0) continue;
      if (sizes[link] === 0) free ??= link;
      else if ((rowOf[site] as number) >= 0) row.push(link);
    }
    if (free !== undefined) {
      used.push({ link: free, amount: 0 });
      continue;
    }
    if (row.length === 0) return nothing;
    wants.push(BigInt(sizes[row[0] as number] as number));
    links.push(...row);
    ends.push(links.length);
  }
  work.spend(sites.length + STEPS * links.length);
  if (wants.length > 0) {
    const ofOne = Float64Array.from(links, (link) => (costs[link] as number) / (sizes[link] as number));
    const cheapest = cheapestTransport({
      ...{ wants, holds, starts: Uint32Array.from(ends) },
      facilities: Uint32Array.from(links, (link) => rowOf[sites[link] as number] as number),
      costs: wholeCosts(ofOne, mostCost({ wants, holds })),
    });
    if (cheapest === undefined) return nothing;
    for (const [at, link] of cheapest.links.entries())
      used.push({ link: links[link] as number, amount: Number(cheapest.amounts[at]) });
  }
  const service = serviceOf(problem, open, used);
  return { service, bound: service.cost };
}

function serviceOf(
  { fixed, costs, sizes }: CapacitatedProblem,
  sites: Uint32Array,
  used: readonly UsedLink[],
): Service {
  const sorted = [...used].sort((a, b) => a.link - b.link);
  let cost = 0;
  for (const site of sites) cost += fixed[site] as number;
  for (const { link, amount } of sorted)
    cost += (costs[link] as number) * (amount === 0 ? 1 : amount / (sizes[link] as number));
  return {
    sites,
    links: Uint32Array.from(sorted, ({ link }) => link),
    amounts: Float64Array.from(sorted, ({ amount }) => amount),
    cost,
  };
}

/** What costs in whole numbers may be out by. */
const ROUNDING = 1e-9;
/** How often the price is halved between too little and enough. */
const HALVINGS = 30;
/** That a link counts for, about, until the transport is done. */
const STEPS = 30;
