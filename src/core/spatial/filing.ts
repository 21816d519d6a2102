import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { chordMetres } from "../geo/chord.ts";
import { EARTH_WIDTH, earthOf, toEarth } from "../geo/earth.ts";
import { geodesicBetween } from "../geo/geodesic.ts";
import { FACILITIES_PER_STEP, type Meetings, type Piece } from "./meetings.ts";
import type { OriginRows } from "./origin-rows.ts";
import type { Places } from "./places.ts";
import { NO_FACILITY, nearestDecides, type Origins, type ReachTable } from "./reach-table.ts";
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
  const cursor = cursorOf(sides, starts, from);
  for (const piece of pieces) {
    for (let first = 0; first < piece.ends.length; first += FACILITIES_PER_STEP) {
      yield { part: "reach", share: (piece.firstFacility + first) / sides.facilities.lng.length };
      fileAll(table, sides, cursor, piece, first, Math.min(piece.ends.length, first + FACILITIES_PER_STEP));
    }
  }
  for (let zone = from; zone < to; zone++) {
    if (nearestDecides(origins.kinds[zone]))
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
    places[zone - from] = nearestDecides(kinds[zone]) ? 1 : all;
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

function cursorOf({ zones }: OriginRows, starts: Uint32Array, from: number): Cursor {
  const next = new Uint32Array(zones.length);
  for (let point = 0; point < next.length; point++) {
    next[point] = starts[(zones[point] as number) - from] as number;
  }
  return { next, lastFiled: new Uint32Array(next.length).fill(NO_FACILITY) };
}

/** Files the facilities `first` … `end − 1` of a piece. Apart from the work that yields: the engine makes little of a loop there. */
function fileAll(
  table: ReachTable,
  sides: Sides,
  cursor: Cursor,
  { firstFacility, runs, ends }: Piece,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    file(table, sides, cursor, firstFacility + i, runs, ends[i - 1] ?? 0, ends[i] as number);
  }
}

/**
 * Files a facility with the zones of the points in runs `start` … `end − 1`, which it met: the nearest decides, and all that reach are counted. What
 * the loop needs is at hand before it begins: the engine would fetch it again for each point.
 */
function file(
  { facilities, metres, reached }: ReachTable,
  { rows, heads, facilities: places, walk }: Sides,
  { next, lastFiled }: Cursor,
  facility: number,
  runs: Uint32Array,
  start: number,
  end: number,
): void {
  const { earth } = rows;
  const { detour } = walk;
  toEarth(places.lng[facility] as number, places.lat[facility] as number, there, 0);
  const [x, y, z, curve] = [there[0], there[1], there[2], there[3]] as Four;
  for (let i = start; i < end; i += 2) {
    const to = runs[i + 1] as number;
    let at = EARTH_WIDTH * (runs[i] as number);
    for (let point = runs[i] as number; point < to; point++, at += EARTH_WIDTH) {
      const dx = (earth[at] as number) - x;
      const dy = (earth[at + 1] as number) - y;
      const dz = (earth[at + 2] as number) - z;
      const chord2 = dx * dx + dy * dy + dz * dz;
      const byChord = chordMetres(chord2, dz, (earth[at + 3] as number) + curve) * detour;
      const walked = standsByChord(walk, chord2, byChord)
        ? byChord
        : byGeodesic(rows, point, places, facility) * detour;
      const head = heads[point] as number;
      const row = next[head] as number;
      if (lastFiled[head] === facility) {
        if (walked < (metres[row - 1] as number)) metres[row - 1] = walked;
        reached[row - 1] = (reached[row - 1] as number) + 1;
        continue;
      }
      lastFiled[head] = facility;
      next[head] = row + 1;
      facilities[row] = facility;
      metres[row] = walked;
    }
  }
}

type Four = readonly [number, number, number, number];

const there = earthOf(1);

function byGeodesic(here: Places, point: number, there: Places, facility: number): Metres {
  const [lng, lat] = [there.lng[facility] as number, there.lat[facility] as number];
  return geodesicBetween(here.lng[point] as number, here.lat[point] as number, lng, lat);
}
