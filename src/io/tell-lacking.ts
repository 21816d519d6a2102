import { issue } from "../core/base/issue.ts";
import type { Field } from "./columns.ts";
import type { Draft } from "./draft.ts";
import type { Taken } from "./gathered.ts";
import type { RowAccount } from "./row-account.ts";

/**
 * Tells of each file what nobody knows of its rows because it has no column for it, once all rows say what they will say:
 * what the open project knew of them already is not lacking.
 */
export function tellLacking({ facilities, zones }: Draft): void {
  tell(facilities.taken(), "file.no-statuses", ["status"], ({ status }) => status === undefined);
  tell(
    facilities.taken(),
    "file.no-owners",
    OWNERSHIP,
    ({ zone, shared, pooling }) => (zone ?? shared ?? pooling) === undefined,
  );
  tell(zones.taken(), "file.no-zone-statuses", ["status"], ({ status }) => status === undefined);
}

/** Columns that say whose rooms are. */
const OWNERSHIP: readonly Field[] = ["zone", "shared", "pooled_with"];

function tell<Row extends { readonly id: string }>(
  rows: readonly Taken<Row>[],
  code: "file.no-statuses" | "file.no-owners" | "file.no-zone-statuses",
  columns: readonly Field[],
  lacks: (row: Row) => boolean,
): void {
  const files = new Set<RowAccount>();
  for (const { value, account } of rows) if (!files.has(account) && lacks(value)) files.add(account);
  for (const { isParcels, headings, file, issues } of files) {
    if (isParcels || columns.some((column) => headings.has(column))) continue;
    issues.add(issue(code, "warning", {}, { file }));
  }
}
