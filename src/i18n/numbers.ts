import { type Exact, roundUp, roundUpAt } from "../core/base/decimal.ts";
import type { Metres, Share } from "../core/base/units.ts";
import type { RuleUnit } from "../core/standards/rule.ts";
import type { Language } from "./catalogue.ts";
import { en } from "./en.ts";
import { type Words, zh } from "./zh.ts";

/** Between a number and its unit: no line ends at it. A narrow one is hardly seen in some fonts, and a thin one ends lines. */
export const UNIT_SPACE = "\u00a0";

/** A sentence in which no line ends between a number and what it counts or measures, nor before the number that a sign is of. */
export function keptTogether(sentence: string): string {
  return sentence.replace(PARTED, UNIT_SPACE);
}

/** A gap that is yet to be filled with a number (`fillable`) counts as one. */
const PARTED = /(?<=[\d\uFFFC]) (?=[\p{L}%‰])|(?<=[<>≤≥≈]) (?=[−+]?\d)/gu;

/** Thousands separated, minus as −, at most `digits` decimals, no trailing zeros: `−4,120.5`. */
export function formatNumber(value: number, digits = 2): string {
  const shown = plainFormat(digits).format(value);
  return shown === "-0" ? "0" : shown.replace("-", "−");
}

/** A count in a sentence: `number` as it is shown, `count` to choose between one and many. */
export function counted(count: number): { readonly count: number; readonly number: string } {
  return { count, number: formatNumber(count) };
}

/** A quantity with its unit: `4,120.5 m²`, `2,310 个`. Slots, beds and facilities are whole, shown rounded up. */
export function formatQuantity(value: number, unit: RuleUnit, language: Language): string {
  const amount = isWhole(unit) ? Math.ceil(value - 1e-9) : value;
  return `${formatNumber(amount)}${UNIT_SPACE}${unitWord(unit, language, amount)}`;
}

/** A quantity for lists and headlines: whole from 10 up, where decimals only get in the way; exact ones are in the evidence. */
export function formatGist(value: number, unit: RuleUnit, language: Language): string {
  return formatQuantity(gistOf(value, unit), unit, language);
}

/** The number that a gist shows, to be told apart from another one as a reader would. */
export function gistOf(value: number, unit: RuleUnit): number {
  if (isWhole(unit)) return Math.ceil(value - 1e-9);
  return Math.abs(value) < 10 ? roundedUp(value) : roundedTo(0, value);
}

/** The same of what is there or given: cut and never rounded up. */
export function formatProvidedGist(value: number, unit: RuleUnit, language: Language): string {
  const amount = isWhole(unit)
    ? wholeOnes(value)
    : value < 10
      ? roundedDown(value)
      : Math.floor(value + 1e-9);
  return `${formatNumber(amount)}${UNIT_SPACE}${unitWord(unit, language, amount)}`;
}

/** Slots as people count them: whole ones, cut; of less than one its part. For showing alone. */
export function wholeOnes(value: number): number {
  return value < 1 ? roundedDown(value) : Math.floor(value + 1e-9);
}

/** To two decimals, as what is needed or lacks is shown. */
export function roundedUp(value: number): number {
  return Math.ceil(value * 100 - 1e-6) / 100 + 0;
}

/** To two decimals, as what is there is shown. */
export function roundedDown(value: number): number {
  return Math.floor(value * 100 + 1e-6) / 100 + 0;
}

/**
 * An exact lack or requirement as it is shown. One rule for the screen, paper and arithmetic: what is asked for or lacked is
 * rounded up, what is there is cut (`formatProvided`), both to two decimals. Slots and beds that are missing are `whole`,
 * since no part of one can be built; so are those asked for, unless parts of them are shared out.
 */
export function formatExact(value: Exact, unit: RuleUnit, language: Language, whole: boolean): string {
  const amount = whole ? roundUp(value) : roundUpAt(value, 2);
  return `${formatNumber(amount)}${UNIT_SPACE}${unitWord(unit, language, amount)}`;
}

/** What is provided: two decimals, cut and never rounded up. */
export function formatProvided(value: Exact, unit: RuleUnit, language: Language): string {
  const amount = cut(value);
  return `${formatNumber(amount)}${UNIT_SPACE}${unitWord(unit, language, amount)}`;
}

/** A lack as a plain number to be taken elsewhere: rounded up, to a whole where only wholes exist, else to two decimals. */
export function plainLack(value: number, unit: RuleUnit): number {
  return isWhole(unit) ? Math.ceil(value - 1e-9) + 0 : roundedUp(value);
}

