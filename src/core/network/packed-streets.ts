import type { Digest } from "../base/ids.ts";
import type { StreetMap, Tags } from "./street-map.ts";
import { streetsDigest } from "./streets-digest.ts";

/** Streets as plain values that can be sent, journalled and written: about a tenth of what a table of their nodes takes. */
export interface PackedStreets extends StreetCounts {
  readonly digest: Digest;
  readonly rows: readonly PackedRow[];
}

/** How long the columns are that the rows fill. */
export interface StreetCounts {
  readonly ways: number;
  readonly nodes: number;
  /** Nodes, counted as often as a way leads through them. */
  readonly through: number;
  readonly tagSets: number;
  readonly barriers: number;
  /** Coordinates are whole numbers of ten-millionths of a degree; absent: they are decimal numbers of degrees. */
  readonly decimals?: 7;
  /** Some nodes have heights: a column of them follows, `?` where one is not known. */
  readonly heights?: true;
}

/** A stretch of a column, from `row` on. */
export interface PackedRow {
  readonly column: PackedColumn;
  readonly row: number;
  /**
   * Numbers parted by commas. In columns of `DELTAS`, and of coordinates where `decimals` is said, each is what it adds to
   * the one before; the first stands as it is. Of `barriers` they are the nodes.
   */
  readonly values?: string;
  /** Of `tagSets` its rows, of `barriers` what stands at each of the nodes. */
  readonly tags?: readonly Tags[];
}

export const PACKED_COLUMNS = [
  "lng",
  "lat",
  "starts",
  "nodes",
  "tags",
  "tagSets",
  "barriers",
  "heights",
] as const;
export type PackedColumn = (typeof PACKED_COLUMNS)[number];

/** Equal streets give equal values. Nothing is lost: coordinates are packed to ten-millionths only if all are such. */
export function packStreets(streets: StreetMap): PackedStreets {
  const { lng, lat, starts, nodes, tags, tagSets, barriers, heights } = streets;
  const isFixed = isOfTenMillionths(lng) && isOfTenMillionths(lat);
  const place = (column: "lng" | "lat", values: Float64Array) =>
    isFixed
      ? packed(column, values.length, (from, to) => deltas(values, from, to, TEN_MILLION))
      : packed(column, values.length, (from, to) => Array.from(values.subarray(from, to), inFull).join());
  const whole = (column: PackedColumn, values: Uint32Array) =>
    packed(column, values.length, (from, to) => deltas(values, from, to, 1));
  const barred = [...barriers].sort(([a], [b]) => a - b);
  const at = Uint32Array.from(barred, ([node]) => node);
  return {
    digest: streetsDigest(streets),
    ways: tags.length,
    nodes: lng.length,
    through: nodes.length,
    tagSets: tagSets.length,
    barriers: barred.length,
    ...(isFixed && { decimals: 7 as const }),
    ...(heights && { heights: true as const }),
    rows: [
      ...place("lng", lng),
      ...place("lat", lat),
      ...whole("starts", starts),
      ...whole("nodes", nodes),
      ...packed("tags", tags.length, (from, to) => tags.subarray(from, to).join()),
      ...spans(tagSets.length, MOST_TAGS).map(([from, to]) => ({
        ...{ column: "tagSets" as const, row: from, tags: tagSets.slice(from, to) },
      })),
      ...spans(barred.length, MOST_TAGS).map(([from, to]) => ({
        ...{ column: "barriers" as const, row: from, values: deltas(at, from, to, 1) },
        tags: barred.slice(from, to).map(([, said]) => said),
      })),
      ...(heights
        ? packed("heights", heights.length, (from, to) =>
            Array.from(heights.subarray(from, to), shortest).join(),
          )
        : []),
    ],
  };
}

/** Numbers, and tags, of one row. */
const MOST_VALUES = 10_000;
const MOST_TAGS = 1_000;
const TEN_MILLION = 1e7;

function packed(
  column: PackedColumn,
  length: number,
  textOf: (from: number, to: number) => string,
): PackedRow[] {
  return spans(length, MOST_VALUES).map(([from, to]) => ({ column, row: from, values: textOf(from, to) }));
}

function spans(length: number, most: number): (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil(length / most) }, (_, i) => [
    i * most,
    Math.min(length, (i + 1) * most),
  ]);
}

function deltas(values: Float64Array | Uint32Array, from: number, to: number, times: number): string {
  const added: number[] = [];
  let before = 0;
  for (let at = from; at < to; at++) {
    const value = Math.round((values[at] as number) * times);
    added.push(value - before);
    before = value;
  }
  return added.join();
}

function isOfTenMillionths(values: Float64Array): boolean {
  for (const value of values) {
    const rounded = Math.round(value * TEN_MILLION);
    if (!(Math.abs(rounded) < MOST_ROUNDED) || !Object.is(rounded / TEN_MILLION, value)) return false;
    if (Object.is(rounded, -0)) return false;
  }
  return true;
}

/** Far beyond any degree, and far below what numbers hold to the last digit. */
const MOST_ROUNDED = 1e13;

/** The fewest digits that are this height and no other; `?` where it is not known. */
function shortest(height: number): string {
  if (Number.isNaN(height)) return "?";
  for (let digits = 4; digits < 9; digits++) {
    const text = String(Number(height.toPrecision(digits)));
    if (Object.is(Math.fround(Number(text)), height)) return text;
  }
  return inFull(height);
}

function inFull(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
