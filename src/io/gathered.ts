import { canonical } from "../core/base/digest.ts";
import { issue } from "../core/base/issue.ts";
import { byCodeUnit, indexOfId } from "../core/base/order.ts";
import { columnsBehind, type Member } from "./member-columns.ts";
import type { RowAccount } from "./row-account.ts";

/** A row that was taken into a table, and where it came from. */
export interface Taken<Row> {
  readonly value: Row;
  readonly account: RowAccount;
  readonly row: number;
}

/** A table in the making: all rows that were taken, and once it is settled one per id. */
export interface Gathered<Row extends { readonly id: string }> {
  take(taken: Taken<Row>): void;
  /** Gives every row the id that is made of it; only before they are settled. */
  renamed(idOf: (taken: Taken<Row>) => string): void;
  /**
   * Once all rows are taken: makes one row of those of one id, whatever their order, and tells what became of each.
   * Where they do not say the same, nobody knows which of them is right, so none of them decides anything.
   */
  settle(): void;
  /** Gives up all rows but those that are to stay. */
  keep(isKept: (taken: Taken<Row>) => boolean): void;
  /** All rows with where they came from, in no order before they are settled, and then ordered by id. */
  taken(): readonly Taken<Row>[];
  /** Once settled: the row of this id. */
  get(id: string): Taken<Row> | undefined;
  /** Once settled: puts another value in the place of the row of this id. */
  replace(id: string, value: Row): void;
  /** Once settled: all rows, ordered by id. */
  rows(): readonly Row[];
}

/** `required`: members that a row cannot be without, and what stands for one that is unknown, if anything can. */
export function gathered<Row extends { readonly id: string }>(required: Indispensable<Row>): Gathered<Row> {
  let all: Taken<Row>[] = [];
  // Asked for many times between changes.
  let values: Row[] | undefined;
  const rows = () => {
    values ??= all.map(({ value }) => value);
    return values;
  };
  const changeTo = (next: Taken<Row>[]) => {
    all = next;
    values = undefined;
  };
  return {
    take(taken) {
      all.push(taken);
    },
    renamed(idOf) {
      changeTo(
        all.map((taken) => {
          const id = idOf(taken);
          return id === taken.value.id ? taken : { ...taken, value: { ...taken.value, id } };
        }),
      );
    },
    settle() {
      all.sort((a, b) => byCodeUnit(a.value.id, b.value.id));
      changeTo(onePerId(all, required));
    },
    keep(isKept) {
      changeTo(all.filter(isKept));
    },
    taken: () => all,
    get: (id) => all[indexOfId(rows(), id)],
    replace(id, value) {
      const at = indexOfId(rows(), id);
      const taken = all[at];
      if (taken === undefined) return;
      all[at] = { ...taken, value };
      rows()[at] = value;
    },
    rows,
  };
}

/** Of rows ordered by id, each id once. */
function onePerId<Row extends { readonly id: string }>(
  rows: Taken<Row>[],
  required: Indispensable<Row>,
): Taken<Row>[] {
  const isRepeated = (at: number) => rows[at]?.value.id === rows[at + 1]?.value.id;
  if (!rows.some((_, at) => at + 1 < rows.length && isRepeated(at))) return rows;
  const kept: Taken<Row>[] = [];
  for (let from = 0, to = 1; from < rows.length; from = to, to += 1) {
    while (to < rows.length && isRepeated(to - 1)) to += 1;
    const one = to - from === 1 ? rows[from] : oneOf(rows.slice(from, to), required);
    if (one) kept.push(one);
  }
  return kept;
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
