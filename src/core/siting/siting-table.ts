import { CLOSED } from "./location-problem.ts";

/** Customers, sites and the way between them: what every question of siting is asked of. */
export interface SitingTable {
  /** By customer: residents, old people, children; not negative. */
  readonly weights: Float64Array;
  /** By site: `FREE`, `OPEN` or `CLOSED`. */
  readonly states: Uint8Array;
  /** By site: what it costs when open; absent where sites are only counted. */
  readonly fixed?: Float64Array;
  /** By customer: how much of what sites hold serves all of it; by site: what one of that costs, and how much it holds. */
  readonly needs?: Float64Array;
  readonly rates?: Float64Array;
  readonly capacities?: Float64Array;
  /** By customer, and one more. */
  readonly starts: Uint32Array;
  /** By link: its site. Links of a customer go by metres and then by sites, none twice. */
  readonly sites: Uint32Array;
  readonly metres: Float64Array;
}

/** With no link of more than `limit` metres. */
export function withinWalk(table: SitingTable, limit: number): SitingTable {
  const starts = new Uint32Array(table.starts.length);
  const sites = new Uint32Array(table.sites.length);
  const metres = new Float64Array(table.sites.length);
  let count = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = table.starts[customer + 1] as number;
    for (let link = table.starts[customer] as number; link < end; link++) {
      if ((table.metres[link] as number) > limit) break;
      sites[count] = table.sites[link] as number;
      metres[count++] = table.metres[link] as number;
    }
    starts[customer + 1] = count;
  }
  return { ...table, starts, sites: sites.subarray(0, count), metres: metres.subarray(0, count) };
}

/** Customers that reach no site that may be open. */
export function outOfReach({ starts, sites, states }: SitingTable): number[] {
  const lost: number[] = [];
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const reached = sites.subarray(starts[customer], starts[customer + 1]);
    if (reached.every((site) => states[site] === CLOSED)) lost.push(customer);
  }
  return lost;
}
