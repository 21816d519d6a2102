import { type Exact, exact, over, plus, ratio, toNumber, ZERO } from "../../../core/base/decimal.ts";
import type { At, Tally } from "../tally.ts";

/** The sum of decimals as they are written; each is finite. */
export function exactSum(values: Iterable<number>): Exact {
  // Decimals have few denominators: one sum of whole numbers for each.
  const byDenominator = new Map<bigint, bigint>();
  for (const value of values) {
    const { numerator, denominator } = exact(value);
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  }
  let sum = ZERO;
  for (const [denominator, numerator] of byDenominator) sum = plus(sum, ratio(numerator, denominator));
  return sum;
}

/** The number nearest to the sum of decimals as they are written; NaN where one is no number. */
export function sumOf(values: Iterable<number>): number {
  const terms = [...values];
  return terms.every(Number.isFinite) ? toNumber(exactSum(terms)) : Number.NaN;
}

/** What part one sum is of another, as a share is written: below 1 never 1. NaN where there is no such part. */
export function partOf(part: readonly number[], whole: readonly number[]): number {
  if (![...part, ...whole].every(Number.isFinite)) return Number.NaN;
  const all = exactSum(whole);
  return all.numerator === 0n ? Number.NaN : writtenShare(over(exactSum(part), all));
}

/** A share as it is written: below 1 never 1. */
export function writtenShare(share: Exact): number {
  return share.numerator < share.denominator ? Math.min(toNumber(share), BELOW_ONE) : toNumber(share);
}

/** Whether a figure is the expected one but for noise, a part of it, and for the last digit of `terms` that it is added up of. */
export function isNear(expected: number, found: number, terms = 0, noise = NOISE): boolean {
  return Math.abs(expected - found) <= noise * Math.abs(expected) + LAST_DIGIT * terms;
}

/** A figure that must be near the expected one. */
export function mustBeNear(
  tally: Tally,
  at: At,
  expected: number,
  found: number,
  terms = 0,
  noise = NOISE,
): void {
  tally.that(at, isNear(expected, found, terms, noise), expected, found);
}

/** What is lost of an amount that no decimal holds, such as a third, when it is written with some 16 digits. */
export const LAST_DIGIT = 1e-15;
/** Of figures that were worked out of more than is written. */
export const NOISE = 1e-9;
const BELOW_ONE = 1 - Number.EPSILON / 2;
