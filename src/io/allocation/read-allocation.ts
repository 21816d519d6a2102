import type { AllocationProblem } from "../../core/allocation/allocation-problem.ts";
import { exact } from "../../core/base/decimal.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import { amountIn, type TableRow, tableRows, UnreadableTable } from "./table-rows.ts";

/** A problem with the ids of its rows, which ascend by code unit. */
export interface NamedProblem {
  readonly problem: AllocationProblem;
  readonly zones: readonly string[];
  readonly facilities: readonly string[];
}

/** A file as it was given. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads `id,need`, `id,capacity` and `demand,supply[,metres]`: the same problem for any order of rows. Throws
 * `UnreadableTable`: one wrong row would change what others get.
 */
export function readAllocation(demand: GivenFile, supply: GivenFile, links: GivenFile): NamedProblem {
  const zones = amountsById(demand, "need");
  const facilities = amountsById(supply, "capacity");
  const { has, rows } = tableRows(links.bytes, links.path, ["demand", "supply"], ["metres"]);
  const read = rows.map((row) => ({
    zone: rowNamed(row, "demand", zones.rowOf, demand.path),
    facility: rowNamed(row, "supply", facilities.rowOf, supply.path),
    metres: has.has("metres") ? amountIn(row, "metres") : 0,
    row,
  }));
  read.sort((a, b) => a.zone - b.zone || a.facility - b.facility);
  const starts = new Uint32Array(zones.ids.length + 1);
  for (const [at, { zone, facility, row }] of read.entries()) {
    const before = read[at - 1];
    if (before?.zone === zone && before.facility === facility)
      throw new UnreadableTable(
        `${row.at("supply")}: ${row.cells.demand} and ${row.cells.supply} are linked in row ${before.row.row} too. Leave one of the rows out.`,
      );
    starts[zone + 1] = (starts[zone + 1] as number) + 1;
  }
  for (let zone = 0; zone < zones.ids.length; zone++)
    starts[zone + 1] = (starts[zone + 1] as number) + (starts[zone] as number);
  return {
    problem: {
      needs: zones.amounts,
      capacities: facilities.amounts,
      starts,
      facilities: Uint32Array.from(read, ({ facility }) => facility),
      ...(has.has("metres") && { metres: Float64Array.from(read, ({ metres }) => metres) }),
    },
    zones: zones.ids,
    facilities: facilities.ids,
  };
}

function amountsById<Column extends "need" | "capacity">({ path, bytes }: GivenFile, column: Column) {
  const known = new Map<string, { readonly amount: number; readonly row: number }>();
  for (const row of tableRows(bytes, path, ["id", column] as readonly ("id" | Column)[]).rows) {
    const { id } = row.cells;
    if (id === "") throw new UnreadableTable(`${row.at("id")}: the id is empty. Give the row an id.`);
    const before = known.get(id);
    if (before !== undefined)
      throw new UnreadableTable(
        `${row.at("id")}: "${id}" stands in row ${before.row} too. Give each row its own id.`,
      );
    known.set(id, { amount: amountIn(row, column), row: row.row });
  }
  const ids = [...known.keys()].sort(byCodeUnit);
  return {
    ids,
    amounts: ids.map((id) => exact(known.get(id)?.amount as number)),
    rowOf: new Map(ids.map((id, row) => [id, row])),
  };
}

function rowNamed<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  rowOf: ReadonlyMap<string, number>,
  file: string,
): number {
  const id = row.cells[column];
  const found = rowOf.get(id);
  if (found !== undefined) return found;
  throw new UnreadableTable(
    `${row.at(column)}: there is no "${id}" in ${file}. Correct the id, or leave the row out.`,
  );
}
