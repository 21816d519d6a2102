import type { Degrees } from "../../core/base/units.ts";
import { geodesicBetween } from "../../core/geo/geodesic.ts";

/**
 * Kilometres between two vertices that follow each other, to a tenth, if they are more than 10: more than any street goes
 * without a bend or a crossing. Else `undefined`.
 */
export function longEdge(lngA: Degrees, latA: Degrees, lngB: Degrees, latB: Degrees): number | undefined {
  if (Math.abs(lngA - lngB) < SURELY_SHORT && Math.abs(latA - latB) < SURELY_SHORT) return undefined;
  const metres = geodesicBetween(lngA, latA, lngB, latB);
  return metres > MOST_METRES ? Math.round(metres / 100) / 10 : undefined;
}

const MOST_METRES = 10_000;
/** Degrees; on both axes at the equator they are 7.9 km. */
const SURELY_SHORT = 0.05;
