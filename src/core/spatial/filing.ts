import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { chordMetres } from "../geo/chord.ts";
import { EARTH_WIDTH, earthOf, toEarth } from "../geo/earth.ts";
import { geodesicBetween } from "../geo/geodesic.ts";
import { FACILITIES_PER_STEP, type Meetings } from "./meetings.ts";
import type { OriginRows } from "./origin-rows.ts";
import type { Places } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { standsByChord, type Walk } from "./walk.ts";

/**
 * The meetings of zones `from` … `to − 1` filed by zone, with the metres from the nearest of its origins and how many of
 * them reach. Goes through the facilities in order, so that each zone gets them in order; the metres are worked out on
 * the way, where the points of a facility lie together.
 */
export function* filedByZone(
  { pieces, counts }: Meetings,
  sides: Sides,
  origins: Origins,
  from: number,
  to: number,
): Work<ReachTable> {
  const starts = startsOf(sides, counts, from, to);
  const pairs = starts[to - from] as number;
  const table = {
    starts,
    facilities: new Uint32Array(pairs),
    metres: new Float64Array(pairs),
    reached: new Uint16Array(pairs).fill(1),
    places: placesOf(origins, from, to),
  };
  const count = sides.facilities.lng.length;
  const cursor = cursorOf(sides, starts, from, count);
  const file = sides.single ? fileSingle : fileShared;
  for (const { firstFacility, runs, ends } of pieces) {
    for (let i = 0; i < ends.length; i++) {
      const facility = firstFacility + i;
      if (facility % FACILITIES_PER_STEP === 0) yield { part: "reach", share: facility / count };
      file(table, sides, cursor, { facility, runs, start: ends[i - 1] ?? 0, end: ends[i] as number });
    }
  }
  for (let zone = from; zone < to; zone++) {
    if (origins.kinds[zone] === "entrances")
      table.reached.fill(1, starts[zone - from], starts[zone - from + 1]);
  }
  return table;
}

/** Both ends of the walks. */
interface Sides extends OriginRows {
  readonly facilities: Places;
  readonly walk: Walk;
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

/** Where the rows of each zone start. */
function startsOf({ heads, zones }: OriginRows, counts: Int32Array, from: number, to: number): Uint32Array {
  const starts = new Uint32Array(to - from + 1);
  for (let point = 0; point < heads.length; point++) {
    if (heads[point] === point) starts[(zones[point] as number) - from + 1] = counts[point] as number;
  }
  for (let zone = 1; zone < starts.length; zone++) {
    starts[zone] = (starts[zone] as number) + (starts[zone - 1] as number);
  }
  return starts;
}

/** By the head of each zone: the row that it goes on with, and the facility that it got last. */
interface Cursor {
  readonly next: Uint32Array;
  readonly lastFiled: Uint32Array;
}

function cursorOf({ zones }: OriginRows, starts: Uint32Array, from: number, none: number): Cursor {
  const next = new Uint32Array(zones.length);
  for (let point = 0; point < next.length; point++) {
    next[point] = starts[(zones[point] as number) - from] as number;
  }
  return { next, lastFiled: new Uint32Array(next.length).fill(none) };
}

/** The runs of points that a facility met: entries `start` … `end − 1`. */
interface Met {
  readonly facility: number;
  readonly runs: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** Files a facility with the points that it met, where each is all of its zone. */
function fileSingle(table: ReachTable, sides: Sides, { next }: Cursor, met: Met): void {
  const { facilities, metres } = table;
  const { facility, runs, start, end } = met;
  const [x, y, z, curve] = standingAt(sides, facility);
  for (let i = start; i < end; i += 2) {
    const to = runs[i + 1] as number;
    for (let point = runs[i] as number; point < to; point++) {
      const row = next[point] as number;
      next[point] = row + 1;
      facilities[row] = facility;
      metres[row] = walked(sides, point, facility, x, y, z, curve);
    }
  }
}

/** The same where zones have several points: the nearest decides, and all that reach are counted. */
function fileShared(table: ReachTable, sides: Sides, { next, lastFiled }: Cursor, met: Met): void {
  const { facilities, metres, reached } = table;
  const { facility, runs, start, end } = met;
  const { heads } = sides;
  const [x, y, z, curve] = standingAt(sides, facility);
  for (let i = start; i < end; i += 2) {
    const to = runs[i + 1] as number;
    for (let point = runs[i] as number; point < to; point++) {
      const apart = walked(sides, point, facility, x, y, z, curve);
      const head = heads[point] as number;
      const row = next[head] as number;
      if (lastFiled[head] === facility) {
        metres[row - 1] = Math.min(metres[row - 1] as number, apart);
        reached[row - 1] = (reached[row - 1] as number) + 1;
        continue;
      }
      lastFiled[head] = facility;
      next[head] = row + 1;
      facilities[row] = facility;
      metres[row] = apart;
    }
  }
}

type Four = readonly [number, number, number, number];

function standingAt({ facilities }: Sides, facility: number): Four {
  toEarth(facilities.lng[facility] as number, facilities.lat[facility] as number, there, 0);
  return [there[0], there[1], there[2], there[3]] as unknown as Four;
}

const there = earthOf(1);

/** Walking metres from a point to a facility that stands at x, y, z. */
function walked(
  { rows, facilities, walk }: Sides,
  point: number,
  facility: number,
  x: Metres,
  y: Metres,
  z: Metres,
  curve: number,
): Metres {
  const { earth } = rows;
  const at = EARTH_WIDTH * point;
  const dx = (earth[at] as number) - x;
  const dy = (earth[at + 1] as number) - y;
  const dz = (earth[at + 2] as number) - z;
  const chord2 = dx * dx + dy * dy + dz * dz;
  const byChord = chordMetres(chord2, dz, (earth[at + 3] as number) + curve) * walk.detour;
  return standsByChord(walk, chord2, byChord)
    ? byChord
    : byGeodesic(rows, point, facilities, facility) * walk.detour;
}

function byGeodesic(here: Places, point: number, there: Places, facility: number): Metres {
  const [lng, lat] = [there.lng[facility] as number, there.lat[facility] as number];
  return geodesicBetween(here.lng[point] as number, here.lat[point] as number, lng, lat);
}
