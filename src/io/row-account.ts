import { canonical } from "../core/base/digest.ts";
import { issue } from "../core/base/issue.ts";
import { byCodeUnit, sortedById } from "../core/base/order.ts";
import type { Field } from "./columns.ts";
import type { DatumFinding } from "./datum-finding.ts";
import type { FileReport, FileRole } from "./import-report.ts";
import { columnsBehind, type Member } from "./member-columns.ts";
import type { Unplaced } from "./place-candidates.ts";
import type { Placing } from "./to-model/placing.ts";
import type { ToldIssues } from "./told-issues.ts";

/** What became of the rows of one file. Every row that came in is used, repaired or rejected, and stays counted once. */
export interface RowAccount {
  readonly file: string;
  readonly role: FileRole;
  /** Columns as the file names them. */
  readonly headings: ReadonlyMap<Field, string>;
  readonly fates: Map<number, Fate>;
  readonly issues: ToldIssues;
  /** What tells its rows apart: their ids, or their names where it has none. */
  identity: "id" | "name";
  /** How its coordinates were read. */
  readonly placing: Placing;
  /** Rows that were taken, but not with the coordinates or the outline that they state. */
  placesLost: number;
  /** Those of them whose degrees look exchanged. */
  placesSwapped: number;
  /** Rows by the words of their kind that are none we know. */
  readonly unknownKinds: Map<string, number>;
  /** What is found once all files are read. */
  datum?: DatumFinding;
  unplaced?: Unplaced[];
}

/** used: as it stands. repaired: with a value changed or left unknown. rejected: not at all. */
export type Fate = "used" | "repaired" | "rejected";

