import { invariant } from "../base/invariant.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { NO_FACILITY, type Origins } from "../spatial/reach-table.ts";
import { giveBack, ORIGIN_WIDTH, ownSearch } from "./bounded-search.ts";
import { JOIN_CAP, joinedAt } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { joinedZonesFor } from "./join-zones.ts";
import type { NetworkLimits } from "./network-reach.ts";
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

/** Cost: one search from all facilities at once. */
export function* nearestOnNetwork(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  { limit, cap = JOIN_CAP }: NetworkLimits,
): Work<NearestWalks> {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  const zones = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  const search = ownSearch(graph, zones, limit);
  search.begin();
  for (let facility = 0; facility < facilities.lng.length; facility++) {
    const place = joinedAt(ends, facility);
    if (place !== undefined) search.add(place, facility);
  }
  const steps = Math.max(1, Math.ceil(graph.lng.length / NODES_PER_STEP));
  for (let step = 0; !search.run(NODES_PER_STEP); step++) {
    yield { part: "reach", share: Math.min(1, step / steps) };
  }
  const count = origins.kinds.length;
  const found = {
    nearest: new Uint32Array(count).fill(NO_FACILITY),
    metres: new Float64Array(count).fill(Infinity),
    walked: new Float64Array(count).fill(Infinity),
    fromOrigins: new Float64Array(origins.lng.length).fill(Infinity),
  };
  const { nearest, metres, walked, fromOrigins } = found;
  for (let i = 0; i < search.count(); i++) {
    const origin = search.found[i] as number;
    const zone = zones.zones[origin] as number;
    const at = ORIGIN_WIDTH * origin;
    const own = search.walks[at] as number;
    const ownWalked = search.walks[at + 1] as number;
    const facility = search.walks[at + 2] as number;
    fromOrigins[origin] = own;
    const order =
      own - (metres[zone] as number) ||
      facility - (nearest[zone] as number) ||
      ownWalked - (walked[zone] as number);
    if (order >= 0) continue;
    metres[zone] = own;
    nearest[zone] = facility;
    walked[zone] = ownWalked;
  }
  giveBack(search, zones, limit);
  return found;
}

const NODES_PER_STEP = 1 << 16;
