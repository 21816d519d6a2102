import type { PackedColumn, PackedRow, StreetCounts } from "./packed-streets.ts";
import type { StreetMap, Tags } from "./street-map.ts";
import { streetsFault } from "./streets-fault.ts";

/** The streets that were packed so; `undefined` if rows are missing or said twice, or if they are no streets. */
export function unpackStreets(counts: StreetCounts, rows: readonly PackedRow[]): StreetMap | undefined {
  const of = (column: PackedColumn) =>
    rows.filter((row) => row.column === column).sort((a, b) => a.row - b.row);
  const places = (column: "lng" | "lat") =>
    counts.decimals === undefined
      ? numbers(of(column), counts.nodes, Float64Array, decimals)
      : tenMillionths(numbers(of(column), counts.nodes, Float64Array, summed));
  const [lng, lat] = [places("lng"), places("lat")];
  const starts = numbers(of("starts"), counts.ways + 1, Uint32Array, summed);
  const nodes = numbers(of("nodes"), counts.through, Uint32Array, summed);
  const tags = numbers(of("tags"), counts.ways, Uint32Array, wholes);
  const tagSets = tagsIn(of("tagSets"), counts.tagSets);
  const barred = numbers(of("barriers"), counts.barriers, Uint32Array, summed);
  const said = tagsIn(of("barriers"), counts.barriers);
  if (!lng || !lat || !starts || !nodes || !tags || !tagSets || !barred || !said) return undefined;
  const heights = counts.heights && numbers(of("heights"), counts.nodes, Float32Array, heightsIn);
  if (counts.heights && !heights) return undefined;
  const barriers = new Map(said.map((each, i) => [barred[i] as number, each]));
  const streets = { lng, lat, starts, nodes, tags, tagSets, barriers, ...(heights && { heights }) };
  return streetsFault(streets) === undefined ? streets : undefined;
}

type Column = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Fills in the numbers of a text from a row on; how many they are, or less than 0 where the text has none. */
type Fill = (text: string, column: Column, from: number) => number;

/** What is allocated goes by what is there, not by what is said. */
function numbers<Of extends Column>(
  rows: readonly PackedRow[],
  length: number,
  make: new (length: number) => Of,
  fill: Fill,
): Of | undefined {
  const texts = rows.map(({ values = "" }) => values);
  if (texts.reduce((sum, text) => sum + countIn(text), 0) !== length) return undefined;
  const column = new make(length);
  let at = 0;
  for (const [i, text] of texts.entries()) {
    if (rows[i]?.row !== at) return undefined;
    const count = fill(text, column, at);
    if (count < 0) return undefined;
    at += count;
  }
  return column;
}

function countIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf(","); at !== -1; at = text.indexOf(",", at + 1)) count += 1;
  return count;
}

const summed: Fill = (text, column, from) => wholeNumbers(text, column, from, true);
const wholes: Fill = (text, column, from) => wholeNumbers(text, column, from, false);

function wholeNumbers(text: string, column: Column, from: number, isSummed: boolean): number {
  let [at, value, digits, sum] = [from, 0, 0, 0];
  let isNegative = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? COMMA : text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      digits += 1;
    } else if (code === MINUS && digits === 0 && !isNegative) isNegative = true;
    else if (code === COMMA && digits > 0 && digits < MOST_DIGITS) {
      const number = isNegative ? -value : value;
      sum = isSummed ? sum + number : number;
      column[at] = sum;
      if (column[at] !== sum) return -1;
      at += 1;
      [value, digits, isNegative] = [0, 0, false];
    } else return -1;
  }
  return at - from;
}

const [COMMA, MINUS, ZERO, NINE] = [44, 45, 48, 57];
const MOST_DIGITS = 16;

const decimals: Fill = (text, column, from) => {
  const values = text.split(",");
  for (const [i, value] of values.entries()) {
    if (value.trim() === "" || !Number.isFinite(Number(value))) return -1;
    column[from + i] = Number(value);
  }
  return values.length;
};

/** A height that is not known is `?`. */
const heightsIn: Fill = (text, column, from) => {
  const values = text.split(",");
  for (const [i, value] of values.entries()) {
    const isKnown = value !== "?";
    if (isKnown && (value.trim() === "" || !Number.isFinite(Number(value)))) return -1;
    column[from + i] = isKnown ? Number(value) : Number.NaN;
  }
  return values.length;
};

function tenMillionths(column: Float64Array<ArrayBuffer> | undefined): Float64Array | undefined {
  return column?.map((value) => value / 1e7);
}

function tagsIn(rows: readonly PackedRow[], length: number): readonly Tags[] | undefined {
  const tags: Tags[] = [];
  for (const { row, tags: said = [] } of rows) {
    if (row !== tags.length) return undefined;
    for (const each of said) tags.push(each);
  }
  return tags.length === length ? tags : undefined;
}
