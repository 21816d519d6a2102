import type { CheckStatus } from "../../../core/model/check-status.ts";
import { modelWords } from "./model-words.ts";
import type { RowColumn } from "./row-column.ts";

interface Originated {
  readonly source?: string;
  readonly date?: string;
  readonly checked?: CheckStatus;
}

/** Where a row is from, as of when, and whether it was checked. */
export const ORIGIN_COLUMNS: readonly RowColumn<Originated>[] = [
  { field: "source", format: "text", of: ({ source }) => source },
  { field: "date", format: "text", of: ({ date }) => date },
  {
    field: "checked",
    format: "text",
    of: ({ checked }, { language }) => checked && modelWords.checkStatus(checked, language),
  },
];
