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

export function largest(a: Exact, b: Exact): Exact {
  return compare(a, b) < 0 ? b : a;
}

/** The nearest number, for showing; never for deciding. */
export function toNumber(value: Exact): number {
  if (value.denominator === 1n) return Number(value.numerator);
  const whole = value.numerator / value.denominator;
  const rest = value.numerator - whole * value.denominator;
  const scale = 10n ** 15n;
  return Number(
    `${whole === 0n && value.numerator < 0n ? "-" : ""}${whole}.${fractionDigits(rest, value.denominator, scale)}`,
  );
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

function fractionDigits(rest: bigint, denominator: bigint, scale: bigint): string {
  const positive = rest < 0n ? -rest : rest;
  const rounded = (positive * scale + denominator / 2n) / denominator;
  const digits = rounded >= scale ? scale - 1n : rounded;
  return digits.toString().padStart(15, "0");
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
