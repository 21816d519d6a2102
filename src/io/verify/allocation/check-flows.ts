import type { Tally } from "../tally.ts";
import type { AllocationFigures } from "./allocation-figures.ts";
import { LAST_DIGIT, mustBeNear, sumOf } from "./sums.ts";

/** No amount is negative; they add up to what each zone is served with and to what each facility gives, within what it holds. */
export function checkFlows(tally: Tally, { zones, facilities, links, ...figures }: AllocationFigures): void {
  const noise = figures.noise === 0 ? LAST_DIGIT : undefined;
  const served = zones.names.map((): number[] => []);
  const given = facilities.names.map((): number[] => []);
  for (const [link, amount] of links.amounts.entries()) {
    const [zone, facility] = [links.zones[link] as number, links.facilities[link] as number];
    if (amount !== 0) {
      served[zone]?.push(amount);
      given[facility]?.push(amount);
    }
    const at = `${zones.names[zone]} ${facilities.names[facility]}`;
    tally.that(["flow-is-no-debt", links.file, at], amount >= 0, "at least 0", amount);
  }
  for (const [zone, name] of zones.names.entries()) {
    const [need, is, share] = [zones.needs[zone], zones.served[zone], zones.shares[zone]] as number[];
    const has = sumOf(served[zone] as number[]);
    mustBeNear(tally, ["flows-add-up-to-served", zones.file, name], has, is as number, 0, noise);
    const part = need === 0 ? 1 : (is as number) / (need as number);
    mustBeNear(tally, ["share-is-served-of-need", zones.file, name], part, share as number, 0, noise);
    const within = (share as number) >= 0 && (share as number) <= 1;
    tally.that(["share-is-a-part", zones.file, name], within, "from 0 to 1", share as number);
  }
  for (const [facility, name] of facilities.names.entries()) {
    const [capacity, load] = [facilities.capacities[facility], facilities.loads[facility]] as number[];
    const sum = sumOf(given[facility] as number[]);
    mustBeNear(tally, ["flows-add-up-to-load", facilities.file, name], sum, load as number, 0, noise);
    const within = (load as number) <= (capacity as number);
    tally.that(["load-within-capacity", facilities.file, name], within, capacity as number, load as number);
  }
}
