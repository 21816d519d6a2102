import { CLOSED } from "./location-problem.ts";
import type { SitingTable } from "./siting-table.ts";

/** Customers who reach just the same sites that may open, as one each. */
export interface Alike {
  /** By lot of customers: what they weigh together, and where their links start, and one more. */
  readonly weights: Float64Array;
  readonly starts: Uint32Array;
  /** By link: its site. Ascending within a lot. */
  readonly sites: Uint32Array;
}

/** Linear in links, but for sorting those of a customer. Lots go by their first customers. */
export function alike({ weights, states, starts, sites }: Omit<SitingTable, "metres">): Alike {
  const lots = new Map<number, number[]>();
  const together: number[] = [];
  const lotStarts = [0];
  const lotSites = new Uint32Array(sites.length);
  let count = 0;
  for (let customer = 0; customer < weights.length; customer++) {
    const reached = sites
      .subarray(starts[customer], starts[customer + 1])
      .filter((site) => states[site] !== CLOSED)
      .sort();
    const key = reached.reduce((so, site) => Math.imul(so, 31) + site, reached.length) | 0;
    const found = lots.get(key) ?? [];
    const lot = found.find((each) => {
      const from = lotStarts[each] as number;
      return (
        (lotStarts[each + 1] as number) - from === reached.length &&
        reached.every((site, at) => lotSites[from + at] === site)
      );
    });
    if (lot !== undefined) {
      together[lot] = (together[lot] as number) + (weights[customer] as number);
      continue;
    }
    lots.set(key, [...found, together.length]);
    together.push(weights[customer] as number);
    lotSites.set(reached, count);
    count += reached.length;
    lotStarts.push(count);
  }
  return {
    weights: Float64Array.from(together),
    starts: Uint32Array.from(lotStarts),
    sites: lotSites.slice(0, count),
  };
}
