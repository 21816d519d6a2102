import type { Work } from "../base/work.ts";
import { chordMetres } from "../geo/chord.ts";
import { type EarthColumns, earthColumns, toEarth } from "../geo/earth.ts";
import { geodesicBetween } from "../geo/geodesic.ts";
import type { Meetings } from "./meetings.ts";
import type { OriginRows } from "./origin-rows.ts";
import type { Places } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { rivalChord2, standsByChord, type Walk, walkMetres } from "./walk.ts";

/**
 * How far the facilities met are from the nearest origin of their zone, and how many of its origins reach them. `from`
 * is the zone that the first row of the meetings is about.
 */
export function* measured(
  meetings: Meetings,
  rows: OriginRows,
  origins: Origins,
  from: number,
  facilities: Places,
  walk: Walk,
): Work<ReachTable> {
  const zones = meetings.starts.length - 1;
  const table = {
    ...meetings,
    metres: new Float64Array(meetings.facilities.length),
    reached: new Uint16Array(meetings.facilities.length).fill(1),
    places: placesOf(origins, from, from + zones),
  };
  const sides = { ...rows, there: facilities, earthThere: earthOf(facilities), walk };
  for (let zone = 0; zone < zones; zone += ZONES_PER_STEP) {
    yield { part: "reach", share: zone / zones };
    measureZones(table, sides, origins, from, zone, Math.min(zones, zone + ZONES_PER_STEP));
  }
  return table;
}

/** How many places the walks of zones `from` … `to − 1` start from, as a table counts them. */
export function placesOf({ starts, kinds }: Origins, from = 0, to = kinds.length): Uint16Array {
  const places = new Uint16Array(to - from);
  for (let zone = from; zone < to; zone++) {
    const all = (starts[zone + 1] as number) - (starts[zone] as number);
    places[zone - from] = kinds[zone] === "entrances" ? 1 : all;
  }
  return places;
}

/** Both ends of the walks. */
interface Sides extends OriginRows {
  readonly there: Places;
  readonly earthThere: EarthColumns;
  readonly walk: Walk;
}

function earthOf({ lng, lat }: Places): EarthColumns {
  const columns = earthColumns(lng.length);
  for (let row = 0; row < lng.length; row++) toEarth(lng[row] as number, lat[row] as number, columns, row);
  return columns;
}

/** Apart from the work that yields between its steps: the engine makes little of a loop in there. */
function measureZones(
  table: ReachTable,
  sides: Sides,
  { starts, kinds }: Origins,
  from: number,
  zone: number,
  end: number,
): void {
  const firstOrigin = starts[from] as number;
  for (let row = zone; row < end; row++) {
    const origin = (starts[from + row] as number) - firstOrigin;
    const beyond = (starts[from + row + 1] as number) - firstOrigin;
    const [first, last] = [table.starts[row] as number, table.starts[row + 1] as number];
    if (beyond - origin === 1) {
      fromOne(table, sides, origin, first, last);
      continue;
    }
    fromSeveral(table, sides, origin, beyond, first, last);
    if (kinds[from + row] === "entrances") table.reached.fill(1, first, last);
  }
}

/** Writes the metres of rows `start` … `end − 1`, all of a zone with one origin. */
function fromOne(
  { facilities, metres }: ReachTable,
  { rows, points, there, earthThere, walk }: Sides,
  origin: number,
  start: number,
  end: number,
): void {
  const { x, y, z, curve } = earthThere;
  const k = points[origin] as number;
  const [xHere, yHere, zHere, curveHere] = [rows.x[k], rows.y[k], rows.z[k], rows.curve[k]] as Four;
  for (let row = start; row < end; row++) {
    const facility = facilities[row] as number;
    const dx = xHere - (x[facility] as number);
    const dy = yHere - (y[facility] as number);
    const dz = zHere - (z[facility] as number);
    const chord2 = dx * dx + dy * dy + dz * dz;
    const byChord = chordMetres(chord2, dz, curveHere + (curve[facility] as number)) * walk.detour;
    metres[row] = standsByChord(walk, chord2, byChord)
      ? byChord
      : byGeodesic(rows, k, there, facility) * walk.detour;
  }
}

/** Writes the metres and how many reach, of rows `start` … `end − 1`, all of a zone with origins `origin` … `beyond − 1`. */
function fromSeveral(
  { facilities, metres, reached }: ReachTable,
  { rows, points, there, earthThere, walk }: Sides,
  origin: number,
  beyond: number,
  start: number,
  end: number,
): void {
  const { x, y, z, curve, lng, lat } = rows;
  const { limit, sure2, most2 } = walk;
  for (let row = start; row < end; row++) {
    const facility = facilities[row] as number;
    const xThere = earthThere.x[facility] as number;
    const yThere = earthThere.y[facility] as number;
    const zThere = earthThere.z[facility] as number;
    const curveThere = earthThere.curve[facility] as number;
    let least = Infinity;
    let least2 = Infinity;
    let count = 0;
    for (let each = origin; each < beyond; each++) {
      const k = points[each] as number;
      const dx = (x[k] as number) - xThere;
      const dy = (y[k] as number) - yThere;
      const dz = (z[k] as number) - zThere;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > most2) continue;
      if (chord2 <= sure2) count++;
      if (chord2 <= sure2 && chord2 > rivalChord2(least2)) continue;
      const walked = walkMetres(
        walk,
        chord2,
        dz,
        (curve[k] as number) + curveThere,
        lng[k] as number,
        lat[k] as number,
        there.lng[facility] as number,
        there.lat[facility] as number,
      );
      if (chord2 > sure2 && walked <= limit) count++;
      least2 = Math.min(least2, chord2);
      least = Math.min(least, walked);
    }
    metres[row] = least;
    reached[row] = count;
  }
}

function byGeodesic(here: Places, k: number, there: Places, facility: number): number {
  const [lng, lat] = [there.lng[facility] as number, there.lat[facility] as number];
  return geodesicBetween(here.lng[k] as number, here.lat[k] as number, lng, lat);
}

type Four = readonly [number, number, number, number];

const ZONES_PER_STEP = 1024;
