import type { Degrees } from "../../core/base/units.ts";
import { inChina } from "../../core/geo/china.ts";
import type { SourceValue } from "../source-row.ts";
import { hasMarkedDigit, readNumber } from "./read-value.ts";

/**
 * What a cell says of a place. angle: one, in decimal degrees or in metres of a grid; `axis` where a letter or a word tells
 * which. pair: two of them in one cell, in the order they are written. ambiguous: it can be read in two ways (`117 34.5`
 * is an angle or a pair).
 */
export type DegreesReading =
  | { readonly state: "absent" | "unreadable" | "ambiguous" }
  | { readonly state: "plain" | "repaired"; readonly angle: Angle }
  | { readonly state: "pair"; readonly angles: readonly [Angle, Angle] };

export interface Angle {
  readonly value: Degrees;
  readonly axis?: Axis;
}

export type Axis = "lon" | "lat";

/**
 * Degrees as people write them: decimal; degrees and minutes, or degrees, minutes and seconds, by their signs of any
 * width or 度分秒, or by spaces or colons (`34 15 20.1`, `34:15:20.1`); with a letter or 东经, 北纬 before or behind; and
 * longitude and latitude in one cell. Minutes and seconds are below 60, and only the last number has decimals. Angles of
 * minutes and seconds have nine decimals, a tenth of a millimetre.
 */
export function readDegrees(value: SourceValue | undefined): DegreesReading {
  const number = readNumber(value, "degrees");
  if (number.state === "absent") return { state: "absent" };
  if ("value" in number)
    return { state: number.state, angle: { value: number.value === 0 ? 0 : number.value } };
  if (typeof value !== "string" || value.length > LONGEST || hasMarkedDigit(value)) return UNREADABLE;
  const text = plainSigns(value);
  const halves = text.split(/\s*[,;、|]\s*/);
  if (halves.length > 1) return pairOf(halves);
  const angle = angleOf(text);
  const splits = splitsOf(text);
  const pairs = splits.map(pairOf).filter(isPair);
  const [pair] = pairs;
  if (angle === undefined) return pair !== undefined && pairs.length === 1 ? pair : UNREADABLE;
  const isEither = splits.length === 1 && pair !== undefined && isLikely(pair);
  return isEither ? { state: "ambiguous" } : { state: "repaired", angle };
}

const UNREADABLE = { state: "unreadable" } as const;
/** Of a cell that holds a place and nothing else. */
const LONGEST = 80;

/** With one kind of sign for each: `N34°15'20.1"`. */
function plainSigns(text: string): string {
  const plain = text
    .replace(/[º˚]/g, "°")
    .replace(/[′’‘´＇]/g, "'")
    .replace(/[″”“＂]/g, '"')
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[−–—]/g, "-")
    .replace(/东经|经度/g, "E")
    .replace(/西经/g, "W")
    .replace(/北纬|纬度/g, "N")
    .replace(/南纬/g, "S")
    .replace(/([NSEW]):/g, "$1")
    .replace(/度/g, "°")
    .replace(/分/g, "'")
    .replace(/秒/g, '"')
    .replace(/''/g, '"')
    .trim();
  // Between two places that stand side by side, a space.
  return /^[NSEW]/.test(plain)
    ? plain.replace(/(?<=[\d°'"])\s*(?=[NSEW])/g, " ")
    : plain.replace(/(?<=[NSEW])\s*(?=\d)/g, " ");
}

/** Every way to cut a text in two at a space. */
function splitsOf(text: string): (readonly [string, string])[] {
  return [...text.matchAll(/\s+/g)].map(
    ({ index, 0: gap }) => [text.slice(0, index), text.slice(index + gap.length)] as const,
  );
}

function pairOf(halves: readonly string[]): DegreesReading {
  const [first, second, ...others] = halves.map(angleOf);
  if (first === undefined || second === undefined || others.length > 0) return UNREADABLE;
  return first.axis !== undefined && first.axis === second.axis
    ? UNREADABLE
    : { state: "pair", angles: [first, second] };
}

function isPair(reading: DegreesReading): reading is Extract<DegreesReading, { readonly state: "pair" }> {
  return reading.state === "pair";
}

/** Whether the two can be a place in China, one way round or the other. */
function isLikely({
  angles: [{ value: a }, { value: b }],
}: Extract<DegreesReading, { state: "pair" }>): boolean {
  return inChina({ lng: a, lat: b }) || inChina({ lng: b, lat: a });
}

/** One angle with its letter, if it has one. */
function angleOf(text: string): Angle | undefined {
  const [, before, sign, body = "", after] =
    /^([NSEW])?\s*([+-]?)\s*(\d[^A-Z]*?)\s*([NSEW])?$/.exec(text.trim()) ?? [];
  if (before !== undefined && after !== undefined) return undefined;
  const letter = before ?? after;
  const degrees = sumOf(body);
  if (degrees === undefined || (letter !== undefined && sign !== "")) return undefined;
  const value = sign === "-" || letter === "S" || letter === "W" ? -degrees : degrees;
  if (letter === undefined) return { value };
  const axis = letter === "N" || letter === "S" ? "lat" : "lon";
  return degrees <= (axis === "lat" ? 90 : 180) ? { value, axis } : undefined;
}

/** A decimal alone, or degrees with minutes, or with minutes and seconds. */
function sumOf(body: string): Degrees | undefined {
  if (/^\d+(?:\.\d+)?°?$/.test(body)) return Number(body.replace("°", ""));
  const [, degrees, minutes = "", seconds] =
    MARKED.exec(body) ?? SPACED.exec(body) ?? COLONS.exec(body) ?? [];
  if (degrees === undefined) return undefined;
  const isWhole = seconds === undefined || !minutes.includes(".");
  if (!isWhole || Number(minutes) >= 60 || Number(seconds ?? 0) >= 60 || Number(degrees) > 180)
    return undefined;
  const sum = Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600;
  return Number(sum.toFixed(9));
}

const MARKED = /^(\d{1,3})\s*°\s*(\d{1,2}(?:\.\d+)?)(?:\s*'\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?$/;
const SPACED = /^(\d{1,3})\s+(\d{1,2}(?:\.\d+)?)(?:\s+(\d{1,2}(?:\.\d+)?))?$/;
const COLONS = /^(\d{1,3}):(\d{1,2}(?:\.\d+)?)(?::(\d{1,2}(?:\.\d+)?))?$/;
