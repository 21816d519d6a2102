import { placesOf } from "../spatial/filing.ts";
import { nearestDecides, type Origins, type ReachTable } from "../spatial/reach-table.ts";
import { type BoundedSearch, ORIGIN_WIDTH } from "./bounded-search.ts";
import type { JoinedZones } from "./join-zones.ts";

/** Zones and facilities that meet, taken facility by facility in any order, and then filed by zone. */
export interface ReachPairs {
  /**
   * The so many origins that a search for one facility found, once for each. Of several origins of a zone the shortest walk counts, and how
   * many they are.
   */
  take(search: BoundedSearch, found: number, facility: number): void;
  /** Once, at the end, for rows `0 … facilities − 1`: the room that the pairs took is given to the next. */
  filed(facilities: number): ReachTable;
}

/** None are taken yet. Room is made once and handed on, as long as the joined zones are kept. */
export function reachPairs(origins: Origins, zones: JoinedZones): ReachPairs {
  const pairs = free.get(zones) ?? pairsOf(origins, zones);
  free.delete(zones);
  return pairs;
}

const free = new WeakMap<JoinedZones, ReachPairs>();

function pairsOf(origins: Origins, joinedZones: JoinedZones): ReachPairs {
  const { zones } = joinedZones;
  const zoneCount = origins.kinds.length;
  const places = placesOf(origins);
  const byNearest = zonesByNearest(origins);
  let room = 1024;
  let zoneOf = new Uint32Array(room);
  /** Two a pair: equivalent and real metres. */
  let metres = new Float64Array(2 * room);
  let reached = new Uint16Array(room);
  let count = 0;
  /** By facility: its first pair, and the one after its last. */
  const rows = new Map<number, readonly [first: number, end: number]>();
  /** By zone, two numbers: what was taken last of it, counted from 1, and its row. */
  const lasts = new Float64Array(2 * zoneCount);
  const next = new Uint32Array(zoneCount);
  let takes = 0;

  function take({ found, walks }: BoundedSearch, foundCount: number, facility: number): void {
    while (count + foundCount > room) grow();
    takes++;
    let row = count;
    for (let i = 0; i < foundCount; i++) {
      const origin = found[i] as number;
      const zone = zones[origin] as number;
      const equivalent = walks[ORIGIN_WIDTH * origin] as number;
      const real = walks[ORIGIN_WIDTH * origin + 1] as number;
      if (lasts[2 * zone] !== takes) {
        lasts[2 * zone] = takes;
        lasts[2 * zone + 1] = row;
        zoneOf[row] = zone;
        metres[2 * row] = equivalent;
        metres[2 * row + 1] = real;
        reached[row++] = 1;
        continue;
      }
      const before = lasts[2 * zone + 1] as number;
      reached[before] = (reached[before] as number) + 1;
      const was = metres[2 * before] as number;
      if (equivalent < was || (equivalent === was && real < (metres[2 * before + 1] as number))) {
        metres[2 * before] = equivalent;
        metres[2 * before + 1] = real;
      }
    }
    rows.set(facility, [count, row]);
    count = row;
  }

  function grow(): void {
    room *= 2;
    zoneOf = withRoom(zoneOf, new Uint32Array(room));
    metres = withRoom(metres, new Float64Array(2 * room));
    reached = withRoom(reached, new Uint16Array(room));
  }

  function filed(facilityCount: number): ReachTable {
    const starts = new Uint32Array(zoneCount + 1);
    for (let i = 0; i < count; i++) {
      const zone = zoneOf[i] as number;
      starts[zone + 1] = (starts[zone + 1] as number) + 1;
    }
    for (let z = 0; z < zoneCount; z++) starts[z + 1] = (starts[z + 1] as number) + (starts[z] as number);
    next.set(starts.subarray(0, zoneCount));
    const table = {
      starts,
      facilities: new Uint32Array(count),
      metres: new Float64Array(count),
      walked: new Float64Array(count),
      reached: new Uint16Array(count),
      places: places.slice(),
    };
    for (let facility = 0; facility < facilityCount; facility++) {
      const [first, end] = rows.get(facility) ?? NO_PAIRS;
      for (let i = first; i < end; i++) {
        const zone = zoneOf[i] as number;
        const row = next[zone] as number;
        next[zone] = row + 1;
        table.facilities[row] = facility;
        table.metres[row] = metres[2 * i] as number;
        table.walked[row] = metres[2 * i + 1] as number;
        table.reached[row] = reached[i] as number;
      }
    }
    for (const zone of byNearest) table.reached.fill(1, starts[zone], starts[zone + 1]);
    count = 0;
    rows.clear();
    free.set(joinedZones, pairs);
    return table;
  }

  const pairs = { take, filed };
  return pairs;
}

const NO_PAIRS = [0, 0] as const;

/** Zones of several origins of which the nearest counts. */
function zonesByNearest({ starts, kinds }: Origins): Uint32Array {
  const zones: number[] = [];
  for (let zone = 0; zone < kinds.length; zone++) {
    const all = (starts[zone + 1] as number) - (starts[zone] as number);
    if (all > 1 && nearestDecides(kinds[zone])) zones.push(zone);
  }
  return Uint32Array.from(zones);
}

function withRoom<Column extends Uint32Array | Float64Array | Uint16Array>(
  column: Column,
  longer: Column,
): Column {
  longer.set(column);
  return longer;
}
