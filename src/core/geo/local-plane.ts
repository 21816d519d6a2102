import type { Metres } from "../base/units.ts";
import { axisDistance, E2, EQUATOR_RADIUS, RADIANS, sinOf } from "./earth.ts";
import type { LngLat } from "./lng-lat.ts";

/** Flat metres around a place: `x` east, `y` north. */
export interface PlanePoint {
  readonly x: Metres;
  readonly y: Metres;
}

export interface LocalPlane {
  toPlane(at: LngLat): PlanePoint;
  toEarth(point: PlanePoint): LngLat;
}

/**
 * The plane that touches the ellipsoid at a place. A kilometre away lengths are right within 0.2 ‰ up to latitude 60°:
 * for drawing and for shapes of single zones, never for deciding a distance. Longitudes are taken the shorter way
 * around.
 */
export function localPlane(origin: LngLat): LocalPlane {
  const sin = sinOf(origin.lat);
  const perLat = ((EQUATOR_RADIUS * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5) * RADIANS;
  const perLng = Math.max(axisDistance(origin.lat) * RADIANS, 1e-6);
  return {
    toPlane: ({ lng, lat }) => ({
      x: shorterTurn(lng - origin.lng) * perLng,
      y: (lat - origin.lat) * perLat,
    }),
    toEarth: ({ x, y }) => ({
      lng: shorterTurn(origin.lng + x / perLng),
      lat: origin.lat + y / perLat,
    }),
  };
}

/** The same turn between −180° and 180°. */
export function shorterTurn(degrees: number): number {
  return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}
