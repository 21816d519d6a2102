import type { Metres } from "../base/units.ts";

/**
 * The same length in whole steps of 2⁻²⁰ m, a little less than a micrometre. Sums of such lengths are exact up to eight
 * million kilometres, so that a walk has the same metres, and walks are equally long, in whatever order its parts are added.
 */
export function exactMetres(metres: Metres): Metres {
  return Math.round(metres * STEPS) / STEPS;
}

/** Steps of a metre. */
export const STEPS = 1_048_576;
