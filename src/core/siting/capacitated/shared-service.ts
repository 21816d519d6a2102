import { cheapestTransport, mostCost, wholeCosts } from "../../allocation/transport.ts";
import type { WorkLeft } from "../work-left.ts";
import { type CapacitatedProblem, type Service, sitesMarked } from "./capacitated-problem.ts";

/**
 * The cheapest way to serve all customers at the open sites, in parts where need be; `undefined` where there is none. A customer
 * that takes nothing of a site is served there whole.
 */
export function serveShared(
  problem: CapacitatedProblem,
  isOpen: Uint8Array,
  work: WorkLeft,
): Service | undefined {
  const { fixed, starts, sites, costs, sizes, capacities } = problem;
  const open = sitesMarked(isOpen);
  const rowOf = new Int32Array(fixed.length).fill(-1);
  const holds: bigint[] = [];
  for (const site of open) {
    if (capacities[site] === 0) continue;
    rowOf[site] = holds.push(BigInt(capacities[site] as number)) - 1;
  }
  const used: { readonly link: number; readonly amount: number }[] = [];
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
    if (row.length === 0) return undefined;
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
    if (cheapest === undefined) return undefined;
    for (const [at, link] of cheapest.links.entries())
      used.push({ link: links[link] as number, amount: Number(cheapest.amounts[at]) });
  }
  used.sort((a, b) => a.link - b.link);
  let cost = 0;
  for (const site of open) cost += fixed[site] as number;
  for (const { link, amount } of used)
    cost += (costs[link] as number) * (amount === 0 ? 1 : amount / (sizes[link] as number));
  return {
    sites: open,
    links: Uint32Array.from(used, ({ link }) => link),
    amounts: Float64Array.from(used, ({ amount }) => amount),
    cost,
  };
}

/** That a link counts for, about, until the transport is done. */
const STEPS = 30;
