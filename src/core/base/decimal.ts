import { invariant } from "./invariant.ts";

/**
 * An exact number: `numerator / denominator`, in lowest terms, denominator above 0. Verdicts are decided on these and
 * never on floating point.
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Exact = { numerator: 0n, denominator: 1n };

/**
 * The decimal that a number was written as: `383.9` is exactly 3839/10, since the shortest text of a number that came
 * from a decimal of up to 15 digits is that decimal. Throws on NaN and infinities, which no checked row holds.
 */
export function exact(value: number): Exact {
  invariant(Number.isFinite(value), "an exact number is finite");
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const [mantissa = "0", exponentText = "0"] = value.toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const exponent = Number(exponentText) - fraction.length;
  const digits = BigInt(whole + fraction);
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : ratio(digits, 10n ** BigInt(-exponent));
}

/** `numerator / denominator` in lowest terms. Throws on a zero denominator. */
export function ratio(numerator: bigint, denominator: bigint): Exact {
  invariant(denominator !== 0n, "a denominator is not zero");
  const sign = denominator < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / common, denominator: (denominator * sign) / common };
}

export function plus(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two numbers are equal, or none is there. */
export function sameAmount(a: Exact | undefined, b: Exact | undefined): boolean {
  return a === b || (a?.numerator === b?.numerator && a?.denominator === b?.denominator);
}

export function largest(a: Exact, b: Exact): Exact {
  return compare(a, b) < 0 ? b : a;
}

/** The nearest number, for showing; never for deciding. */
export function toNumber({ numerator, denominator }: Exact): number {
  if (isSafe(numerator) && isSafe(denominator)) return Number(numerator) / Number(denominator);
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator });
  // A whole number of at least 65 bits, its last one set where anything follows, rounds as the number itself does.
  const bits = Math.max(0, 4 * (denominator.toString(16).length - numerator.toString(16).length) + 72);
  const shifted = numerator << BigInt(bits);
  const whole = shifted / denominator;
  const sticky = whole * denominator === shifted ? whole : whole | 1n;
  return Number(sticky) / 2 ** (bits >> 1) / 2 ** (bits - (bits >> 1));
}

/** The smallest whole number not below `value`. */
export function roundUp(value: Exact): number {
  const whole = value.numerator / value.denominator;
  const up = value.numerator > 0n && value.numerator % value.denominator !== 0n ? 1n : 0n;
  return Number(whole + up);
}

/** Rounded up at `digits` decimals, as a shortage is shown: a lack of 0.001 m² is shown as 0.01, never as 0. */
export function roundUpAt(value: Exact, digits: number): number {
  const scale = 10n ** BigInt(digits);
  const scaled = ratio(value.numerator * scale, value.denominator);
  return toNumber(ratio(BigInt(roundUp(scaled)), scale));
}

function isSafe(value: bigint): boolean {
  return value <= MOST_SAFE && value >= -MOST_SAFE;
}

const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
