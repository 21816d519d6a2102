import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "./geodesic.ts";
import type { LngLat } from "./lng-lat.ts";
import { localPlane, type PlanePoint } from "./local-plane.ts";

/**
 * The place on lines that is nearest to `at`, on the plane which touches the earth there; `undefined` if there is no
 * line. closed: the last point of each line leads back to its first, as in a ring.
 */
export function nearestOnLines(
  at: LngLat,
  lines: Iterable<readonly LngLat[]>,
  ends: "open" | "closed",
): LngLat | undefined {
  const plane = localPlane(at);
  let nearest: PlanePoint | undefined;
  let least = Infinity;
  for (const line of lines) {
    const corners = line.map((corner) => plane.toPlane(corner));
    corners.forEach((a, i) => {
      if (ends === "open" && i + 1 === corners.length && i > 0) return;
      const side = nearestToOrigin(a, corners[(i + 1) % corners.length] as PlanePoint);
      const metres = Math.hypot(side.x, side.y);
      if (metres < least) [nearest, least] = [side, metres];
    });
  }
  return nearest && plane.toEarth(nearest);
}

/** Metres from a place to the nearest of lines that lead from point to point; `undefined` if there is no line. */
export function metresFromLines(at: LngLat, lines: Iterable<readonly LngLat[]>): Metres | undefined {
  const nearest = nearestOnLines(at, lines, "open");
  return nearest && geodesicMetres(at, nearest);
}

/** The point of a side that is nearest to 0, 0. */
function nearestToOrigin(a: PlanePoint, b: PlanePoint): PlanePoint {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const length = x * x + y * y;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * x + a.y * y) / length));
  return { x: a.x + along * x, y: a.y + along * y };
}
