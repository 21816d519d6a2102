import type { Tally } from "../tally.ts";
import type { AllocationFigures } from "./allocation-figures.ts";
import { mustBeNear } from "./sums.ts";

/** No amount is negative; they add up to what each zone is served with and to what each facility gives, within what it holds. */
export function checkFlows(tally: Tally, { zones, facilities, links }: AllocationFigures): void {
  const served = new Float64Array(zones.names.length);
  const given = new Float64Array(facilities.names.length);
  for (const [link, amount] of links.amounts.entries()) {
    const [zone, facility] = [links.zones[link] as number, links.facilities[link] as number];
    served[zone] = (served[zone] as number) + amount;
    given[facility] = (given[facility] as number) + amount;
    const at = `${zones.names[zone]} ${facilities.names[facility]}`;
    tally.that(["flow-is-no-debt", links.file, at], amount >= 0, "at least 0", amount);
  }
  for (const [zone, name] of zones.names.entries()) {
    const [need, is, share] = [zones.needs[zone], zones.served[zone], zones.shares[zone]] as number[];
    mustBeNear(tally, ["flows-add-up-to-served", zones.file, name], served[zone] as number, is as number);
    const part = need === 0 ? 1 : (is as number) / (need as number);
    mustBeNear(tally, ["share-is-served-of-need", zones.file, name], part, share as number);
    const within = (share as number) >= 0 && (share as number) <= 1;
    tally.that(["share-is-a-part", zones.file, name], within, "from 0 to 1", share as number);
  }
  for (const [facility, name] of facilities.names.entries()) {
    const [capacity, load] = [facilities.capacities[facility], facilities.loads[facility]] as number[];
    const sum = given[facility] as number;
    mustBeNear(tally, ["flows-add-up-to-load", facilities.file, name], sum, load as number);
    const within = (load as number) <= (capacity as number);
    tally.that(["load-within-capacity", facilities.file, name], within, capacity as number, load as number);
  }
}
