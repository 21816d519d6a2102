import type { AllocationProblem } from "../../core/allocation/allocation-problem.ts";
import { type Exact, exact } from "../../core/base/decimal.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import {
  amountIn,
  type Faults,
  type GivenFile,
  newFaults,
  type Table,
  type TableRow,
  tableRows,
} from "./table-rows.ts";

/** A problem with the ids of its rows, which ascend by code unit. */
export interface NamedProblem {
  readonly problem: AllocationProblem;
  readonly zones: readonly string[];
  readonly facilities: readonly string[];
}

/**
 * Reads `id,need`, `id,capacity` and `demand,supply[,metres]`: the same problem for any order of rows. Throws
 * `UnreadableTables`: one wrong row would change what others get.
 */
export function readAllocation(demand: GivenFile, supply: GivenFile, links: GivenFile): NamedProblem {
  const faults = newFaults();
  const zones = amountsById(demand, "need", faults);
  const facilities = amountsById(supply, "capacity", faults);
  const table = tableRows(links, faults, ["demand", "supply"], ["metres"]);
  const read = linksIn(table, zones, facilities, faults);
  faults.settle();
  const starts = new Uint32Array(zones.ids.length + 1);
  for (const { zone } of read) starts[zone + 1] = (starts[zone + 1] as number) + 1;
  for (let zone = 0; zone < zones.ids.length; zone++)
    starts[zone + 1] = (starts[zone + 1] as number) + (starts[zone] as number);
  return {
    problem: {
      needs: zones.ids.map(zones.amountOf),
      capacities: facilities.ids.map(facilities.amountOf),
      starts,
      facilities: Uint32Array.from(read, ({ facility }) => facility),
      ...(table?.has.has("metres") && { metres: Float64Array.from(read, ({ metres }) => metres) }),
    },
    zones: zones.ids,
    facilities: facilities.ids,
  };
}

interface Amounts {
  readonly path: string;
  /** Whether the rows could be told. */
  readonly isRead: boolean;
  /** Ascending. */
  readonly ids: readonly string[];
  readonly amountOf: (id: string) => Exact;
  readonly rowOf: ReadonlyMap<string, number>;
}

function amountsById<Column extends "need" | "capacity">(
  file: GivenFile,
  column: Column,
  faults: Faults,
): Amounts {
  const table = tableRows(file, faults, ["id", column] as readonly ("id" | Column)[]);
  const known = new Map<string, { readonly amount: number; readonly row: number }>();
  for (const row of table?.rows ?? []) {
    const { id } = row.cells;
    const before = known.get(id);
    if (id === "") faults.add(`${row.at("id")}: the id is empty. Give the row an id.`);
    else if (before !== undefined)
      faults.add(`${row.at("id")}: "${id}" stands in row ${before.row} too. Give each row its own id.`);
    const amount = amountIn(row, column, faults);
    if (id !== "" && before === undefined) known.set(id, { amount, row: row.row });
  }
  const ids = [...known.keys()].sort(byCodeUnit);
  return {
    path: file.path,
    isRead: table !== undefined,
    ids,
    amountOf: (id) => exact(known.get(id)?.amount as number),
    rowOf: new Map(ids.map((id, row) => [id, row])),
  };
}

interface Link {
  readonly zone: number;
  readonly facility: number;
  readonly metres: number;
  readonly row: TableRow<"demand" | "supply" | "metres">;
}

/** By zone, then facility. */
function linksIn(
  table: Table<"demand" | "supply" | "metres"> | undefined,
  zones: Amounts,
  facilities: Amounts,
  faults: Faults,
): readonly Link[] {
  const walked = table?.has.has("metres") === true;
  const links: Link[] = [];
  for (const row of table?.rows ?? []) {
    const zone = rowNamed(row, "demand", zones, faults);
    const facility = rowNamed(row, "supply", facilities, faults);
    const metres = walked ? amountIn(row, "metres", faults) : 0;
    if (zone !== undefined && facility !== undefined) links.push({ zone, facility, metres, row });
  }
  links.sort((a, b) => a.zone - b.zone || a.facility - b.facility);
  for (const [{ row }, before] of again(links))
    faults.add(
      `${row.at("supply")}: ${row.cells.demand} and ${row.cells.supply} are linked in row ${before.row.row} too. Leave one of the rows out.`,
    );
  return links;
}

/** Links that stand before, each with the one before, by row. */
function again(links: readonly Link[]): readonly (readonly [link: Link, before: Link])[] {
  return links
    .flatMap((link, at) => {
      const before = links[at - 1];
      const isSame = before?.zone === link.zone && before.facility === link.facility;
      return before !== undefined && isSame ? [[link, before] as const] : [];
    })
    .sort(([a], [b]) => a.row.row - b.row.row);
}

/** `undefined` where there is no such row; a fault, if the file could be read. */
function rowNamed<Column extends "demand" | "supply" | "metres">(
  row: TableRow<Column>,
  column: Column,
  { rowOf, path, isRead }: Amounts,
  faults: Faults,
): number | undefined {
  const id = row.cells[column];
  const found = rowOf.get(id);
  if (found === undefined && isRead)
    faults.add(`${row.at(column)}: there is no "${id}" in ${path}. Correct the id, or leave the row out.`);
  return found;
}
