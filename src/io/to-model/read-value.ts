import { isDay } from "../../core/base/day.ts";
import { type Exact, exact, ratio, times, toNumber } from "../../core/base/decimal.ts";
import { isPlainWord } from "../../core/base/plain-word.ts";
import { readDecimal } from "../../core/base/read-decimal.ts";
import type { Day } from "../../core/base/units.ts";
import type { SourceValue } from "../source-row.ts";

/**
 * What one value of a file says. repaired: it says it in another form, of which there is only one reading (`1,234`,
 * full-width digits, `30个`, `1.2万人`). unreadable: it says something, but not this (`三百`). estimate, range: a number that
 * nobody vouches for (`约30`), or two (`30-40`). too-long: a number of more digits than can be kept, so that it would become
 * another one.
 */
export type Reading<T> =
  | { readonly state: "absent" }
  | { readonly state: "plain"; readonly value: T }
  | { readonly state: "repaired"; readonly value: T }
  | { readonly state: "unreadable" | "estimate" | "range" | "too-long" };

/** What is counted or measured in a column, and so which words may stand behind the number. */
export type Quantity =
  | "households"
  | "people"
  | "slots"
  | "beds"
  | "area"
  | "storey"
  | "degrees"
  | "money"
  | "ratio"
  | "year";

export function readNumber(value: SourceValue | undefined, quantity: Quantity): Reading<number> {
  if (value === undefined) return ABSENT;
  if (typeof value === "number") return Number.isFinite(value) ? { state: "plain", value } : UNREADABLE;
  if (typeof value === "boolean") return UNREADABLE;
  const written = value.trim();
  if (DECIMAL.test(written)) return numberOf("plain", written, quantity);
  if (saysNothing(written)) return ABSENT;
  if (hasStrayDigits(written)) return UNREADABLE;
  const whole = halfWidth(written);
  const larger = LARGER_UNITS[quantity]?.find(([unit]) => unit.test(whole));
  const bare = whole.replace(larger ? larger[0] : SUFFIXES[quantity], "");
  const digits = THOUSANDS.test(bare) ? bare.replaceAll(",", "") : bare;
  if (!DECIMAL.test(digits)) return quantity === "storey" ? UNREADABLE : indefinite(whole);
  const read = numberOf("repaired", digits, quantity);
  return larger && "value" in read ? { ...read, value: inPlainUnit(read.value, larger[1]) } : read;
}

/** Whether a cell holds nothing but a number, so that the unit of its column is its own. */
export function isBareNumber(value: SourceValue): boolean {
  return typeof value === "number" || /^[+-]?[\d.,]+$/.test(halfWidth(String(value)));
}

function indefinite(written: string): Reading<never> {
  if (!/\d/.test(written)) return UNREADABLE;
  if (ABOUT.test(written)) return { state: "estimate" };
  return FROM_TO.test(written) ? { state: "range" } : UNREADABLE;
}

const ABOUT = /^(?:大?约|大概|将?近|[~≈])|\d[百千万]?(?:左右|上下|余|多|来)[\p{L}\d]{0,4}$/u;
const FROM_TO = /^\d[\d.,]*\p{L}{0,4}[-~－—–至到]+\d[\d.,]*[\p{L}\d]{0,4}$/u;

/** Exact; to the hundredth below where that has no end, as thirds of a square metre. */
function inPlainUnit(value: number, factor: Exact): number {
  const product = times(exact(value), factor);
  const hundredths = (product.numerator * 100n) / product.denominator;
  return factor.denominator === 1n ? toNumber(product) : toNumber(ratio(hundredths, 100n));
}

export function readFlag(value: SourceValue | undefined): Reading<boolean> {
  if (value === undefined) return ABSENT;
  if (typeof value === "boolean") return { state: "plain", value };
  if (value === "是") return { state: "plain", value: true };
  if (value === "否") return { state: "plain", value: false };
  const word = halfWidth(String(value)).toLowerCase();
  if (saysNothing(word)) return ABSENT;
  if (YES.has(word)) return { state: "plain", value: true };
  return NO.has(word) ? { state: "plain", value: false } : UNREADABLE;
}

/** A day, repaired from `2024/1/5`, `2024.1.5`, `2024年1月5日` and from a day with a time of day behind it. */
export function readDay(value: SourceValue | undefined): Reading<Day> {
  if (value === undefined) return ABSENT;
  const written = String(value).trim();
  if (isDay(written)) return { state: "plain", value: written };
  if (saysNothing(written)) return ABSENT;
  if (hasMarkedDigit(written)) return UNREADABLE;
  const [, year = "", month = "", day = ""] = OTHER_DAYS.exec(halfWidth(written)) ?? [];
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? { state: "repaired", value: found } : UNREADABLE;
}

