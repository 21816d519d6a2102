import Papa from "papaparse";
import { guarded, unguarded } from "./formula-guard.ts";

/** A block of cells as spreadsheets take it from the clipboard; text that one would run as a formula is guarded. */
export function writeBlock(cells: readonly (readonly string[])[]): string {
  const shown = cells.map((row) => row.map((cell) => (PLAIN_NUMBER.test(cell) ? cell : guarded(cell))));
  return `${Papa.unparse(shown, { delimiter: "\t", newline: "\n" })}\n`;
}

/**
 * The cells of a block that was copied from a spreadsheet, or of `writeBlock`. A text whose quotes do not pair has them
 * as signs of its own. What begins with `=` is text; the line end behind the last row begins no other.
 */
export function readBlock(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r?\n$/, "");
  if (lines === "") return [[""]];
  const quoted = Papa.parse<string[]>(lines, { delimiter: "\t" });
  const { data } =
    quoted.errors.length === 0
      ? quoted
      : Papa.parse<string[]>(lines, { delimiter: "\t", quoteChar: NO_SIGN });
  return data.map((row) => row.map(unguarded));
}

const PLAIN_NUMBER = /^-\d+(?:\.\d+)?$/;

/** Stands in no text. */
const NO_SIGN = "\u0000";
