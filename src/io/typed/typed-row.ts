import type { Issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Field } from "../columns.ts";
import type { CellWords, RowColumn } from "../export/tables/row-column.ts";
import { type RowReader, rowReader } from "../to-model/row-reader.ts";

/** Texts of columns, empty where nothing is known. What is not named stays as it is. */
export type Typed<Column extends string = Field> = Readonly<Partial<Record<Column, string>>>;

/** A row as texts to be typed over, and the columns of which its source said what nobody could read. */
export interface WrittenRow<Column extends string = Field> {
  readonly texts: Typed<Column>;
  readonly unread: readonly Field[];
}

/** The texts of a row, each read back as what it stands for: codes and English words, whatever the page speaks. */
export function writtenRow<Row extends object>(row: Row, columns: readonly RowColumn<Row>[]): WrittenRow {
  const texts: Partial<Record<Field, string>> = {};
  for (const { field, of } of columns) {
    const cell = of(row, WORDS);
    if (cell !== undefined) texts[field] = String(cell);
  }
  const { unread: cells } = row as { readonly unread?: readonly string[] };
  const doubts = columns.filter(({ doubt }) => doubt !== undefined && cells?.includes(doubt));
  return { texts, unread: doubts.map(({ field }) => field) };
}

const WORDS: CellWords = { language: "en", yes: "yes", no: "no" };

/**
 * What is typed, read as an import reads the row of a file. Where that would leave a typed value unknown, it is refused
 * with the same issue, `at.column` being the column. `read` reads a row; `asked` are the columns that were typed into,
 * with those that say something only together with them.
 */
export function readTyped<Row>(
  texts: Typed,
  asked: ReadonlySet<Field>,
  read: (reader: RowReader) => Row | undefined,
): Outcome<Row> {
  const filled = Object.entries(texts).flatMap(([field, text]) => {
    const trimmed = text.trim();
    return trimmed === "" ? [] : [[field as Field, trimmed] as const];
  });
  const reader = rowReader({ row: 1, values: new Map(filled) }, "", new Map());
  const row = read(reader);
  const wrong = reader.issues.filter(
    ({ severity, at }) =>
      severity === "error" || (severity === "warning" && asked.has((at.column ?? "") as Field)),
  );
  return row === undefined || wrong.length > 0 ? refused(...wrong.map(inForm)) : done(row);
}

/** A form has neither a name nor lines. */
function inForm({ at: { column, id }, ...issue }: Issue): Issue {
  return { ...issue, at: { ...(column !== undefined && { column }), ...(id !== undefined && { id }) } };
}

/** The columns that were typed into, with all of the groups that they are of. */
export function withGroups(typed: Typed, groups: readonly (readonly Field[])[]): ReadonlySet<Field> {
  const fields = Object.keys(typed) as Field[];
  const whole = groups.filter((group) => group.some((field) => fields.includes(field)));
  return new Set([...fields, ...whole.flat()]);
}
