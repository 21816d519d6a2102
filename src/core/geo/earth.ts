import type { Degrees, Metres } from "../base/units.ts";

/** The WGS84 ellipsoid: equatorial radius in metres, and flattening. */
export const EQUATOR_RADIUS = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
/** First eccentricity squared, and second. */
export const E2 = FLATTENING * (2 - FLATTENING);
export const SECOND_E2 = E2 / (1 - E2);
/** The least radius of curvature anywhere: along the meridian at the equator. */
export const LEAST_RADIUS = EQUATOR_RADIUS * (1 - E2);
/** The greatest: at the poles. */
export const GREATEST_RADIUS = EQUATOR_RADIUS / Math.sqrt(1 - E2);

export const RADIANS = Math.PI / 180;

/**
 * How many earth-centred numbers a point has: x, y, z in metres (x to 0°, y to 90° E, z to the north pole), and half of
 * how much the ground curves across the meridian, per metre. They lie together, point after point; of a point without a
 * place all are NaN.
 */
export const EARTH_WIDTH = 4;

/** Room for so many points. */
export function earthOf(count: number): Float64Array {
  return new Float64Array(EARTH_WIDTH * count);
}

/** Writes the numbers of one point. */
export function toEarth(lng: Degrees, lat: Degrees, into: Float64Array, point: number): void {
  const sin = sinOf(lat);
  const n = EQUATOR_RADIUS / Math.sqrt(1 - E2 * sin * sin);
  const axis = n * cosOf(lat);
  const at = EARTH_WIDTH * point;
  into[at] = axis * cosOf(lng);
  into[at + 1] = axis * sinOf(lng);
  into[at + 2] = n * (1 - E2) * sin;
  into[at + 3] = 0.5 / n;
}

/** Distance of a latitude from the axis of the earth. */
export function axisDistance(lat: Degrees): Metres {
  const sin = sinOf(lat);
  return (EQUATOR_RADIUS / Math.sqrt(1 - E2 * sin * sin)) * cosOf(lat);
}

/** Sine of an angle from −360° to 360°; exact at every quarter, so that ±180° and the poles are one place. */
export function sinOf(degrees: Degrees): number {
  const turned = degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  const folded = turned > 90 ? 180 - turned : turned < -90 ? -180 - turned : turned;
  if (folded > 45) return Math.cos((90 - folded) * RADIANS);
  if (folded < -45) return -Math.cos((90 + folded) * RADIANS);
  return Math.sin(folded * RADIANS);
}

/** Cosine of an angle from −360° to 360°; exact at every quarter. */
export function cosOf(degrees: Degrees): number {
  const positive = Math.abs(degrees);
  return sinOf(90 - (positive > 180 ? 360 - positive : positive));
}
