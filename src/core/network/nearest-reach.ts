import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { NO_FACILITY, type Origins } from "../spatial/reach-table.ts";
import { giveBack, LABEL_WIDTH, type NodeSearch, ORIGIN_WIDTH, ownSearch } from "./bounded-search.ts";
import { JOIN_CAP, joinedAt } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { type JoinedZones, joinedZonesFor } from "./join-zones.ts";
import type { NetworkLimits } from "./network-reach.ts";
import { originExitsFor } from "./origin-exits.ts";
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
  subset: Uint32Array = Uint32Array.from(facilities.lng.keys()),
): Work<NearestWalks> {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  const zones = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  const leaves = leavesApart(zones);
  const search = ownSearch(graph, leaves, limit);
  search.begin();
  for (const facility of subset) {
    const place = joinedAt(ends, facility);
    if (place !== undefined) search.add(place, facility);
  }
  const steps = Math.max(1, Math.ceil(graph.lng.length / NODES_PER_STEP));
  for (let step = 0; !search.run(NODES_PER_STEP); step++) {
    yield { part: "reach", share: Math.min(1, step / steps) };
  }
  const found = bestOf(search, zones, starts, limit);
  giveBack(search, leaves, limit);
  return found;
}

const NODES_PER_STEP = 1 << 16;

/** The zones without their entries: a search then tells of nodes, and of walks along a stretch that both ends share. */
function leavesApart(zones: JoinedZones): JoinedZones {
  const known = remembered.get(zones);
  if (known !== undefined) return known;
  const made = { ...zones, starts: new Uint32Array(zones.starts.length), entries: new Float64Array(0) };
  remembered.set(zones, made);
  return made;
}

const remembered = new WeakMap<JoinedZones, JoinedZones>();

function bestOf(search: NodeSearch, zones: JoinedZones, starts: Uint32Array, limit: Metres): NearestWalks {
  const { nodes: exits, metres: toExits, walked: walkedToExits } = originExitsFor(zones);
  const { nodes: labels, walks, found } = search;
  const count = starts.length - 1;
  const nearest = new Uint32Array(count).fill(NO_FACILITY);
  const metres = new Float64Array(count).fill(Infinity);
  const walked = new Float64Array(count).fill(Infinity);
  const fromOrigins = new Float64Array(zones.zones.length).fill(Infinity);
  for (let i = 0; i < search.count(); i++) {
    const origin = found[i] as number;
    fromOrigins[origin] = walks[ORIGIN_WIDTH * origin] as number;
  }
  for (let zone = 0; zone < count; zone++) {
    let [best, bestWalked, bestFacility] = [Infinity, Infinity, NO_FACILITY];
    const end = starts[zone + 1] as number;
    for (let origin = starts[zone] as number; origin < end; origin++) {
      let [own, ownWalked, facility] = [fromOrigins[origin] as number, Infinity, NO_FACILITY];
      if (own !== Infinity) {
        ownWalked = walks[ORIGIN_WIDTH * origin + 1] as number;
        facility = walks[ORIGIN_WIDTH * origin + 2] as number;
      }
      for (let exit = 2 * origin; exit < 2 * origin + 2; exit++) {
        const toExit = toExits[exit] as number;
        // There is no such exit, or even no network.
        if (toExit === Infinity) continue;
        const label = LABEL_WIDTH * (exits[exit] as number);
        const whole = (labels[label] as number) + toExit;
        if (whole > own || whole > limit) continue;
        const real = (labels[label + 1] as number) + (walkedToExits[exit] as number);
        const toward = labels[label + 2] as number;
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
