import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { localPlane } from "../geo/local-plane.ts";
import { nearestOnLines } from "../geo/nearest-on-line.ts";
import { liesInside } from "../geo/ring.ts";
import type { ResidentialZone } from "./residential-zone.ts";

/**
 * Rooms further than this from the zone that they are said to be built for are surely not in it, so that nobody knows
 * whose they are: the longest walk of the fifteen-minute circle, 1 000 m, which is also about as wide as a zone gets.
 */
export const FAR_METRES: Metres = 1000;

/** What of a zone its distance is taken to. */
export type PlacedZone = Pick<ResidentialZone, "shape" | "at">;

/** Metres from a place to the outline of a zone, 0 inside it, or to its point; `undefined` if the zone has no place. */
export function metresFromZone(at: LngLat, zone: PlacedZone): Metres | undefined {
  const nearest = nearestOf(at, zone);
  return nearest && geodesicMetres(at, nearest);
}

/**
 * Whether the place lies further than `FAR_METRES` from the zone; not, if one of the two is unknown. Asked of every room
 * of every zone, so the plane answers where it surely can, and the geodesic the rest.
 */
export function isFarFrom(at: LngLat | undefined, zone: PlacedZone): boolean {
  if (at === undefined) return false;
  const nearest = nearestOf(at, zone);
  if (nearest === undefined) return false;
  const { x, y } = localPlane(at).toPlane(nearest);
  const metres = Math.hypot(x, y);
  const isSure = Math.abs(metres - FAR_METRES) > FAR_METRES / 100;
  return (isSure ? metres : geodesicMetres(at, nearest)) > FAR_METRES;
}

/** The place itself inside the outlines, else the one on them that is nearest on the plane which touches the earth at `at`. */
function nearestOf(at: LngLat, { shape, at: point }: PlacedZone): LngLat | undefined {
  if (shape === undefined || liesInside(at, shape)) return shape ? at : point;
  return nearestOnLines(at, shape.flat(), "closed");
}
