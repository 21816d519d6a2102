import { placesOf } from "../spatial/filing.ts";
import { NO_FACILITY, nearestDecides, type Origins, type ReachTable } from "../spatial/reach-table.ts";
import { type BoundedSearch, ORIGIN_WIDTH } from "./bounded-search.ts";

/** Zones and facilities that meet, taken in the order of facilities, and then filed by zone. */
export interface ReachPairs {
  /**
   * What a search for one facility found. Of several origins of a zone the shortest walk counts, and how many they are;
   * `zones` says of each origin which zone it is of.
   */
  take(search: BoundedSearch, facility: number, zones: Uint32Array): void;
  filed(origins: Origins): ReachTable;
}

export function reachPairs(zoneCount: number): ReachPairs {
  let room = 1024;
  let zoneOf = new Uint32Array(room);
  let facilityOf = new Uint32Array(room);
  /** Two a pair: equivalent and real metres. */
  let metres = new Float64Array(2 * room);
  let reached = new Uint16Array(room);
  let count = 0;
  const lastFacility = new Uint32Array(zoneCount).fill(NO_FACILITY);
  const lastRow = new Uint32Array(zoneCount);

  function take(search: BoundedSearch, facility: number, zones: Uint32Array): void {
    const { found, walks } = search;
    const foundCount = search.count();
    while (count + foundCount > room) grow();
    let row = count;
    for (let i = 0; i < foundCount; i++) {
      const origin = found[i] as number;
      const zone = zones[origin] as number;
      const metresNow = walks[ORIGIN_WIDTH * origin] as number;
      const walkedNow = walks[ORIGIN_WIDTH * origin + 1] as number;
      if (lastFacility[zone] !== facility) {
        lastFacility[zone] = facility;
        lastRow[zone] = row;
        zoneOf[row] = zone;
        facilityOf[row] = facility;
        metres[2 * row] = metresNow;
        metres[2 * row + 1] = walkedNow;
        reached[row++] = 1;
        continue;
      }
      const before = lastRow[zone] as number;
      reached[before] = (reached[before] as number) + 1;
      const was = metres[2 * before] as number;
      if (metresNow < was || (metresNow === was && walkedNow < (metres[2 * before + 1] as number))) {
        metres[2 * before] = metresNow;
        metres[2 * before + 1] = walkedNow;
      }
    }
    count = row;
  }

  function grow(): void {
    room *= 2;
    zoneOf = withRoom(zoneOf, new Uint32Array(room));
    facilityOf = withRoom(facilityOf, new Uint32Array(room));
    metres = withRoom(metres, new Float64Array(2 * room));
    reached = withRoom(reached, new Uint16Array(room));
  }

  function filed(origins: Origins): ReachTable {
    const starts = new Uint32Array(zoneCount + 1);
    for (let i = 0; i < count; i++) {
      const zone = zoneOf[i] as number;
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
      const zone = zoneOf[i] as number;
      const row = next[zone] as number;
      next[zone] = row + 1;
      table.facilities[row] = facilityOf[i] as number;
      table.metres[row] = metres[2 * i] as number;
      table.walked[row] = metres[2 * i + 1] as number;
      table.reached[row] = reached[i] as number;
    }
    for (let zone = 0; zone < zoneCount; zone++) {
      if (nearestDecides(origins.kinds[zone])) table.reached.fill(1, starts[zone], starts[zone + 1]);
    }
    return table;
  }

  return { take, filed };
}

function withRoom<Column extends Uint32Array | Float64Array | Uint16Array>(
  column: Column,
  longer: Column,
): Column {
  longer.set(column);
  return longer;
}
