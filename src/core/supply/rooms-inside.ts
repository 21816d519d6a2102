import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
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
 * point. With earlier ones, only what changed is looked at. Cost: near linear; one look at every zone where a room moves.
 */
export function roomsInside(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  earlier?: EarlierRooms,
): RoomsByZone {
  const found = new Array<number[] | undefined>(zones.length);
  const all = placesOf(facilities, facilities.keys());
  const fresh = earlier === undefined ? all : placesOf(facilities, earlier.facilities.came);
  zones.forEach((zone, row) => {
    const was =
      earlier === undefined || earlier.zones.changed[row] === 1 ? NO_ROW : earlier.zones.before[row];
    const stay = was === undefined || was === NO_ROW ? [] : stayed(earlier?.inside[was], earlier?.facilities);
    const came = placesIn(zone, was === NO_ROW ? all : fresh);
    if (stay.length + came.length > 0) found[row] = [...stay, ...came].sort((a, b) => a - b);
  });
  return found;
}

/** Whether nobody says whose the rooms are: they are of no zone, of no agreement, and not said to be open to all. */
export function isUnclaimed({
  zone,
  pooling,
  shared,
}: Pick<Facility, "zone" | "pooling" | "shared">): boolean {
  return zone === undefined && pooling === undefined && shared !== true;
}

interface Place {
  readonly row: number;
  readonly at: LngLat;
}

/** Where rooms stand that nobody says whose they are, from south to north. */
function placesOf(facilities: readonly Facility[], rows: Iterable<number>): readonly Place[] {
  const places: Place[] = [];
  for (const row of rows) {
    const facility = facilities[row];
    if (facility?.at !== undefined && isUnclaimed(facility)) places.push({ row, at: facility.at });
  }
  return places.sort((a, b) => a.at.lat - b.at.lat || a.row - b.row);
}

/** New rows of the rooms that are as they were. */
function stayed(rows: readonly number[] = [], map: RowMap | undefined): readonly number[] {
  return rows.flatMap((old) => {
    const row = map?.after[old] ?? NO_ROW;
    return row === NO_ROW || map?.changed[row] === 1 ? [] : [row];
  });
}

function placesIn({ shape, at: point }: ResidentialZone, places: readonly Place[]): readonly number[] {
  if (places.length === 0) return [];
  let [south, north] = [Infinity, -Infinity];
  for (const polygon of shape ?? []) {
    for (const { lat } of polygon[0]) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  if (shape === undefined && point !== undefined) [south, north] = [point.lat - HAIR, point.lat + HAIR];
  const rows: number[] = [];
  for (let i = firstNorthOf(south, places); i < places.length; i++) {
    const { row, at } = places[i] as Place;
    if (at.lat > north) break;
    const inside = shape ? liesInside(at, shape) : isSamePlace(at, point);
    if (inside) rows.push(row);
  }
  return rows;
}

function isSamePlace(a: LngLat, b: LngLat | undefined): boolean {
  return b !== undefined && geodesicMetres(a, b) <= SAME_PLACE;
}

/** One place, written with five decimals or more. */
const SAME_PLACE: Metres = 1;
/** Degrees of latitude, more than `SAME_PLACE`. */
const HAIR = 1e-5;

function firstNorthOf(lat: number, places: readonly Place[]): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as Place).at.lat < lat) low = middle + 1;
    else high = middle;
  }
  return low;
}
