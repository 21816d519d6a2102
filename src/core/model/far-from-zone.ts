import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat, Polygon, Ring } from "../geo/lng-lat.ts";
import { localPlane, type PlanePoint } from "../geo/local-plane.ts";
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
export function metresFromZone(at: LngLat, { shape, at: point }: PlacedZone): Metres | undefined {
  if (shape === undefined) return point && geodesicMetres(at, point);
  return liesInside(at, shape) ? 0 : geodesicMetres(at, nearestOf(at, shape));
}

/** Whether the place lies further than `FAR_METRES` from the zone; not, if one of the two is unknown. */
export function isFarFrom(at: LngLat | undefined, zone: PlacedZone): boolean {
  return at !== undefined && (metresFromZone(at, zone) ?? 0) > FAR_METRES;
}

/** The place on the outlines that is nearest on the plane which touches the earth at `at`. */
function nearestOf(at: LngLat, shape: readonly Polygon[]): LngLat {
  const plane = localPlane(at);
  let nearest: PlanePoint = { x: Infinity, y: Infinity };
  const look = (ring: Ring) => {
    const corners = ring.map((corner) => plane.toPlane(corner));
    corners.forEach((a, i) => {
      const point = nearestToOrigin(a, corners[(i + 1) % corners.length] as PlanePoint);
      if (Math.hypot(point.x, point.y) < Math.hypot(nearest.x, nearest.y)) nearest = point;
    });
  };
  shape.flat().forEach(look);
  return plane.toEarth(nearest);
}

/** The point of a side that is nearest to 0, 0. */
function nearestToOrigin(a: PlanePoint, b: PlanePoint): PlanePoint {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const length = x * x + y * y;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * x + a.y * y) / length));
  return { x: a.x + along * x, y: a.y + along * y };
}
