import type { Issue } from "../../core/base/issue.ts";
import type { FormField } from "../editing/form-fields.ts";

/** The rows of a grid in their order; a row is the same object as long as nothing of it changes. */
export interface GridRows {
  readonly count: number;
  readonly at: (row: number) => GridRow | undefined;
}

/** A row as texts by column, empty where nothing is known. */
export interface GridRow {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<FormField["column"], string>>>;
  /** Columns that nobody could read in the source. */
  readonly unread: readonly string[];
}

/** What a cell is to say. */
export interface CellText {
  readonly id: string;
  readonly column: FormField["column"];
  readonly text: string;
}

/** Why a cell stays as it is; without an issue the edit could not be made at all. */
export interface CellRefusal extends CellText {
  readonly why: Issue | undefined;
}

export function rowName(row: GridRow | undefined): string {
  return row?.texts.name || (row?.id ?? "");
}