/** Metres as a plain number to be taken elsewhere: one decimal. */
export function plainMetres(value: Metres): number {
  return Math.round(value * 10) / 10;
}

/** A share as a plain number to be taken elsewhere: four decimals, rounded down as it is where it is shown. */
export function plainShare(value: Share): number {
  return Math.floor(value * 10_000 + 1e-6) / 10_000;
}

/** Whole metres below 10 km, else kilometres: `615 m`, `12.4 km`. For showing; membership is decided unrounded. */
export function formatMetres(value: Metres): string {
  return value < 10_000
    ? `${formatNumber(value, 0)}${UNIT_SPACE}m`
    : `${formatNumber(value / 1000, 1)}${UNIT_SPACE}km`;
}

/**
 * Per cent, rounded down so that 99.9 % is never shown as 100 %, always with as many decimals. Below 1 % there is at least
 * one, so that a little is never shown as nothing.
 */
export function formatShare(value: Share, decimals = 0): string {
  const digits = value > 0 && value < 0.01 ? Math.max(1, decimals) : decimals;
  const percent = percentOf(value, digits);
  const least = 10 ** -digits;
  const shown =
    value > 0 && percent < least ? `<${UNIT_SPACE}${fixedFormat(digits).format(least)}` : undefined;
  return `${shown ?? fixedFormat(digits).format(percent)}${UNIT_SPACE}%`;
}

/** The number of a share in per cent with so many decimals, rounded down. */
export function percentOf(value: Share, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * 100 * scale + 1e-9) / scale;
}

/** A difference in points of a hundred, as wide as the shares beside it: `−3.0`. */
export function formatPoints(value: number, decimals: number): string {
  return fixedFormat(decimals).format(value).replace("-", "−");
}

/**
 * A line of arithmetic to be read: thousands separated, and what has no end (`≈`) no longer than is read, and rounded as it
 * is beside the line: what is there is cut, what is asked for or lacked is rounded up. Files keep every digit.
 */
export function readableArithmetic(line: string): string {
  return line
    .split("; ")
    .map((statement) => statement.replace(SUPPLIED, (there) => shortened(there, cutAt)))
    .map((statement) => shortened(statement, COMPARED.test(statement) ? upAt : plain))
    .join("; ")
    .replace(/(?<![\d.])\d{4,}/g, (digits) => BigInt(digits).toLocaleString("en-US"));
}

const COMPARED = / [<>≤≥−] /;
/** What is there: before a comparison, and what is taken away. */
const SUPPLIED = /^\S+(?= [<>≤≥] )|(?<= − )\S+/;

function shortened(text: string, rounded: (value: number) => number): string {
  return text.replace(/≈(\d+\.\d+)/g, (_, digits: string) => `≈${rounded(Number(digits))}`);
}

/** The word for a unit beside so many of it: `1 slot`, `2 slots`. */
export function unitWord(unit: RuleUnit, language: Language, amount: number): string {
  const words: Words["judging"]["unit"] = (language === "zh" ? zh : en).judging.unit;
  return (amount === 1 ? words[`${unit}~one`] : undefined) ?? words[unit];
}

/** As amounts that are asked for are shown; of so little that it would say nothing, three digits. */
function upAt(value: number): number {
  return value < 0.01 ? plain(value) : roundedUp(value);
}

/** The same of what is there. */
function cutAt(value: number): number {
  return value < 0.01 ? plain(value) : roundedDown(value);
}

/** Two decimals, or three digits of what is smaller than one. */
function plain(value: number): number {
  return value < 1 ? Number(value.toPrecision(3)) : roundedTo(2, value);
}

function roundedTo(decimals: number, value: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

function cut(value: Exact): number {
  return Number((value.numerator * 100n) / value.denominator) / 100;
}

function isWhole(unit: RuleUnit): boolean {
  return unit === "slot" || unit === "bed" || unit === "facility" || unit === "community";
}

const plainFormat = formatsBy((digits) => ({ maximumFractionDigits: digits }));
const fixedFormat = formatsBy((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits }));

/** Formats by number of decimals, each made once. */
function formatsBy(
  options: (digits: number) => Intl.NumberFormatOptions,
): (digits: number) => Intl.NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const known = formats.get(digits);
    if (known) return known;
    const made = new Intl.NumberFormat("en-US", options(digits));
    formats.set(digits, made);
    return made;
  };
}
