import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { placesOf } from "../spatial/filing.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import { NO_FACILITY, nearestDecides, type Origins, type ReachTable } from "../spatial/reach-table.ts";
import { boundedSearchFor } from "./bounded-search.ts";
import { JOIN_CAP, joinAll, joinedAt, NOT_JOINED } from "./join.ts";
import { type JoinedZones, joinedZonesFor } from "./join-zones.ts";
import type { WalkGraph } from "./walk-graph.ts";

export interface NetworkLimits {
  /** Equivalent metres of a whole walk, which are included. */
  readonly limit: Metres;
  /** Straight metres to the network, at either end of a walk; `JOIN_CAP` unless it is said. */
  readonly cap?: Metres;
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
 * places of their zone. Cost: one bounded search a facility, and the pairs within.
 */
export function* networkReach(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  { limit, cap = JOIN_CAP }: NetworkLimits,
): Work<NetworkReach> {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  const zones = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinAll(graph, facilities, cap);
  const search = boundedSearchFor(graph, zones, limit);
  const pairs = pairsOf(origins.kinds.length);
  const count = facilities.lng.length;
  for (let facility = 0; facility < count; facility++) {
    if (facility % FACILITIES_PER_STEP === 0) yield { part: "reach", share: facility / count };
    const place = joinedAt(ends, facility);
    if (place === undefined) continue;
    search.begin();
    search.add(place, facility);
    search.run();
    for (let i = 0; i < search.count(); i++) {
      const origin = search.found[i] as number;
      const zone = zones.zones[origin] as number;
      pairs.add(zone, facility, search.metresFrom(origin), search.walkedFrom(origin));
    }
  }
  const notJoined = { zones: strayZones(origins, zones), facilities: strays(facilities, ends.stretches) };
  return { table: pairs.filed(origins), notJoined };
}

const FACILITIES_PER_STEP = 64;

/** Zones and facilities that meet, in the order of facilities, as columns that grow. */
function pairsOf(zoneCount: number) {
  let zones = new Uint32Array(1024);
  let facilities = new Uint32Array(1024);
  let metres = new Float64Array(1024);
  let walked = new Float64Array(1024);
  let reached = new Uint16Array(1024);
  let count = 0;
  const lastFacility = new Uint32Array(zoneCount).fill(NO_FACILITY);
  const lastRow = new Uint32Array(zoneCount);

  /** Another origin of a zone that the facility was added for counts as reached too, and its walk if it is shorter. */
  function add(zone: number, facility: number, equivalent: Metres, real: Metres): void {
    if (lastFacility[zone] === facility) {
      const row = lastRow[zone] as number;
      reached[row] = (reached[row] as number) + 1;
      const was = metres[row] as number;
      if (equivalent < was || (equivalent === was && real < (walked[row] as number))) {
        metres[row] = equivalent;
        walked[row] = real;
      }
      return;
    }
    if (count === zones.length) grow();
    lastFacility[zone] = facility;
    lastRow[zone] = count;
    zones[count] = zone;
    facilities[count] = facility;
    metres[count] = equivalent;
    walked[count] = real;
    reached[count++] = 1;
  }

  function grow(): void {
    const longer = 2 * zones.length;
    zones = withRoom(zones, new Uint32Array(longer));
    facilities = withRoom(facilities, new Uint32Array(longer));
    metres = withRoom(metres, new Float64Array(longer));
    walked = withRoom(walked, new Float64Array(longer));
    reached = withRoom(reached, new Uint16Array(longer));
  }

  function filed(origins: Origins): ReachTable {
    const starts = new Uint32Array(zoneCount + 1);
    for (let i = 0; i < count; i++) {
      const zone = zones[i] as number;
      starts[zone + 1] = (starts[zone + 1] as number) + 1;
    }
    for (let z = 0; z < zoneCount; z++) starts[z + 1] = (starts[z + 1] as number) + (starts[z] as number);
    const next = starts.slice();
    const table = {
      starts,
      facilities: new Uint32Array(count),
      metres: new Float64Array(count),
      walked: new Float64Array(count),
      reached: new Uint16Array(count),
      places: placesOf(origins),
    };
    for (let i = 0; i < count; i++) {
      const zone = zones[i] as number;
      const row = next[zone] as number;
      next[zone] = row + 1;
      table.facilities[row] = facilities[i] as number;
      table.metres[row] = metres[i] as number;
      table.reached[row] = nearestDecides(origins.kinds[zone]) ? 1 : (reached[i] as number);
      table.walked[row] = walked[i] as number;
    }
    return table;
  }

  return { add, filed };
}

function withRoom<Column extends Uint32Array | Float64Array | Uint16Array>(
  column: Column,
  longer: Column,
): Column {
  longer.set(column);
  return longer;
}

/** Zones with places of which none is joined, ascending. */
export function strayZones({ starts, kinds }: Origins, { joined, zones }: JoinedZones): Uint32Array {
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
