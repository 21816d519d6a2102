import type { Project } from "../../core/model/project.ts";
import type { Field } from "../columns.ts";
import { type TypedTable, writtenIn } from "./typed-patch.ts";
import type { WrittenRow } from "./typed-row.ts";

/** Rows of a table as texts by column. */
export interface WrittenTable {
  readonly ids: readonly string[];
  readonly columns: readonly WrittenColumn[];
}

/** Row `i` says `words[codes[i]]`: what many rows say is held once. */
export interface WrittenColumn {
  readonly field: Field;
  readonly words: readonly string[];
  readonly codes: Uint32Array;
  /** Rows of which the source said what nobody could read, ascending. */
  readonly unread: Uint32Array;
}

/** These rows, in this order; those that are not there are left out. Columns that no row fills are left out as well. */
export function writtenTable(project: Project, table: TypedTable, ids: readonly string[]): WrittenTable {
  const known: string[] = [];
  const rows: WrittenRow[] = [];
  for (const id of ids) {
    const row = writtenIn(project, { table, id });
    if (!row) continue;
    known.push(id);
    rows.push(row);
  }
  const fields = new Set(
    rows.flatMap(({ texts, unread }) => [...(Object.keys(texts) as Field[]), ...unread]),
  );
  return { ids: known, columns: [...fields].map((field) => columnOf(rows, field)) };
}

/** A row of the table as it was written. */
export function writtenRowOf({ columns }: WrittenTable, row: number): WrittenRow {
  const texts: Partial<Record<Field, string>> = {};
  const unread: Field[] = [];
  for (const { field, words, codes, unread: doubts } of columns) {
    const text = words[codes[row] ?? 0];
    if (text) texts[field] = text;
    if (doubts.includes(row)) unread.push(field);
  }
  return { texts, unread };
}

function columnOf(rows: readonly WrittenRow[], field: Field): WrittenColumn {
  const codes = new Uint32Array(rows.length);
  const known = new Map<string, number>([["", 0]]);
  const unread: number[] = [];
  rows.forEach((row, at) => {
    const text = row.texts[field] ?? "";
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    codes[at] = code;
    if (row.unread.includes(field)) unread.push(at);
  });
  return { field, words: [...known.keys()], codes, unread: Uint32Array.from(unread) };
}
