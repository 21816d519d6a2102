import type { At, Tally } from "../tally.ts";

/** The sum of numbers as if added exactly and rounded once, also where large ones cancel (Neumaier 1974). */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * Whether a figure is the expected one but for the rounding of numbers: 1e-9 of it, and 1e-15 of `terms`, the amounts that
 * it is a sum or difference of.
 */
export function isNear(expected: number, found: number, terms = 0): boolean {
  return Math.abs(expected - found) <= NOISE * Math.abs(expected) + LAST_DIGIT * terms;
}

/** A figure that must be near the expected one. */
export function mustBeNear(tally: Tally, at: At, expected: number, found: number, terms = 0): void {
  tally.that(at, isNear(expected, found, terms), expected, found);
}

const NOISE = 1e-9;
const LAST_DIGIT = 1e-15;
