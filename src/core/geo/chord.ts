import type { Metres } from "../base/units.ts";
import { SECOND_E2 } from "./earth.ts";

/**
 * Geodesic metres from the straight line through the earth between two points: its square `chord2`, its part along the
 * axis `dz`, and the sum of both radii across the meridian `n`. No trigonometry.
 *
 * The line on the ground is an arc whose curvature is that of the ellipsoid in its direction, (1 + e′² dz²/c²) ÷ N
 * (Euler); the arc of a chord c is c + c³κ²/24 + 3c⁵κ⁴/640. Within `CHORD_ERROR` of the geodesic up to `CHORD_REACH`.
 */
export function chordMetres(chord2: number, dz: number, n: number): Metres {
  if (chord2 === 0) return 0;
  const curvature = (2 * (1 + (SECOND_E2 * dz * dz) / chord2)) / n;
  const bend = chord2 * curvature * curvature;
  return Math.sqrt(chord2) * (1 + bend * (1 / 24 + (3 / 640) * bend));
}

/** The longest chord that the formula is used for. */
export const CHORD_REACH: Metres = 40_000;
/** More than it is ever wrong by up to there; most of it is the last digits of coordinates of millions of metres. */
export const CHORD_ERROR: Metres = 1e-6;
