import Papa from "papaparse";
import { guarded } from "../text/formula-guard.ts";

/** A cell: text of the user's, a number of ours, or nothing where nothing is known. */
export type Cell = string | number | undefined;

/**
 * A CSV file: UTF-8, `\n`, a header, no byte-order mark. Text that a spreadsheet would run as a formula is written
 * with an apostrophe before it; numbers are written plain, unknown ones (NaN, infinite) as nothing.
 */
export function csv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  return [...csvBlocks(columns, rows)].join("");
}

/** The same in pieces, for a table that is too large for one text. */
export function* csvBlocks(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let block: string[][] = [columns.map(shown)];
  for (const row of rows) {
    block.push(row.map(shown));
    if (block.length < ROWS_PER_BLOCK) continue;
    yield `${Papa.unparse(block, { newline: "\n" })}\n`;
    block = [];
  }
  if (block.length > 0) yield `${Papa.unparse(block, { newline: "\n" })}\n`;
}

/** A table as spreadsheets take it from the clipboard: cells apart by tabs, with the same care for formulas. */
export function tabbed(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return Papa.unparse([columns.map(shown), ...rows.map((row) => row.map(shown))], {
    delimiter: "\t",
    newline: "\n",
  });
}

function shown(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? plain(cell) : "";
  return guarded(cell);
}

/** Without an exponent and without −0, as every reader takes it. */
function plain(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

/** Keeps the rows of a large table from being held twice. */
const ROWS_PER_BLOCK = 4096;
