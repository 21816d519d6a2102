import type { Degrees } from "../base/units.ts";

/** Geodetic datum of a coordinate. CGCS2000 is WGS84 within 0.1 m and is the same type here. */
export const DATUMS = ["wgs84", "gcj02", "bd09"] as const;
export type Datum = (typeof DATUMS)[number];

/** A point on the ground, in degrees. Points of different datums are different types: shift before you mix. */
export interface LngLat<D extends Datum = "wgs84"> {
  readonly lng: Degrees;
  readonly lat: Degrees;
  readonly datum?: D;
}

/** A closed ring without the repeated last point, at least three points. Outer rings run counter-clockwise. */
export type Ring = readonly LngLat[];

/** One polygon: its outer ring, then its holes. */
export type Polygon = readonly [outer: Ring, ...holes: Ring[]];
