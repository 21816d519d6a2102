import { byCodeUnit } from "../../core/base/order.ts";
import { type Faults, type GivenFile, type Table, type TableRow, tableRows } from "./table-rows.ts";

/** What a table says of each of its ids. */
export interface RowsById<Value> {
  readonly path: string;
  /** Whether the rows could be told. */
  readonly isRead: boolean;
  /** Ascending by code unit. */
  readonly ids: readonly string[];
  /** By id. */
  readonly values: readonly Value[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Reads a table with a column `id`, the same for any order of rows; an id that is empty or stands twice is a fault. */
export function rowsById<Required extends string, Value, Optional extends string = never>(
  file: GivenFile,
  faults: Faults,
  required: readonly Required[],
  optional: readonly Optional[],
  readRow: (row: TableRow<"id" | Required | Optional>) => Value,
): RowsById<Value> {
  const table = tableRows<"id" | Required, Optional>(file, faults, ["id", ...required], optional);
  const known = new Map<string, { readonly value: Value; readonly row: number }>();
  for (const row of table?.rows ?? []) {
    const { id } = row.cells;
    const before = known.get(id);
    if (id === "") faults.add(`${row.at("id")}: the id is empty. Give the row an id.`);
    else if (before !== undefined)
      faults.add(`${row.at("id")}: "${id}" stands in row ${before.row} too. Give each row its own id.`);
    const value = readRow(row);
    if (id !== "" && before === undefined) known.set(id, { value, row: row.row });
  }
  const rows = [...known].sort(([a], [b]) => byCodeUnit(a, b));
  const ids = rows.map(([id]) => id);
  return {
    path: file.path,
    isRead: table !== undefined,
    ids,
    values: rows.map(([, { value }]) => value),
    placeOf: new Map(ids.map((id, place) => [id, place])),
  };
}

/** A column with ids of another table. */
export interface IdColumn<Column extends string> {
  readonly column: Column;
  readonly of: RowsById<unknown>;
}

/** Links between rows of two tables, by the first and then by the second, none twice. */
export interface Links {
  /** By row of the first table, and one more: where its links start. */
  readonly starts: Uint32Array;
  /** By link: the row of the second table. */
  readonly ends: Uint32Array;
  readonly values: Float64Array;
}

/** Reads a table of links; an id that the other table does not have is a fault, and so is a link twice. */
export function linksIn<Column extends string>(
  table: Table<Column> | undefined,
  from: IdColumn<NoInfer<Column>>,
  to: IdColumn<NoInfer<Column>>,
  faults: Faults,
  readRow: (row: TableRow<NoInfer<Column>>) => number,
): Links {
  const firsts: number[] = [];
  const seconds: number[] = [];
  const values: number[] = [];
  const rows: number[] = [];
  for (const row of table?.rows ?? []) {
    const first = placeIn(row, from, faults);
    const second = placeIn(row, to, faults);
    const value = readRow(row);
    if (first === undefined || second === undefined) continue;
    firsts.push(first);
    seconds.push(second);
    values.push(value);
    rows.push(row.row);
  }
  const order = Uint32Array.from(firsts.keys()).sort(
    (a, b) =>
      (firsts[a] as number) - (firsts[b] as number) ||
      (seconds[a] as number) - (seconds[b] as number) ||
      a - b,
  );
  for (const [link, before] of again(order, firsts, seconds)) {
    const [first, second] = [from.of.ids[firsts[link] as number], to.of.ids[seconds[link] as number]];
    faults.add(
      `${table?.at(rows[link] as number, to.column)}: ${first} and ${second} are linked in row ${rows[before]} too. Leave one of the rows out.`,
    );
  }
  const starts = new Uint32Array(from.of.ids.length + 1);
  for (const first of firsts) starts[first + 1] = (starts[first + 1] as number) + 1;
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  return {
    starts,
    ends: order.map((link) => seconds[link] as number),
    values: Float64Array.from(order, (link) => values[link] as number),
  };
}

/** Links that stand before, each with the one before, by row. */
function again(
  order: Uint32Array,
  firsts: readonly number[],
  seconds: readonly number[],
): readonly (readonly [link: number, before: number])[] {
  const found: [number, number][] = [];
  for (let at = 1; at < order.length; at++) {
    const [link, before] = [order[at] as number, order[at - 1] as number];
    if (firsts[link] === firsts[before] && seconds[link] === seconds[before]) found.push([link, before]);
  }
  return found.sort(([a], [b]) => a - b);
}

/** `undefined` where there is no such row; a fault, if the table could be read. */
function placeIn<Column extends string>(
  row: TableRow<Column>,
  { column, of }: IdColumn<Column>,
  faults: Faults,
): number | undefined {
  const id = row.cells[column];
  const found = of.placeOf.get(id);
  if (found === undefined && of.isRead)
    faults.add(`${row.at(column)}: there is no "${id}" in ${of.path}. Correct the id, or leave the row out.`);
  return found;
}
