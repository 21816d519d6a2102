import { compare, type Exact, exact, minus, over, roundUp, times, toNumber } from "../base/decimal.ts";
import type { Line } from "../standards/judgement.ts";
import type { Rule } from "../standards/rule.ts";

/**
 * A line as one line of arithmetic, in numbers and signs only: `1000 ÷ 100 × 20 = 200 m²; 199.99 < 200; 200 − 199.99 =
 * 0.01 m²`. Whole pieces are rounded up where they are asked for: `2100 ÷ 1000 × 8 = 16.8 → 17`. Of a population
 * that is only known as a band both ends are shown, if neither decided; of a supply that may count in part, both ends:
 * `0…2 < 2.24; 3 − 0…2 = 1…3`.
 */
export function arithmeticOf(line: Line, rule: Rule): string {
  const sign = SIGNS[line.unit] ?? "";
  const parts = [requirementOf(line, sign)];
  if (line.actual !== undefined) {
    if (line.required === undefined) parts.push(`${decimalText(line.actual)}${sign}`);
    else parts.push(comparisonOf(line.actual, line.required, rule, line.sure));
  }
  if (line.required !== undefined && line.actual !== undefined && compare(line.actual, line.required) < 0) {
    const asked = line.whole ? exact(roundUp(line.required)) : line.required;
    const { actual, sure } = line;
    const lack = rangeText(minus(asked, actual), sure && minus(asked, sure));
    parts.push(`${decimalText(asked)} − ${suppliedText(actual, sure)} = ${lack}${sign}`);
  }
  return parts.filter((part) => part !== "").join("; ");
}

/** Every digit where the number has an end (`16.8`); six decimals and `≈` where it has none. */
export function decimalText(value: Exact): string {
  const digits = decimalsOf(value.denominator);
  if (digits === undefined) return `≈${Number(toNumber(value).toFixed(6))}`;
  const scaled = (value.numerator * 10n ** BigInt(digits)) / value.denominator;
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const sign = scaled < 0n ? "−" : "";
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(text.length - digits)}`;
}

function requirementOf(line: Line, sign: string): string {
  if (line.threshold === undefined) return "";
  const threshold = decimalText(exact(line.threshold));
  if (line.base === undefined) return `${threshold}${sign}`;
  const { per, value, band } = line.base;
  const ends = value !== undefined ? [value] : band !== undefined ? [band.low, band.high] : [];
  if (ends.length === 0) return `? ÷ ${per} × ${threshold}`;
  const rate = over(exact(line.threshold), exact(per));
  const required = ends.map((end) => times(end, rate));
  const base = ends.map(decimalText).join("…");
  const product = required.map(decimalText).join("…");
  const [only] = required;
  const up = line.whole && required.length === 1 && only !== undefined ? roundedUp(only) : "";
  return per === 1
    ? `${base} × ${threshold} = ${product}${up}${sign}`
    : `${base} ÷ ${per} × ${threshold} = ${product}${up}${sign}`;
}

function roundedUp(value: Exact): string {
  return value.denominator === 1n ? "" : ` → ${roundUp(value)}`;
}

function comparisonOf(actual: Exact, required: Exact, rule: Rule, sure: Exact | undefined): string {
  const order = compare(actual, required);
  const reads = rule.type === "max" ? (order > 0 ? ">" : "≤") : order < 0 ? "<" : "≥";
  return `${suppliedText(actual, sure)} ${reads} ${decimalText(required)}`;
}

function suppliedText(actual: Exact, sure: Exact | undefined): string {
  return sure === undefined ? decimalText(actual) : rangeText(sure, actual);
}

function rangeText(low: Exact, high: Exact | undefined): string {
  return high === undefined ? decimalText(low) : `${decimalText(low)}…${decimalText(high)}`;
}

/** How many decimals a fraction in lowest terms has; `undefined` if they do not end or are too many to read. */
function decimalsOf(denominator: bigint): number | undefined {
  let power = 1n;
  for (let digits = 0; digits <= 12; digits++, power *= 10n) if (power % denominator === 0n) return digits;
  return undefined;
}

const SIGNS: Partial<Record<Line["unit"], string>> = { m2: " m²", min: " min", "%": " %" };
