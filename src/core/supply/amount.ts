import { compare, type Exact, plus, ratio, toNumber, ZERO } from "../base/decimal.ts";

/** What one facility gives, m² or slots: exactly, as shown, and in whole millionths where it is such a number. */
export interface Amount {
  readonly exact: Exact;
  readonly shown: number;
  readonly millionths: number | undefined;
}

export function amountOf(exact: Exact): Amount {
  const scaled = exact.numerator * MILLION;
  const whole = scaled % exact.denominator === 0n ? Number(scaled / exact.denominator) : undefined;
  const safe = whole !== undefined && Math.abs(whole) < LARGEST ? whole : undefined;
  return { exact, shown: toNumber(exact), millionths: safe };
}

/** `millionths` is a whole number. */
export function amountOfMillionths(millionths: number): Amount {
  return { exact: ratio(BigInt(millionths), MILLION), shown: millionths / 1e6, millionths };
}

/** A sum of amounts without a rounding anywhere. Whole millionths are added as integers, the rest as fractions. */
export interface ExactSum {
  add(amount: Amount): void;
  /** The sum so far; starts again at 0. */
  take(): Exact;
}

export function exactSum(): ExactSum {
  let millionths = 0;
  let rest = ZERO;
  return {
    add(amount) {
      const sum = amount.millionths === undefined ? Number.NaN : millionths + amount.millionths;
      if (sum < Number.MAX_SAFE_INTEGER) millionths = sum;
      else rest = plus(rest, amount.exact);
    },
    take() {
      const whole = millionths === 0 ? ZERO : ratio(BigInt(millionths), MILLION);
      const sum = compare(rest, ZERO) === 0 ? whole : plus(whole, rest);
      millionths = 0;
      rest = ZERO;
      return sum;
    },
  };
}

/** Those of one denominator are added as whole numbers. */
export function sumOf(amounts: Iterable<Exact>): Exact {
  const byDenominator = new Map<bigint, bigint>();
  let [last, sum] = [1n, 0n];
  for (const { numerator, denominator } of amounts) {
    if (denominator !== last) {
      byDenominator.set(last, sum);
      [last, sum] = [denominator, byDenominator.get(denominator) ?? 0n];
    }
    sum += numerator;
  }
  byDenominator.set(last, sum);
  let all = ZERO;
  for (const [denominator, numerator] of byDenominator) all = plus(all, ratio(numerator, denominator));
  return all;
}

const MILLION = 1_000_000n;
const LARGEST = 2 ** 52;
