import { canonical } from "../core/base/digest.ts";
import { type Issue, issue } from "../core/base/issue.ts";
import { sortedById } from "../core/base/order.ts";
import type { Field } from "./columns.ts";
import type { FileReport, FileRole } from "./import-report.ts";

/** What became of the rows of one file. Every row that came in is used, repaired or rejected, and stays counted once. */
export interface RowAccount {
  readonly file: string;
  readonly role: FileRole;
  /** Columns as the file names them. */
  readonly headings: ReadonlyMap<Field, string>;
  readonly fates: Map<number, Fate>;
  readonly issues: Issue[];
}

/** used: as it stands. repaired: with a value changed or left unknown. rejected: not at all. */
export type Fate = "used" | "repaired" | "rejected";

/** Issues of the file as a whole first, then row by row. */
export function reportOf({ file, role, fates, issues }: RowAccount): FileReport {
  const count = { used: 0, repaired: 0, rejected: 0 };
  for (const fate of fates.values()) count[fate] += 1;
  const ordered = issues.toSorted((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
  return { file, role, in: fates.size, ...count, issues: ordered };
}

/** A row that was taken into a table, and where it came from. */
export interface Taken<Row> {
  readonly value: Row;
  readonly account: RowAccount;
  readonly row: number;
}

/** A table in the making: one row per id. */
export interface Gathered<Row extends { readonly id: string }> {
  /**
   * Takes a row. Of several rows of one id the one whose content comes first is kept and the others are rejected,
   * so that the order of rows decides nothing.
   */
  take(taken: Taken<Row>): void;
  /** Puts another value in the place of a row that was taken. */
  replace(id: string, value: Row): void;
  get(id: string): Taken<Row> | undefined;
  /** Rows of one file. */
  takenFrom(account: RowAccount): readonly Row[];
  /** All rows, ordered by id. */
  rows(): readonly Row[];
}

export function gathered<Row extends { readonly id: string }>(): Gathered<Row> {
  const byId = new Map<string, Taken<Row>>();
  return {
    take(taken) {
      const { id } = taken.value;
      const other = byId.get(id);
      const stays = other !== undefined && canonical(other.value) <= canonical(taken.value);
      if (!stays) byId.set(id, taken);
      const loser = stays ? taken : other;
      if (loser === undefined) return;
      const { account, row } = loser;
      account.fates.set(row, "rejected");
      account.issues.push(issue("project.duplicate-id", "error", { id }, { file: account.file, row, id }));
    },
    replace(id, value) {
      const taken = byId.get(id);
      if (taken) byId.set(id, { ...taken, value });
    },
    get: (id) => byId.get(id),
    takenFrom: (account) =>
      [...byId.values()].filter((taken) => taken.account === account).map(({ value }) => value),
    rows: () => sortedById([...byId.values()].map(({ value }) => value)),
  };
}
