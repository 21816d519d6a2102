import type { Facility } from "../model/facility.ts";

/** Points in degrees, WGS84, as columns. A row without a place has NaN in both. */
export interface Places {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** Where the facilities stand, by row. */
export function facilityPlaces(facilities: readonly Pick<Facility, "at">[]): Places {
  return {
    lng: Float64Array.from(facilities, ({ at }) => at?.lng ?? Number.NaN),
    lat: Float64Array.from(facilities, ({ at }) => at?.lat ?? Number.NaN),
  };
}

/** Whether the row has a place. */
export function hasPlace(places: Places, row: number): boolean {
  return Number.isFinite(places.lng[row]) && Number.isFinite(places.lat[row]);
}

/** Whether two rows are the same point, or both without a place. */
export function samePlace(a: Places, rowA: number, b: Places, rowB: number): boolean {
  return Object.is(a.lng[rowA], b.lng[rowB]) && Object.is(a.lat[rowA], b.lat[rowB]);
}
