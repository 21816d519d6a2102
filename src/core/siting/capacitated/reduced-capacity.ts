import { CLOSED, FREE, NOWHERE, OPEN } from "../location-problem.ts";
import type { CapacitatedProblem, Service } from "./capacitated-problem.ts";

/** A problem some of whose sites are decided and some of whose links are barred, with what is left to be decided alone. */
export interface ReducedCapacity {
  /** Has all sites, with the room that is left, and who is not decided yet. */
  readonly problem: CapacitatedProblem;
  /** By its customers, by its links: their rows in the whole problem, ascending. */
  readonly customers: Uint32Array;
  readonly links: Uint32Array;
  /** What it costs to serve those who are decided. */
  readonly spent: number;
  /** A service of the problem with those who are decided. */
  whole(service: Service): Service;
}

/**
 * Sites are decided further where so many have to be or may be open, and who is left with one link goes by it: then its site is
 * open. `undefined` where nobody can be served so.
 */
export function reducedCapacity(
  whole: CapacitatedProblem,
  decided: Uint8Array,
  barred: Uint8Array,
): ReducedCapacity | undefined {
  const states = decided.slice();
  const capacities = whole.capacities.slice();
  const customerCount = whole.starts.length - 1;
  const only = new Uint32Array(customerCount).fill(NOWHERE);
  const isUsable = (link: number) => {
    const site = whole.sites[link] as number;
    if (barred[link] === 1 || states[site] === CLOSED) return false;
    return whole.isSplit || (whole.sizes[link] as number) <= (capacities[site] as number);
  };
  let spent = 0;
  for (let isNews = true; isNews; ) {
    isNews = false;
    const open = states.reduce((sum, state) => sum + (state === OPEN ? 1 : 0), 0);
    const free = states.reduce((sum, state) => sum + (state === FREE ? 1 : 0), 0);
    if (open > whole.most || open + free < whole.least) return undefined;
    if (open === whole.most || open + free === whole.least) {
      const state = open === whole.most ? CLOSED : OPEN;
      for (let site = 0; site < states.length; site++) if (states[site] === FREE) states[site] = state;
    }
    for (let customer = 0; customer < customerCount; customer++) {
      if (only[customer] !== NOWHERE) continue;
      let [count, last] = [0, NOWHERE];
      const end = whole.starts[customer + 1] as number;
      for (let link = whole.starts[customer] as number; link < end && count < 2; link++) {
        if (!isUsable(link)) continue;
        count++;
        last = link;
      }
      if (count === 0) return undefined;
      if (count > 1) continue;
      const site = whole.sites[last] as number;
      const left = (capacities[site] as number) - (whole.sizes[last] as number);
      if (left < 0) return undefined;
      only[customer] = last;
      capacities[site] = left;
      states[site] = OPEN;
      spent += whole.costs[last] as number;
      isNews = true;
    }
  }

  const customers: number[] = [];
  const starts = [0];
  const links: number[] = [];
  for (let customer = 0; customer < customerCount; customer++) {
    if (only[customer] !== NOWHERE) continue;
    customers.push(customer);
    const end = whole.starts[customer + 1] as number;
    for (let link = whole.starts[customer] as number; link < end; link++)
      if (isUsable(link)) links.push(link);
    starts.push(links.length);
  }
  const of = (column: Float64Array) => Float64Array.from(links, (link) => column[link] as number);
  return {
    problem: {
      ...{ ...whole, states, capacities, starts: Uint32Array.from(starts) },
      sites: Uint32Array.from(links, (link) => whole.sites[link] as number),
      ...{ costs: of(whole.costs), sizes: of(whole.sizes) },
    },
    customers: Uint32Array.from(customers),
    links: Uint32Array.from(links),
    spent,
    whole(service) {
      const used = Array.from(service.links, (link, at) => ({
        link: links[link] as number,
        amount: service.amounts[at] as number,
      }));
      for (const link of only) if (link !== NOWHERE) used.push({ link, amount: whole.sizes[link] as number });
      used.sort((a, b) => a.link - b.link);
      return {
        sites: service.sites,
        links: Uint32Array.from(used, ({ link }) => link),
        amounts: Float64Array.from(used, ({ amount }) => amount),
        cost: service.cost + spent,
      };
    },
  };
}