/** One of the known words, compared without case, width and spaces. */
export function readWord<Word>(
  value: SourceValue | undefined,
  words: ReadonlyMap<string, Word>,
): Reading<Word> {
  if (value === undefined) return ABSENT;
  const asWritten = words.get(String(value));
  if (asWritten !== undefined) return { state: "plain", value: asWritten };
  if (saysNothing(String(value))) return ABSENT;
  const found = words.get(plainWord(String(value)));
  return found === undefined ? UNREADABLE : { state: "plain", value: found };
}

/** A word as it is compared. */
export function plainWord(text: string): string {
  return halfWidth(text).toLowerCase();
}

/** Words to compare with, each under what it means. */
export function wordsOf<Word extends string>(
  table: Readonly<Record<Word, readonly string[]>>,
): Map<string, Word> {
  return new Map(
    (Object.entries(table) as [Word, readonly string[]][]).flatMap(([meaning, words]) =>
      [meaning, ...words].map((word) => [plainWord(word), meaning] as const),
    ),
  );
}

/** Degrees decide nothing digit by digit, so they may be rounded; everything else is what is written, or nothing. */
function numberOf(state: "plain" | "repaired", digits: string, quantity: Quantity): Reading<number> {
  const value = Number(digits);
  if (!Number.isFinite(value)) return UNREADABLE;
  const isExact =
    (digits.length <= SURE_DIGITS && !digits.includes("e") && !digits.includes("E")) ||
    readDecimal(digits).state === "number";
  return isExact || quantity === "degrees" ? { state, value } : { state: "too-long" };
}

/** A decimal of so few characters is kept digit by digit. */
const SURE_DIGITS = 15;

function halfWidth(text: string): string {
  return isPlainWord(text) ? text : text.normalize("NFKC").replace(/\s+/g, "");
}

/**
 * Whether its digits, taken together, would be another number: `300①` and `300²` are 300 with a mark on a footnote, and
 * `30 50`, with a space or a line end, are two numbers. The square of `m²` is no digit.
 */
export function hasStrayDigits(text: string): boolean {
  return hasMarkedDigit(text) || /\d\s+[\d.]/.test(text.normalize("NFKC"));
}

export function hasMarkedDigit(text: string): boolean {
  const marks = text.replace(/m²|㎡/gi, "").match(/[^\p{Nd}\p{L}\s]/gu) ?? [];
  return marks.some((mark) => /\d/.test(mark.normalize("NFKC")));
}

function saysNothing(text: string): boolean {
  return /^(?:[-－—–―/／\\]*|n\/?a|null|nil|none)$/i.test(text.trim()) || saysUnknown(text);
}

/** Whether it says in so many words that nobody knows, which an empty cell does not. */
export function saysUnknown(text: string): boolean {
  return /^(?:未知|不详|暂无|无数据)$/.test(text.trim());
}

const ABSENT = { state: "absent" } as const;
const UNREADABLE = { state: "unreadable" } as const;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** No group of thousands begins with 0: `0,300` may be a decimal. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const OTHER_DAYS = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T?\d{1,2}:\d{2}.*)?$/;

const SUFFIXES: Readonly<Record<Quantity, RegExp>> = {
  households: /(?:户|套)$/,
  people: /(?:人|名|位)$/,
  slots: /(?:个托位|托位|个|位)$/,
  beds: /(?:张床位|张床|床位|张|床|个|位)$/,
  area: /(?:m2|㎡|sqm|平方米|平米|平方|平)$/i,
  storey: /^$/,
  degrees: /°$/,
  money: /(?:万元|万)$/,
  ratio: /^$/,
  year: /年$/,
};

/** Units that hold many of the plain one, and how many. */
const LARGER_UNITS: Readonly<Partial<Record<Quantity, readonly (readonly [RegExp, Exact])[]>>> = {
  area: [
    [/亩$/, ratio(2000n, 3n)],
    [/(?:公顷|ha|hm2|万平方米|万平米|万平方|万平|万m2)$/i, ratio(10_000n, 1n)],
    [/(?:平方公里|平方千米|km2)$/i, ratio(1_000_000n, 1n)],
  ],
  people: manyOf("[人名]"),
  households: manyOf("户"),
};

function manyOf(unit: string): readonly (readonly [RegExp, Exact])[] {
  return [
    [new RegExp(`万${unit}?$`), ratio(10_000n, 1n)],
    [new RegExp(`千${unit}$`), ratio(1000n, 1n)],
    [new RegExp(`百${unit}$`), ratio(100n, 1n)],
  ];
}

const YES = new Set([
  ..."是有对√✓✔",
  "1",
  "true",
  "yes",
  "y",
  "t",
  "已备案",
  "备案",
  "普惠",
  "普惠性",
  "共享",
  "合格",
  "达标",
]);
const NO = new Set([
  ..."否无未×✗✘x",
  "0",
  "false",
  "no",
  "n",
  "f",
  "未备案",
  "非普惠",
  "不共享",
  "不合格",
  "不达标",
]);
