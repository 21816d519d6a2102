import { compare, type Exact, exact, minus, over, roundUp, times, toNumber } from "../base/decimal.ts";
import { mostRequired } from "../deficit/deficit.ts";
import type { Line } from "../standards/judgement.ts";
import type { Rule } from "../standards/rule.ts";

/**
 * A line as one line of arithmetic, in numbers and signs only: `1000 ÷ 100 × 20 = 200 m²; 199.99 < 200; 200 − 199.99 =
 * 0.01 m²`. Whole pieces are rounded up where they are asked for (`2100 ÷ 1000 × 8 = 16.8 → 17`) and where they are lacked
 * (`17.44 − 1.5 = 15.94 → 16`). Of a population that is only known as a band both ends are shown, unless the high one is
 * met; of a supply that may count in part, both ends: `0…2 < 2.24; 3 − 0…2 = 1…3`. What decides is compared.
 */
export function arithmeticOf(line: Line, rule: Rule): string {
  const sign = SIGNS[line.unit] ?? "";
  const parts = [requirementOf(line, sign)];
  const { required, actual, sure } = line;
  if (actual !== undefined) {
    if (required === undefined) parts.push(`${decimalText(actual)}${sign}`);
    else parts.push(comparisonOf(actual, required, rule, sure));
  }
  if (required !== undefined && actual !== undefined && compare(actual, required) < 0) {
    const [least, most] = [required, mostRequired(line) ?? required].map((asked) =>
      inPieces(asked, line),
    ) as [Exact, Exact];
    const lacks = endsOf(minus(least, actual), minus(most, sure ?? actual));
    const up = line.unit === "slot" || line.unit === "bed" ? roundedUp(lacks) : "";
    parts.push(
      `${rangeText(endsOf(least, most))} − ${suppliedText(actual, sure)} = ${rangeText(lacks)}${up}${sign}`,
    );
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
  const ends =
    band !== undefined && !isMet(line) ? [band.low, band.high] : value !== undefined ? [value] : [];
  if (ends.length === 0) return `? ÷ ${per} × ${threshold}`;
  const rate = over(exact(line.threshold), exact(per));
  const required = ends.map((end) => times(end, rate));
  const up = line.whole && line.required !== undefined ? roundedUp(required) : "";
  const [base, product] = [rangeText(ends), rangeText(required)];
  return per === 1
    ? `${base} × ${threshold} = ${product}${up}${sign}`
    : `${base} ÷ ${per} × ${threshold} = ${product}${up}${sign}`;
}

/** Whether the high end of a band is met. */
function isMet({ base }: Line): boolean {
  return base?.band !== undefined && base.value !== undefined && compare(base.value, base.band.high) === 0;
}

function inPieces(amount: Exact, { whole }: Line): Exact {
  return whole ? exact(roundUp(amount)) : amount;
}

function endsOf(least: Exact, most: Exact): readonly Exact[] {
  return compare(least, most) === 0 ? [least] : [least, most];
}

function roundedUp(values: readonly Exact[]): string {
  if (values.every(({ denominator }) => denominator === 1n)) return "";
  return ` → ${rangeText(values.map((value) => exact(roundUp(value))))}`;
}

function comparisonOf(actual: Exact, required: Exact, rule: Rule, sure: Exact | undefined): string {
  const order = compare(actual, required);
  const reads = rule.type === "max" ? (order > 0 ? ">" : "≤") : order < 0 ? "<" : "≥";
  return `${suppliedText(actual, sure)} ${reads} ${decimalText(required)}`;
}

function suppliedText(actual: Exact, sure: Exact | undefined): string {
  return rangeText(sure === undefined ? [actual] : [sure, actual]);
}

function rangeText(ends: readonly Exact[]): string {
  return ends.map(decimalText).join("…");
}

/** How many decimals a fraction in lowest terms has; `undefined` if they do not end or are too many to read. */
function decimalsOf(denominator: bigint): number | undefined {
  let power = 1n;
  for (let digits = 0; digits <= 12; digits++, power *= 10n) if (power % denominator === 0n) return digits;
  return undefined;
}

const SIGNS: Partial<Record<Line["unit"], string>> = { m2: " m²", min: " min", "%": " %" };
