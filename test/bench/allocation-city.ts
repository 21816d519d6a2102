import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { exact } from "../../src/core/base/decimal.ts";
import { diceOf, latticeNoise } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import { reachTable } from "../../src/core/spatial/straight-reach.ts";
import { asOrigins } from "./points.ts";

/** Metres of the walk: some 17 facilities within it in the city of full size. */
const LIMIT = 950;
/** Degrees of a block of one kilometre, about; and of the districts that are built up alike. */
const [BLOCK, DISTRICT] = [0.01, 0.03];

/**
 * A city seen in elderly care, from one seed: `zones` zones and 0.15 as many facilities, on ground that grows with them.
 * Neighbourhoods differ in how close zones stand and how much room there is, so that shares of all levels come about in
 * pieces of all sizes. Needs are 0.2 m² a household; rooms are told to 0.1 m².
 */
export function allocationCity(seed: number, zones: number): AllocationProblem {
  const dice = diceOf(seed, "allocation city");
  const side = 0.24 * Math.sqrt(zones / 20_000);
  const [west, south] = [117, 34];
  const crowd = (lng: number, lat: number, salt: number, by: number) =>
    latticeNoise(seed + salt, Math.floor((lng - west) / by), Math.floor((lat - south) / by));
  const scatter = (count: number, salt: number) => {
    const [lng, lat] = [new Float64Array(count), new Float64Array(count)];
    for (let at = 0; at < count; ) {
      const x = dice.between(west, west + side);
      const y = dice.between(south, south + side);
      if (!dice.chance(crowd(x, y, salt, DISTRICT) * (0.3 + 0.7 * crowd(x, y, salt + 1, BLOCK)))) continue;
      [lng[at], lat[at]] = [x, y];
      at++;
    }
    return { lng, lat };
  };
  const homes = scatter(zones, 1);
  const facilities = scatter(Math.round(zones * 0.15), 1);
  const { starts, facilities: reached, metres } = finish(reachTable(asOrigins(homes), facilities, LIMIT, 1));
  const needs = Array.from(homes.lng, () => exact(dice.whole(100, 3000) / 5));
  const capacities = Array.from(facilities.lng, (x, at) => {
    const y = facilities.lat[at] as number;
    const provided = 0.3 + 1.4 * crowd(x, y, 3, DISTRICT);
    return exact(dice.chance(0.05) ? 0 : Math.round(dice.between(500, 40_000) * provided) / 10);
  });
  return { needs, capacities, starts, facilities: reached, metres };
}
