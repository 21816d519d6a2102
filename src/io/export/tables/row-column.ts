import type { Field } from "../../columns.ts";
import type { Cell } from "../csv.ts";
import type { ExportWords } from "../export-words.ts";
import { type CellFormat, DATUM_NAMES, type ExportColumn, type ExportDatum } from "./export-table.ts";
import { headingOf } from "./headings.ts";
import { MARKS } from "./marks.ts";

/** A column of rows of the project, which an import reads back. */
export interface RowColumn<Row> {
  readonly field: Field;
  readonly format: CellFormat;
  readonly of: (row: Row, words: CellWords) => Cell;
  /** The member that nobody could read: it stays a doubt, and never becomes what is merely absent. */
  readonly doubt?: string;
}

/** What decides how a cell is written. */
export type CellWords = Pick<ExportWords, "language" | "yes" | "no">;

/** The cells of a row; a value that could not be read is said to be unreadable. */
export function cellsOf<Row extends object>(
  row: Row,
  columns: readonly RowColumn<Row>[],
  words: ExportWords,
): Cell[] {
  const unread = (row as { readonly unread?: readonly string[] }).unread;
  return columns.map(({ of, doubt }) => {
    if (doubt !== undefined && unread?.includes(doubt)) return words.unreadable;
    return of(row, words);
  });
}

/** Columns of degrees name their datum. */
export function columnsOf<Row>(
  columns: readonly RowColumn<Row>[],
  words: ExportWords,
  datum: ExportDatum,
): ExportColumn[] {
  return columns.map(({ field, format }) => {
    const heading = headingOf(field, words.language);
    if (format !== "degrees") return { heading, format };
    return { heading: `${heading}${MARKS[words.language].bracketed(DATUM_NAMES[datum])}`, format };
  });
}

export function flag(value: boolean | undefined, { yes, no }: CellWords): Cell {
  return value === undefined ? undefined : value ? yes : no;
}
