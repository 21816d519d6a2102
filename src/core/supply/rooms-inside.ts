import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Degrees, Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { liesInside } from "../geo/ring.ts";
import type { Facility } from "../model/facility.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";

/** By zone row: facility rows, ascending; absent where there are none. */
export type RoomsByZone = readonly (readonly number[] | undefined)[];

/** Rooms inside zones before a change, and how rows went over. */
export interface EarlierRooms {
  readonly inside: RoomsByZone;
  readonly zones: RowMap;
  readonly facilities: RowMap;
}

/**
 * Rooms that stand in a zone and that nobody says whose they are, so that they may be its own. A point zone is its
 * point. With earlier ones, only what changed is looked at. Cost: near linear.
 */
export function roomsInside(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  earlier?: EarlierRooms,
): RoomsByZone {
  const found = new Array<readonly number[] | undefined>(zones.length);
  const fresh = placesOf(facilities, earlier?.facilities.came ?? facilities.keys());
  let all = earlier === undefined ? fresh : undefined;
  const boxes = boxesOf(zones);
  for (let row = 0; row < zones.length; row++) {
    const was =
      earlier === undefined || earlier.zones.changed[row] === 1
        ? NO_ROW
        : (earlier.zones.before[row] as number);
    if (was === NO_ROW) all ??= placesOf(facilities, facilities.keys());
    const places = was === NO_ROW ? (all ?? fresh) : fresh;
    const came =
      places.rows.length === 0 ? undefined : placesIn(zones[row] as ResidentialZone, row, boxes, places);
    const stay = stayed(earlier?.inside[was], earlier?.facilities);
    found[row] = stay && came ? [...stay, ...came].sort((a, b) => a - b) : (stay ?? came);
  }
  return found;
}

/** Whether nobody says whose the rooms are: they are of no zone, of no agreement, and not said to be open to all. */
function isUnclaimed({ zone, pooling, shared }: Pick<Facility, "zone" | "pooling" | "shared">): boolean {
  return zone === undefined && pooling === undefined && shared !== true;
}

/** Where rooms stand that nobody says whose they are, from south to north. */
interface Places {
  readonly rows: Uint32Array;
  readonly lngs: Float64Array;
  readonly lats: Float64Array;
}

function placesOf(facilities: readonly Facility[], of: Iterable<number>): Places {
  const rows: number[] = [];
  for (const row of of) {
    const facility = facilities[row];
    if (facility?.at !== undefined && isUnclaimed(facility)) rows.push(row);
  }
  const at = (row: number) => facilities[row]?.at as LngLat;
  rows.sort((a, b) => at(a).lat - at(b).lat || a - b);
  return {
    rows: Uint32Array.from(rows),
    lngs: Float64Array.from(rows, (row) => at(row).lng),
    lats: Float64Array.from(rows, (row) => at(row).lat),
  };
}

/** New rows of the rooms that are as they were; absent where there are none. */
function stayed(rows: readonly number[] | undefined, map: RowMap | undefined): readonly number[] | undefined {
  if (rows === undefined || map === undefined) return undefined;
  const stay = rows.flatMap((old) => {
    const row = map.after[old] ?? NO_ROW;
    return row === NO_ROW || map.changed[row] === 1 ? [] : [row];
  });
  return stay.length > 0 ? stay : undefined;
}

/** Rows of the places in a zone, ascending; absent where there are none. */
function placesIn(
  zone: ResidentialZone,
  row: number,
  { west, east, south, north }: Boxes,
  { rows, lngs, lats }: Places,
): number[] | undefined {
  const top = north[row] as number;
  let found: number[] | undefined;
  for (let i = firstNorthOf(south[row] as number, lats); i < rows.length; i++) {
    const lat = lats[i] as number;
    const lng = lngs[i] as number;
    if (lat > top) break;
    if (lng < (west[row] as number) || lng > (east[row] as number) || !holds(zone, { lng, lat })) continue;
    found ??= [];
    found.push(rows[i] as number);
  }
  return found?.sort((a, b) => a - b);
}

function holds({ shape, at: point }: ResidentialZone, at: LngLat): boolean {
  if (shape !== undefined) return liesInside(at, shape);
  return point !== undefined && geodesicMetres(at, point) <= SAME_PLACE;
}

/** What holds the outlines, or the point and all within `SAME_PLACE` of it; by zone row. Of a zone without a place: nothing. */
interface Boxes {
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly south: Float64Array;
  readonly north: Float64Array;
}

/** Remembered by the table's value, so that a room that moves is not looked for at every corner again. */
const remembered = new WeakMap<readonly ResidentialZone[], Boxes>();

function boxesOf(zones: readonly ResidentialZone[]): Boxes {
  const known = remembered.get(zones);
  if (known !== undefined) return known;
  const least = () => new Float64Array(zones.length).fill(Infinity);
  const most = () => new Float64Array(zones.length).fill(-Infinity);
  const boxes = { west: least(), east: most(), south: least(), north: most() };
  const { west, east, south, north } = boxes;
  const widen = (row: number, { lng, lat }: LngLat, by: Degrees) => {
    west[row] = Math.min(west[row] as number, lng - by);
    east[row] = Math.max(east[row] as number, lng + by);
    south[row] = Math.min(south[row] as number, lat - by);
    north[row] = Math.max(north[row] as number, lat + by);
  };
  zones.forEach(({ shape, at }, row) => {
    for (const [outer] of shape ?? []) for (const corner of outer) widen(row, corner, 0);
    if (shape === undefined && at !== undefined) widen(row, at, HAIR);
  });
  remembered.set(zones, boxes);
  return boxes;
}

/** One place, written with five decimals or more. */
const SAME_PLACE: Metres = 1;
/** Degrees that are more than `SAME_PLACE` at every latitude of China, both ways. */
const HAIR: Degrees = 2e-5;

function firstNorthOf(lat: Degrees, lats: Float64Array): number {
  let low = 0;
  let high = lats.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lats[middle] as number) < lat) low = middle + 1;
    else high = middle;
  }
  return low;
}
