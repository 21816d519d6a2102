import { isDay } from "../../core/base/day.ts";
import { readDecimal } from "../../core/base/read-decimal.ts";
import type { Day } from "../../core/base/units.ts";
import type { SourceValue } from "../source-row.ts";

/**
 * What one value of a file says. repaired: it says it in another form, of which there is only one reading (`1,234`,
 * full-width digits, `30个`). unreadable: it says something, but not this (`约30`, `三百`). too-long: a number of more digits
 * than can be kept, so that it would become another one.
 */
export type Reading<T> =
  | { readonly state: "absent" }
  | { readonly state: "plain"; readonly value: T }
  | { readonly state: "repaired"; readonly value: T }
  | { readonly state: "unreadable" | "too-long" };

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
  if (saysNothing(written)) return ABSENT;
  if (DECIMAL.test(written)) return numberOf("plain", written, quantity);
  if (hasStrayDigits(written)) return UNREADABLE;
  const bare = halfWidth(written).replace(SUFFIXES[quantity], "");
  const digits = THOUSANDS.test(bare) ? bare.replaceAll(",", "") : bare;
  return DECIMAL.test(digits) ? numberOf("repaired", digits, quantity) : UNREADABLE;
}

export function readFlag(value: SourceValue | undefined): Reading<boolean> {
  if (value === undefined) return ABSENT;
  if (typeof value === "boolean") return { state: "plain", value };
  const word = halfWidth(String(value)).toLowerCase();
  if (saysNothing(word)) return ABSENT;
  if (YES.has(word)) return { state: "plain", value: true };
  return NO.has(word) ? { state: "plain", value: false } : UNREADABLE;
}

/** A day, repaired from `2024/1/5`, `2024.1.5`, `2024年1月5日` and from a day with a time of day behind it. */
export function readDay(value: SourceValue | undefined): Reading<Day> {
  if (value === undefined) return ABSENT;
  const written = String(value).trim();
  if (saysNothing(written)) return ABSENT;
  if (isDay(written)) return { state: "plain", value: written };
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
  if (value === undefined || saysNothing(String(value))) return ABSENT;
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
    (digits.length <= SURE_DIGITS && !/e/i.test(digits)) || readDecimal(digits).state === "number";
  return isExact || quantity === "degrees" ? { state, value } : { state: "too-long" };
}

/** A decimal of so few characters is kept digit by digit. */
const SURE_DIGITS = 15;

function halfWidth(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/**
 * Whether its digits, taken together, would be another number: `300①` and `300²` are 300 with a mark on a footnote, and
 * `30 50`, with a space or a line end, are two numbers. The square of `m²` is no digit.
 */
export function hasStrayDigits(text: string): boolean {
  return hasMarkedDigit(text) || /\d\s+[\d.]/.test(text.normalize("NFKC"));
}

function hasMarkedDigit(text: string): boolean {
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
