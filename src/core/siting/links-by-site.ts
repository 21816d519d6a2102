import type { LocationProblem } from "./location-problem.ts";

/** Links by their sites. */
export interface LinksBySite {
  readonly customers: Uint32Array;
  readonly costs: Float64Array;
  /** By site, and one more: where its links start. */
  readonly starts: Uint32Array;
  /** Where those links of a site end that may cost less than `most`, which is told once for many sites by `below`. */
  readonly below: (most: number) => (site: number) => number;
}

/** Linear in links: those of a site stand in a few lots of rising costs, in no order within one. */
export function linksBySite({ fixed, starts, sites, costs }: LocationProblem): LinksBySite {
  const lowest = lotsOf(costs);
  const lots = lowest.length;
  const ends = new Uint32Array(fixed.length * lots + 1);
  const inLots = (take: (link: number, customer: number, place: number) => void) => {
    for (let customer = 0; customer + 1 < starts.length; customer++) {
      let lot = 0;
      for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
        while (lot + 1 < lots && (costs[link] as number) >= (lowest[lot + 1] as number)) lot++;
        take(link, customer, (sites[link] as number) * lots + lot);
      }
    }
  };
  inLots((_link, _customer, place) => {
    ends[place + 1] = (ends[place + 1] as number) + 1;
  });
  for (let place = 0; place + 1 < ends.length; place++)
    ends[place + 1] = (ends[place + 1] as number) + (ends[place] as number);
  const customers = new Uint32Array(costs.length);
  const sorted = new Float64Array(costs.length);
  const next = ends.slice();
  inLots((link, customer, place) => {
    const to = next[place] as number;
    next[place] = to + 1;
    customers[to] = customer;
    sorted[to] = costs[link] as number;
  });
  return {
    ...{ customers, costs: sorted },
    starts: Uint32Array.from({ length: fixed.length + 1 }, (_, site) => ends[site * lots] as number),
    below(most) {
      const some = lowest.findIndex((cost) => cost >= most);
      const lot = some < 0 ? lots : some;
      return (site) => ends[site * lots + lot] as number;
    },
  };
}

/** The lowest cost of each lot, ascending, as a sample tells them; that of the first is as low as any. */
function lotsOf(costs: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(costs.length / SAMPLE));
  const sample = Float64Array.from(
    { length: Math.floor(costs.length / step) },
    (_, at) => costs[at * step] as number,
  ).sort();
  const lowest = new Set([Number.NEGATIVE_INFINITY]);
  for (let lot = 1; lot < LOTS; lot++) lowest.add(sample[Math.floor((lot * sample.length) / LOTS)] ?? 0);
  return Float64Array.from(lowest);
}

const LOTS = 64;
const SAMPLE = 4096;
