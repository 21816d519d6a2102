import { invariant, present } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import type { Origins, ReachTable } from "../spatial/reach-table.ts";
import { boundedSearchFor } from "./bounded-search.ts";
import { alongCurve } from "./curve-order.ts";
import type { HubLabels } from "./hub-labels.ts";
import { hubSearchFor } from "./hub-search.ts";
import { JOIN_CAP, joinedAt, NOT_JOINED } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { type JoinedZones, joinedZonesFor } from "./join-zones.ts";
import { reachPairs } from "./reach-pairs.ts";
import type { WalkGraph } from "./walk-graph.ts";

export interface NetworkLimits {
  /** Equivalent metres of a whole walk, which are included. */
  readonly limit: Metres;
  /** Straight metres to the network, at either end of a walk; `JOIN_CAP` unless it is said. */
  readonly cap?: Metres;
  /** Of this graph. Changes the time it takes, and nothing else; of no use where the limit is above that of the labels. */
  readonly labels?: HubLabels;
}

export interface NetworkReach {
  /** Its metres are equivalent ones, beside the real ones of the same walks. */
  readonly table: ReachTable;
  readonly notJoined: NotJoined;
}

/** Rows with places of which none is near enough to the network, ascending. */
export interface NotJoined {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

/**
 * Who reaches what along the network: off it to the nearest stretch, along it, and off it again, each metre off counted
 * as one. Facilities that are not joined are reached by nobody; origins that are not reach nothing, and count among the
 * places of their zone, unless none of it is joined: what it reaches nobody knows then, as of a zone without a place.
 * Cost: one bounded search a facility, and the pairs within.
 */
export function* networkReach(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  { limit, cap = JOIN_CAP, labels }: NetworkLimits,
): Work<NetworkReach> {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  const zones = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  const search =
    labels !== undefined && limit <= labels.limit
      ? hubSearchFor(graph, labels, zones, limit)
      : boundedSearchFor(graph, zones, limit);
  const pairs = reachPairs(origins, zones);
  let done = 0;
  for (const facility of alongCurve(graph, ends)) {
    if (done++ % FACILITIES_PER_STEP === 0) yield { part: "reach", share: done / facilities.lng.length };
    const place = present(joinedAt(ends, facility), "rows are joined");
    pairs.take(search, search.from(place), facility);
  }
  const stray = strayZones(origins, zones);
  const table = withoutPlaces(pairs.filed(facilities.lng.length), stray);
  return { table, notJoined: { zones: stray, facilities: strays(facilities, ends.stretches) } };
}

const FACILITIES_PER_STEP = 64;

/** The table in which zones of which no place is joined have none; the very table, if it is so already. */
export function withoutPlaces(table: ReachTable, stray: Uint32Array): ReachTable {
  if (stray.every((zone) => table.places[zone] === 0)) return table;
  const places = table.places.slice();
  for (const zone of stray) places[zone] = 0;
  return { ...table, places };
}

/** Zones with places of which none is joined, ascending. Looked for once as long as the joined zones are kept. */
export function strayZones(origins: Origins, zones: JoinedZones): Uint32Array {
  const known = remembered.get(zones) ?? foundStrayZones(origins, zones);
  remembered.set(zones, known);
  return known.slice();
}

const remembered = new WeakMap<JoinedZones, Uint32Array>();

function foundStrayZones({ starts, kinds }: Origins, { joined, zones }: JoinedZones): Uint32Array {
  const joins = new Uint8Array(kinds.length);
  joined.stretches.forEach((stretch, origin) => {
    if (stretch !== NOT_JOINED) joins[zones[origin] as number] = 1;
  });
  const stray: number[] = [];
  for (let zone = 0; zone < kinds.length; zone++) {
    if (joins[zone] === 0 && (starts[zone] as number) < (starts[zone + 1] as number)) stray.push(zone);
  }
  return Uint32Array.from(stray);
}

function strays(places: Places, stretches: Int32Array): Uint32Array {
  const stray: number[] = [];
  stretches.forEach((stretch, row) => {
    if (stretch === NOT_JOINED && hasPlace(places, row)) stray.push(row);
  });
  return Uint32Array.from(stray);
}
