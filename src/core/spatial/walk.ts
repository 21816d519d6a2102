import { invariant } from "../base/invariant.ts";
import type { Degrees, Metres } from "../base/units.ts";
import { CHORD_ERROR, CHORD_REACH, chordMetres } from "../geo/chord.ts";
import { LEAST_RADIUS } from "../geo/earth.ts";
import { geodesicBetween } from "../geo/geodesic.ts";

/**
 * A walk along straight lines: the geodesic times a detour, allowed up to a limit, which is included. Chords decide
 * all but the closest cases: up to `sure2` (squared) a pair is within, above `most2` it is not, between them the
 * metres decide, and within a micrometre of the limit those of the exact geodesic.
 */
export interface Walk {
  readonly limit: Metres;
  readonly detour: number;
  readonly sure2: number;
  readonly most2: number;
  /** Chord of the farthest pair that may be within. */
  readonly reach: Metres;
}

/** Throws unless the limit is at least 0 and the detour above 0, both finite. */
export function walkOf(limit: Metres, detour: number): Walk {
  invariant(Number.isFinite(limit) && limit >= 0, "a limit is a number of metres, at least 0");
  invariant(Number.isFinite(detour) && detour > 0, "a detour is a number above 0");
  const straight = limit / detour;
  const reach = straight + CHORD_ERROR;
  const sure = shortestChord(straight - CHORD_ERROR);
  return { limit, detour, sure2: sure > 0 ? sure * sure : -1, most2: reach * reach, reach };
}

/** Walking metres between two points, given their chord as `chordMetres` takes it. */
export function walkMetres(
  walk: Walk,
  chord2: number,
  dz: number,
  curve: number,
  lngA: Degrees,
  latA: Degrees,
  lngB: Degrees,
  latB: Degrees,
): Metres {
  const metres = chordMetres(chord2, dz, curve) * walk.detour;
  return standsByChord(walk, chord2, metres) ? metres : geodesicBetween(lngA, latA, lngB, latB) * walk.detour;
}

/** Whether the metres that a chord tells may stand: far apart, and at the limit, only the geodesic says. */
export function standsByChord({ limit, detour }: Walk, chord2: number, metres: Metres): boolean {
  return chord2 <= CHORD_REACH * CHORD_REACH && Math.abs(metres - limit) > CHORD_ERROR * detour;
}

/**
 * Up to which square a chord may belong to a shorter walk than the chord of `chord2` does: equal chords are walks of
 * different length where the ground bends differently.
 */
export function rivalChord2(chord2: number): number {
  const bend = chord2 < 1e12 ? chord2 * BEND_APART : 0.03;
  return chord2 * (1 + bend) + RIVAL_ERROR * (1 + Math.sqrt(chord2));
}

/** (1/least² − 1/greatest²) ÷ 12, doubled. */
const BEND_APART = 8.3e-17;
/** Twice the metres that a formula may be wrong by, and room. */
const RIVAL_ERROR = 1e-7;

/** No geodesic of this length has a shorter chord: nowhere does the ground bend more than at the least radius. */
function shortestChord(metres: Metres): Metres {
  const length = Math.min(metres, FAR);
  return 2 * LEAST_RADIUS * Math.sin(length / (2 * LEAST_RADIUS));
}

/** Beyond it, the bound on chords is not worth having. */
const FAR: Metres = 15_000_000;
