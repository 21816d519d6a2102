import type { LinksBySite } from "./links-by-site.ts";
import { type LocationProblem, NOWHERE } from "./location-problem.ts";

/** Which open site is nearest to each customer, as sites open and close. */
export interface NearestOpen {
  /** By site. */
  readonly isOpen: Uint8Array;
  /** By customer: that site, `NOWHERE` if none is worth it; the cost there, and at the open site after that. */
  readonly nearest: Uint32Array;
  readonly near: Float64Array;
  readonly next: Float64Array;
  /** Just the marked sites are open; these tell how many links were looked at. */
  begin(marks: Uint8Array): number;
  open(site: number): number;
  close(site: number): number;
}

/** `none` is by customer what it costs to have no site. Opening and closing look at the customers of that site alone. */
export function nearestOpen(
  { fixed, starts, sites, costs }: LocationProblem,
  bySite: LinksBySite,
  none: Float64Array,
): NearestOpen {
  const isOpen = new Uint8Array(fixed.length);
  const nearest = new Uint32Array(none.length);
  const near = new Float64Array(none.length);
  const next = new Float64Array(none.length);

  function serve(customer: number): number {
    const most = none[customer] as number;
    const [from, end] = [starts[customer] as number, starts[customer + 1] as number];
    nearest[customer] = NOWHERE;
    near[customer] = most;
    next[customer] = most;
    let link = from;
    for (; link < end && (costs[link] as number) < most; link++) {
      if (isOpen[sites[link] as number] === 0) continue;
      if (nearest[customer] !== NOWHERE) {
        next[customer] = costs[link] as number;
        break;
      }
      nearest[customer] = sites[link] as number;
      near[customer] = costs[link] as number;
    }
    return link - from + 1;
  }

  return {
    ...{ isOpen, nearest, near, next },
    begin(marks) {
      isOpen.set(marks);
      let steps = 0;
      for (let customer = 0; customer < none.length; customer++) steps += serve(customer);
      return steps;
    },
    open(site) {
      isOpen[site] = 1;
      const [from, end] = [bySite.starts[site] as number, bySite.starts[site + 1] as number];
      for (let at = from; at < end; at++) {
        const [customer, cost] = [bySite.customers[at] as number, bySite.costs[at] as number];
        if (cost >= (next[customer] as number)) continue;
        if (cost < (near[customer] as number)) {
          next[customer] = near[customer] as number;
          near[customer] = cost;
          nearest[customer] = site;
        } else next[customer] = cost;
      }
      return end - from;
    },
    close(site) {
      isOpen[site] = 0;
      const [from, end] = [bySite.starts[site] as number, bySite.starts[site + 1] as number];
      let steps = end - from;
      for (let at = from; at < end; at++) {
        const customer = bySite.customers[at] as number;
        if ((bySite.costs[at] as number) <= (next[customer] as number)) steps += serve(customer);
      }
      return steps;
    },
  };
}
