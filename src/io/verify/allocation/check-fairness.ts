import type { Tally } from "../tally.ts";
import type { AllocationFigures } from "./allocation-figures.ts";
import { isNear } from "./sums.ts";

/**
 * Nothing can be made fairer: no facility with room reaches a zone that is short, and none serves a zone of a higher share
 * while it reaches a short one of a lower share.
 */
export function checkFairness(tally: Tally, { zones, facilities, links, noise }: AllocationFigures): void {
  /** By facility: the least share of a short zone that it reaches, and the highest of a zone that it serves. */
  const least = new Float64Array(facilities.names.length).fill(1);
  const highest = new Float64Array(facilities.names.length);
  for (const [link, amount] of links.amounts.entries()) {
    const facility = links.facilities[link] as number;
    const share = zones.shares[links.zones[link] as number] as number;
    least[facility] = Math.min(least[facility] as number, share);
    if (amount > 0) highest[facility] = Math.max(highest[facility] as number, share);
  }
  for (const [facility, name] of facilities.names.entries()) {
    const [capacity, load] = [facilities.capacities[facility], facilities.loads[facility]] as number[];
    const [worst, best] = [least[facility] as number, highest[facility] as number];
    const isFull =
      (load as number) > (capacity as number) || isNear(capacity as number, load as number, 0, noise);
    const used = worst === 1 || isFull;
    tally.that(["room-goes-to-the-short", facilities.file, name], used, capacity as number, load as number);
    const isFair = best <= worst;
    tally.that(["served-are-the-least-served", facilities.file, name], isFair, `at most ${worst}`, best);
  }
}
