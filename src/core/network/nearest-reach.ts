import { invariant, present } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { NO_FACILITY, type Origins } from "../spatial/reach-table.ts";
import { alongCurve } from "./curve-order.ts";
import { JOIN_CAP, type JoinedPlaces, joinedAt } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { type JoinedZones, joinedZonesFor } from "./join-zones.ts";
import { giveBack, type NearestSweep, nearestSweep } from "./nearest-sweep.ts";
import type { NetworkLimits } from "./network-reach.ts";
import { originExitsFor } from "./origin-exits.ts";
import { eachAlong } from "./place-walks.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** By zone: the facility that is nearest to any of its origins, on foot along the network. */
export interface NearestWalks {
  /** The first of equals; `NO_FACILITY` if none is within the limit. */
  readonly nearest: Uint32Array;
  /** Equivalent metres, to the last bit those of the reach table; Infinity if none is within the limit. */
  readonly metres: Float64Array;
  /** Real metres of the same walk. */
  readonly walked: Float64Array;
  /** By origin: equivalent metres to what is nearest to it; Infinity if none is within the limit. */
  readonly fromOrigins: Float64Array;
}

/**
 * Of all facilities or of the rows of `subset`, ascending. Cost: one search from all of them at once over the nodes, and
 * one look at every origin.
 */
export function nearestOnNetwork(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  limits: NetworkLimits,
  subset?: Uint32Array,
): Work<NearestWalks> {
  return nearestFrom(graph, origins, origins.starts, facilities, limits, subset);
}

/** The same with every origin for a zone of its own. */
export function nearestOfOrigins(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  limits: NetworkLimits,
  subset?: Uint32Array,
): Work<NearestWalks> {
  const apart = Uint32Array.from({ length: origins.lng.length + 1 }, (_, origin) => origin);
  return nearestFrom(graph, origins, apart, facilities, limits, subset);
}

/** The origins of zone `z` are `starts[z] … starts[z + 1] − 1`. */
function* nearestFrom(
  graph: WalkGraph,
  origins: Origins,
  starts: Uint32Array,
  facilities: Places,
  { limit, cap = JOIN_CAP }: NetworkLimits,
  subset?: Uint32Array,
): Work<NearestWalks> {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  const zones = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  const rows = alongCurve(graph, ends, subset);
  const sweep = yield* nearestSweep(graph, ends, rows, limit);
  const along = nearestAlong(graph, zones, ends, rows, limit);
  const found = bestOf(sweep, along, zones, starts, limit);
  giveBack(graph, sweep);
  return found;
}

/** Where a walk leads to, and how long it is. */
interface Toward {
  readonly metres: Metres;
  readonly walked: Metres;
  readonly facility: number;
}

/** By origin: its best walk along a stretch that a facility joins too, if there is one within the limit. */
function nearestAlong(
  graph: WalkGraph,
  zones: JoinedZones,
  ends: JoinedPlaces,
  rows: Uint32Array,
  limit: Metres,
): ReadonlyMap<number, Toward> {
  const walks = new Map<number, Toward>();
  for (const facility of rows) {
    const place = present(joinedAt(ends, facility), "rows are joined");
    eachAlong(graph, zones, place, (origin, metres, walked) => {
      if (metres > limit) return;
      const was = walks.get(origin);
      const order = was && (metres - was.metres || facility - was.facility || walked - was.walked);
      if (order === undefined || order < 0) walks.set(origin, { metres, walked, facility });
    });
  }
  return walks;
}

/** Over the ends of its stretch, or along it. */
function bestOf(
  sweep: NearestSweep,
  along: ReadonlyMap<number, Toward>,
  zones: JoinedZones,
  starts: Uint32Array,
  limit: Metres,
): NearestWalks {
  const { nodes: exits, metres: toExits, walked: walkedToExits } = originExitsFor(zones);
  const count = starts.length - 1;
  const nearest = new Uint32Array(count).fill(NO_FACILITY);
  const metres = new Float64Array(count).fill(Infinity);
  const walked = new Float64Array(count).fill(Infinity);
  const fromOrigins = new Float64Array(zones.zones.length).fill(Infinity);
  for (const [origin, walk] of along) fromOrigins[origin] = walk.metres;
  for (let zone = 0; zone < count; zone++) {
    let [best, bestWalked, bestFacility] = [Infinity, Infinity, NO_FACILITY];
    const end = starts[zone + 1] as number;
    for (let origin = starts[zone] as number; origin < end; origin++) {
      let [own, ownWalked, facility] = [fromOrigins[origin] as number, Infinity, NO_FACILITY];
      if (own !== Infinity) {
        const walk = along.get(origin) as Toward;
        [ownWalked, facility] = [walk.walked, walk.facility];
      }
      for (let exit = 2 * origin; exit < 2 * origin + 2; exit++) {
        const toExit = toExits[exit] as number;
        // There is no such exit, or even no network.
        if (toExit === Infinity) continue;
        const node = exits[exit] as number;
        const whole = (sweep.metres[node] as number) + toExit;
        if (whole > own || whole > limit) continue;
        const real = (sweep.walked[node] as number) + (walkedToExits[exit] as number);
        const toward = sweep.facilities[node] as number;
        if (whole === own && (toward > facility || (toward === facility && real >= ownWalked))) continue;
        [own, ownWalked, facility] = [whole, real, toward];
      }
      fromOrigins[origin] = own;
      if (own > best || own === Infinity) continue;
      if (own === best && (facility > bestFacility || (facility === bestFacility && ownWalked >= bestWalked)))
        continue;
      [best, bestWalked, bestFacility] = [own, ownWalked, facility];
    }
    nearest[zone] = bestFacility;
    metres[zone] = best;
    walked[zone] = bestWalked;
  }
  return { nearest, metres, walked, fromOrigins };
}
