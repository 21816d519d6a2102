import type { Metres } from "../base/units.ts";
import { SECOND_E2 } from "./earth.ts";

/**
 * Geodesic metres from the straight line through the earth between two points: its square `chord2`, its part along the
 * axis `dz`, and `curve`, how much the ground curves across the meridian, the halves of both points added. No
 * trigonometry.
 *
 * The line on the ground is an arc whose curvature is that of the ellipsoid in its direction, κ = (1 + e′² dz²/c²) ÷ N
 * (Euler); the arc of a chord c is c + c³κ²/24 + 3c⁵κ⁴/640. Within `CHORD_ERROR` of the geodesic up to `CHORD_REACH`.
 */
export function chordMetres(chord2: number, dz: number, curve: number): Metres {
  if (chord2 === 0) return 0;
  const turned = (chord2 + SECOND_E2 * dz * dz) * curve;
  const bend = (turned * turned) / chord2;
  return Math.sqrt(chord2) * (1 + bend * (1 / 24 + (3 / 640) * bend));
}

/** The longest chord that the formula is used for. */
export const CHORD_REACH: Metres = 40_000;
/** More than it is ever wrong by up to there; most of it is the last digits of coordinates of millions of metres. */
export const CHORD_ERROR: Metres = 1e-6;
