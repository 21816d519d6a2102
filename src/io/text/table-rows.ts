import Papa from "papaparse";
import { readDecimal } from "../../core/base/read-decimal.ts";
import { decodeText } from "./decode-text.ts";

/** What keeps tables from being read. */
export class UnreadableTables extends Error {
  override readonly name = "UnreadableTables";
  /** The first reasons, each with file, row, column and mend, and how many more there are; at least one. */
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons[0]);
    this.reasons = reasons;
  }
}

/** Gathers what is wrong with tables, so that all of it can be mended at once. */
export interface Faults {
  /** A sentence with file, row, column and mend. */
  add(sentence: string): void;
  /** Throws `UnreadableTables` if there is any. */
  settle(): void;
}

export function newFaults(): Faults {
  const named: string[] = [];
  let count = 0;
  return {
    add(sentence) {
      count += 1;
      if (named.length < MOST_NAMED) named.push(sentence);
    },
    settle() {
      if (count === 0) return;
      const more = count - named.length;
      throw new UnreadableTables(more === 0 ? named : [...named, `${more} more to mend after these.`]);
    },
  };
}

const MOST_NAMED = 10;

/** A file as it was given. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A row of a table with the cells of the columns asked for, trimmed; absent: there is no such column. */
export interface TableRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** As people count: the header is row 1. */
  readonly row: number;
  /** `links.csv, row 3, column metres` */
  readonly at: (column: Column) => string;
}

/** A table as it stands, with the rows that are wrong too. */
export interface Table<Column extends string> {
  readonly has: ReadonlySet<string>;
  /** `links.csv, row 3, column metres` */
  readonly at: (row: number, column: Column) => string;
  /** To be gone through once, so that what is wrong is found row by row. */
  readonly rows: Iterable<TableRow<Column>>;
}

/**
 * The rows of a CSV, blank ones apart, with the cells of its `required` columns and of those `optional` ones that it has;
 * other columns are passed over. `undefined` where none can be told; what is wrong is added to `faults`.
 */
export function tableRows<Required extends string, Optional extends string = never>(
  { path: file, bytes }: GivenFile,
  faults: Faults,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): Table<Required | Optional> | undefined {
  const text = decodeText(bytes, file);
  if (!text.ok) {
    faults.add(`${file} is neither UTF-8 nor GB18030 text. Save it as CSV UTF-8.`);
    return undefined;
  }
  const { data, errors } = Papa.parse<string[]>(text.value.text.trimEnd());
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote) {
    faults.add(
      `${file}, row ${(quote.row ?? 0) + 1}: a quotation mark is opened or closed wrongly. Quote the whole cell, and double the marks within it.`,
    );
    return undefined;
  }
  const [header = [], ...lines] = data;
  const places = placesIn(header, file, faults, required, optional);
  if (places === undefined) return undefined;
  const columns = [...places];
  const at = (row: number, column: Required | Optional) => `${file}, row ${row}, column ${column}`;
  const rows = function* (): Generator<TableRow<Required | Optional>> {
    for (const [above, line] of lines.entries()) {
      if (isBlank(line)) continue;
      const row = above + 2;
      if (line.length > header.length && !isBlank(line.slice(header.length)))
        faults.add(
          `${file}, row ${row}: it has ${line.length} cells under ${header.length} headings. Quote the cells that have a comma in them.`,
        );
      const cells = {} as Record<Required | Optional, string>;
      for (const [column, place] of columns) cells[column] = line[place]?.trim() ?? "";
      yield { cells, row, at: (column) => at(row, column) };
    }
  };
  return { has: new Set<string>(places.keys()), at, rows: rows() };
}

/** Where each column stands; `undefined` where one is missing or stands twice. */
function placesIn<Required extends string, Optional extends string>(
  header: readonly string[],
  file: string,
  faults: Faults,
  required: readonly Required[],
  optional: readonly Optional[],
): ReadonlyMap<Required | Optional, number> | undefined {
  const wanted = required.join(",");
  if (isBlank(header)) {
    faults.add(`${file} is empty. Give a header ${wanted} and a row for each.`);
    return undefined;
  }
  const headings = header.map((heading) => heading.trim().toLowerCase());
  const places = new Map<Required | Optional, number>();
  let isWhole = true;
  const fault = (sentence: string) => {
    faults.add(sentence);
    isWhole = false;
  };
  for (const column of [...required, ...optional]) {
    const place = headings.indexOf(column);
    if (place >= 0) places.set(column, place);
    else if ((required as readonly string[]).includes(column))
      fault(`${file}, row 1: there is no column ${column}. Name the columns ${wanted}.`);
    if (place !== headings.lastIndexOf(column))
      fault(`${file}, row 1, column ${column}: it stands twice. Leave one of them out.`);
  }
  return isWhole ? places : undefined;
}

/**
 * A number that a cell says, 0 or from 1e-100 to 1e100, to be taken as the decimal that was typed; NaN, and a fault, for any
 * other.
 */
export function amountIn<Column extends string>(
  { cells, at }: TableRow<Column>,
  column: Column,
  faults: Faults,
): number {
  const cell = cells[column];
  const typed = readDecimal(cell);
  if (typed.state === "number" && isCounted(typed.value)) return typed.value;
  const state = isBeyond(cell) ? "beyond" : typed.state;
  const [what, mend] = {
    empty: ["the cell is empty", "Give a number, 0 if there is nothing"],
    "no-number": [`"${cell}" is no number`, "Give a number from 0, without a unit"],
    "too-long": [`"${cell}" has more digits than are kept`, "Round it to 15 digits"],
    beyond: [`${cell} is beyond what is counted with`, `Give 0, or a number from ${LEAST} to ${MOST}`],
    number: [`${cell} is below 0`, "Give a number from 0"],
  }[state];
  faults.add(`${at(column)}: ${what}. ${mend}.`);
  return Number.NaN;
}

function isCounted(value: number): boolean {
  return value === 0 || (value >= LEAST && value <= MOST);
}

/** Whether a number is so large that sums of it might be none, or so small that a part of it might be nothing. */
function isBeyond(cell: string): boolean {
  const typed = cell.normalize("NFKC").replaceAll(",", "");
  const value = Math.abs(Number(typed));
  const isDigits = /[1-9]/.test(typed.replace(/e.*/i, ""));
  return isDigits && !Number.isNaN(value) && (value < LEAST || value > MOST);
}

const LEAST = 1e-100;
const MOST = 1e100;

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
