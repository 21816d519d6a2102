import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { type Coverage, nearestDecides, type Origins, type ReachTable } from "../spatial/reach-table.ts";
import { nearestOnNetwork } from "./nearest-reach.ts";
import type { NetworkLimits } from "./network-reach.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** A walk longer than this leads nowhere, even where what is nearest is asked at any distance. */
export const FARTHEST_WALK: Metres = 10_000_000;

/**
 * How each zone is covered by the facilities of `subset`, ascending rows of `facilities`; `table` is what `networkReach`
 * found within the same limits. A zone is covered by the part of its origins that have one within the limit; those that
 * are not joined have none. Where none is joined, or there is none, it is NaN. Cost: one sweep of the network, and one look at the table.
 */
export function* networkCoverage(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  table: ReachTable,
  { limit, ...ends }: NetworkLimits,
): Work<Coverage> {
  const far = { ...ends, limit: FARTHEST_WALK };
  const { nearest, metres, walked, fromOrigins } = yield* nearestOnNetwork(
    graph,
    origins,
    facilities,
    far,
    subset,
  );
  return {
    ...{ nearest, metres, walked },
    choices: choicesOf(table, facilities.lng.length, subset),
    covered: coveredOf(origins, table, fromOrigins, limit),
  };
}

/** How many of the subset each zone reaches. */
function choicesOf({ starts, facilities }: ReachTable, count: number, subset: Uint32Array): Uint32Array {
  const counts = new Uint8Array(count);
  for (const row of subset) counts[row] = 1;
  const choices = new Uint32Array(starts.length - 1);
  for (let zone = 0; zone < choices.length; zone++) {
    let reached = 0;
    const end = starts[zone + 1] as number;
    for (let row = starts[zone] as number; row < end; row++)
      reached += counts[facilities[row] as number] as number;
    choices[zone] = reached;
  }
  return choices;
}

function coveredOf(
  { starts, kinds }: Origins,
  { places }: ReachTable,
  metres: Float64Array,
  limit: Metres,
): Float64Array {
  const covered = new Float64Array(kinds.length);
  for (let zone = 0; zone < covered.length; zone++) {
    const [from, to] = [starts[zone] as number, starts[zone + 1] as number];
    let within = 0;
    for (let origin = from; origin < to; origin++) if ((metres[origin] as number) <= limit) within++;
    covered[zone] =
      places[zone] === 0
        ? Number.NaN
        : nearestDecides(kinds[zone])
          ? Math.min(1, within)
          : within / (to - from);
  }
  return covered;
}