/** Issues of the file as a whole first, then row by row; at most so many alike. */
export function reportOf(account: RowAccount, mostAlike?: number): FileReport {
  const { file, role, fates, issues, placesSwapped: swapped, datum, unplaced } = account;
  const count = { used: 0, repaired: 0, rejected: 0 };
  for (const fate of fates.values()) count[fate] += 1;
  const ordered = issues.listed(mostAlike).toSorted((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
  return {
    ...{ file, role, in: fates.size, ...count },
    ...(datum && { datum }),
    ...(swapped > 0 && { swapped }),
    ...(unplaced && unplaced.length > 0 && { unplaced }),
    issues: ordered,
  };
}

/** A row that was taken into a table, and where it came from. */
export interface Taken<Row> {
  readonly value: Row;
  readonly account: RowAccount;
  readonly row: number;
}

/** A table in the making: one row per id. */
export interface Gathered<Row extends { readonly id: string }> {
  take(taken: Taken<Row>): void;
  /**
   * Once all rows are taken: makes one row of those of one id, whatever their order, and tells what became of each.
   * Where they do not say the same, nobody knows which of them is right, so none of them decides anything.
   */
  settle(): void;
  /** Gives every row the id that is made of it; only before they are settled. */
  renamed(idOf: (taken: Taken<Row>) => string): void;
  /** Puts another value in the place of a row that was taken. */
  replace(id: string, value: Row): void;
  remove(id: string): void;
  /** Gives up all rows of one file; only before they are settled. */
  forget(account: RowAccount): void;
  get(id: string): Taken<Row> | undefined;
  /** Rows of one file. */
  takenFrom(account: RowAccount): readonly Row[];
  /** All rows, ordered by id. */
  rows(): readonly Row[];
  /** All rows with where they came from, in no order. */
  taken(): readonly Taken<Row>[];
}

/** `required`: members that a row cannot be without, and what stands for one that is unknown, if anything can. */
export function gathered<Row extends { readonly id: string }>(required: Indispensable<Row>): Gathered<Row> {
  const first = new Map<string, Taken<Row>>();
  /** Of ids that several rows have: those behind the first. */
  const others = new Map<string, Taken<Row>[]>();
  // Asked for many times between changes.
  let sorted: readonly Row[] | undefined;
  const changed = () => {
    sorted = undefined;
  };
  const take = (taken: Taken<Row>) => {
    changed();
    const { id } = taken.value;
    const more = others.get(id);
    if (more) more.push(taken);
    else if (first.has(id)) others.set(id, [taken]);
    else first.set(id, taken);
  };
  const all = () => {
    if (others.size === 0) return [...first.values()];
    return [...first].flatMap(([id, taken]) => [taken, ...(others.get(id) ?? [])]);
  };
  const again = (rows: readonly Taken<Row>[]) => {
    first.clear();
    others.clear();
    for (const taken of rows) take(taken);
  };
  return {
    take,
    renamed(idOf) {
      again(
        all().map((taken) => {
          const id = idOf(taken);
          return id === taken.value.id ? taken : { ...taken, value: { ...taken.value, id } };
        }),
      );
    },
    settle() {
      changed();
      if (others.size === 0) return;
      for (const [id, taken] of first) {
        const more = others.get(id);
        if (more === undefined) continue;
        const kept = oneOf([taken, ...more], required);
        if (kept) first.set(id, kept);
        else first.delete(id);
      }
      others.clear();
    },
    replace(id, value) {
      changed();
      const taken = first.get(id);
      if (taken) first.set(id, { ...taken, value });
    },
    remove(id) {
      changed();
      first.delete(id);
    },
    forget(account) {
      again(all().filter((taken) => taken.account !== account));
    },
    get: (id) => first.get(id),
    takenFrom: (account) => all().flatMap((taken) => (taken.account === account ? [taken.value] : [])),
    taken: all,
    rows() {
      sorted ??= sortedById([...first.values()].map(({ value }) => value));
      return sorted;
    },
  };
}

/** By member: what stands for an unknown value; `undefined` where a row without the member is none. */
export type Indispensable<Row> = Readonly<Partial<Record<keyof Row, unknown>>>;

/** The row that several of one id become, and the fate of each; `undefined` if they cannot become one. */
function oneOf<Row extends { readonly id: string }>(
  rows: readonly Taken<Row>[],
  required: Indispensable<Row>,
): Taken<Row> | undefined {
  const [first, ...others] = rows.toSorted((a, b) => byCodeUnit(canonical(a.value), canonical(b.value))) as [
    Taken<Row>,
    ...Taken<Row>[],
  ];
  const { value, disputed } = agreed(
    rows.map((each) => each.value),
    required,
  );
  for (const { account, row } of value ? others : rows) {
    const { id } = first.value;
    account.fates.set(row, "rejected");
    const at = { file: account.file, row, id };
    account.issues.add(
      account.identity === "name"
        ? issue("row.name-repeated", "error", { name: id }, at)
        : issue("project.duplicate-id", "error", { id }, at),
    );
  }
  if (value === undefined || disputed.length === 0) return value && first;
  const { account, row } = first;
  const facts = { columns: columnsSaying(disputed, rows) };
  account.fates.set(row, "repaired");
  account.issues.add(
    issue("row.id-disputed", "warning", facts, { file: account.file, row, id: first.value.id }),
  );
  return { ...first, value };
}

/** The columns that the rows do not say the same in, as their files name them, each once. */
function columnsSaying(disputed: readonly string[], rows: readonly Taken<object>[]): readonly string[] {
  const members = disputed.flatMap((member) =>
    member === "unread"
      ? rows.flatMap(({ value }) => (value as { readonly unread?: readonly Member[] }).unread ?? [])
      : [member as Member],
  );
  return [...new Set(rows.flatMap(({ account }) => columnsBehind(members, account.headings)))];
}

/**
 * What all rows say alike. If they differ in anything the status goes too: without it a facility surely counts for
 * nobody, and a zone cannot pass.
 */
function agreed<Row extends object>(rows: readonly Row[], required: Indispensable<Row>) {
  const members = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row & string)[];
  const disputed = members.filter((member) => new Set(rows.map((row) => canonical([row[member]]))).size > 1);
  const lost = disputed.some((member) => member in required && required[member] === undefined);
  if (lost) return { value: undefined, disputed };
  const value: Partial<Record<string, unknown>> = { ...rows[0] };
  for (const member of disputed) {
    if (required[member] === undefined) delete value[member];
    else value[member] = required[member];
  }
  if (disputed.length > 0) delete value.status;
  return { value: value as Row, disputed: disputed.toSorted() };
}
