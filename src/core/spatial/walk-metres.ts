import type { Work } from "../base/work.ts";
import { type EarthColumns, earthColumns, toEarth } from "../geo/earth.ts";
import type { Meetings } from "./meetings.ts";
import type { OriginRows } from "./origin-rows.ts";
import type { Places } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { rivalChord2, type Walk, walkMetres } from "./walk.ts";

/**
 * How far the facilities met are from the nearest origin of their zone, and which part of the zone reaches them.
 * `from` is the zone that the first row of the meetings is about.
 */
export function* measured(
  meetings: Meetings,
  rows: OriginRows,
  origins: Origins,
  from: number,
  facilities: Places,
  walk: Walk,
): Work<ReachTable> {
  const { starts } = meetings;
  const metres = new Float64Array(meetings.facilities.length);
  const parts = new Float64Array(metres.length).fill(1);
  const table = { ...meetings, metres, parts };
  const sides = { ...rows, there: facilities, earthThere: earthOf(facilities), walk };
  const firstOrigin = origins.starts[from] as number;
  for (let zone = 0; zone + 1 < starts.length; zone++) {
    if (zone % ZONES_PER_STEP === 0) yield { part: "reach", share: zone / starts.length };
    const origin = (origins.starts[from + zone] as number) - firstOrigin;
    const beyond = (origins.starts[from + zone + 1] as number) - firstOrigin;
    const [start, end] = [starts[zone] as number, starts[zone + 1] as number];
    if (beyond - origin === 1) {
      fromOne(table, sides, origin, start, end);
      continue;
    }
    fromSeveral(table, sides, origin, beyond, start, end);
    if (origins.kinds[from + zone] === "entrances") parts.fill(1, start, end);
  }
  return table;
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

/** Writes the metres of rows `start` … `end − 1`, all of a zone with one origin. */
function fromOne(
  { facilities, metres }: ReachTable,
  { rows, points, there, earthThere, walk }: Sides,
  origin: number,
  start: number,
  end: number,
): void {
  const { x, y, z, n } = earthThere;
  const k = points[origin] as number;
  const [xHere, yHere, zHere] = [rows.x[k] as number, rows.y[k] as number, rows.z[k] as number];
  const [nHere, lngHere, latHere] = [rows.n[k] as number, rows.lng[k] as number, rows.lat[k] as number];
  for (let row = start; row < end; row++) {
    const facility = facilities[row] as number;
    const dx = xHere - (x[facility] as number);
    const dy = yHere - (y[facility] as number);
    const dz = zHere - (z[facility] as number);
    metres[row] = walkMetres(
      walk,
      dx * dx + dy * dy + dz * dz,
      dz,
      nHere + (n[facility] as number),
      lngHere,
      latHere,
      there.lng[facility] as number,
      there.lat[facility] as number,
    );
  }
}

/** Writes metres and parts of rows `start` … `end − 1`, all of a zone with origins `origin` … `beyond − 1`. */
function fromSeveral(
  { facilities, metres, parts }: ReachTable,
  { rows, points, there, earthThere, walk }: Sides,
  origin: number,
  beyond: number,
  start: number,
  end: number,
): void {
  const { x, y, z, n, lng, lat } = rows;
  const { limit, sure2, most2 } = walk;
  for (let row = start; row < end; row++) {
    const facility = facilities[row] as number;
    const xThere = earthThere.x[facility] as number;
    const yThere = earthThere.y[facility] as number;
    const zThere = earthThere.z[facility] as number;
    const nThere = earthThere.n[facility] as number;
    let least = Infinity;
    let least2 = Infinity;
    let reached = 0;
    for (let each = origin; each < beyond; each++) {
      const k = points[each] as number;
      const dx = (x[k] as number) - xThere;
      const dy = (y[k] as number) - yThere;
      const dz = (z[k] as number) - zThere;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > most2) continue;
      if (chord2 <= sure2) reached++;
      if (chord2 <= sure2 && chord2 > rivalChord2(least2)) continue;
      const walked = walkMetres(
        walk,
        chord2,
        dz,
        (n[k] as number) + nThere,
        lng[k] as number,
        lat[k] as number,
        there.lng[facility] as number,
        there.lat[facility] as number,
      );
      if (chord2 > sure2 && walked <= limit) reached++;
      least2 = Math.min(least2, chord2);
      least = Math.min(least, walked);
    }
    metres[row] = least;
    parts[row] = reached / (beyond - origin);
  }
}

const ZONES_PER_STEP = 1024;
