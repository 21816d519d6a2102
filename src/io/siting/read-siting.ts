import { byCodeUnit } from "../../core/base/order.ts";
import type { CapacitatedTable } from "../../core/siting/capacitated/capacitated-model.ts";
import { CLOSED, FREE, OPEN } from "../../core/siting/location-problem.ts";
import type { SitingGraph } from "../../core/siting/node-walks.ts";
import type { SitingTable } from "../../core/siting/siting-table.ts";
import { wholeAmounts } from "../../core/siting/whole-amounts.ts";
import { type Links, linksIn, rowsById } from "../text/rows-by-id.ts";
import {
  amountIn,
  type Faults,
  type GivenFile,
  newFaults,
  type TableRow,
  tableRows,
} from "../text/table-rows.ts";

/** Customers and sites with their ids, which ascend by code unit. */
export interface NamedSiting<Table = SitingTable> {
  readonly table: Table;
  readonly customers: readonly string[];
  readonly sites: readonly string[];
}

export interface NamedGraph {
  readonly graph: SitingGraph;
  readonly nodes: readonly string[];
}

/** What of the tables a question adds up, which it has to do exactly. */
export interface AddedUp {
  readonly weights?: boolean;
  /** What sites cost when open, up to so much. */
  readonly fixed?: number | undefined;
}

/**
 * Reads `id,weight[,need]`, `id[,fixed,cost,capacity,state]` and `customer,site,metres`: the same for any order of rows.
 * Throws `UnreadableTables`: one wrong row would change where to open.
 */
export function readSiting(
  customers: GivenFile,
  sites: GivenFile,
  distances: GivenFile,
  added: AddedUp = {},
): NamedSiting {
  const faults = newFaults();
  const { named } = tablesIn(customers, sites, distances, faults, added.fixed === undefined ? [] : ["fixed"]);
  faults.settle();
  if (added.weights === true) checkWeights(customers, named, faults);
  const { fixed } = named.table;
  if (added.fixed !== undefined && fixed && wholeAmounts(fixed, Float64Array.of(added.fixed)) === undefined)
    faults.add(
      `${sites.path}, column fixed: what sites cost has too many digits to be added up exactly. Round it.`,
    );
  faults.settle();
  return named;
}

/** The same, with a capacity of each site, and with needs, which are weights where they are not given; both add up exactly. */
export function readCapacitated(
  customers: GivenFile,
  sites: GivenFile,
  distances: GivenFile,
): NamedSiting<CapacitatedTable> {
  const faults = newFaults();
  const { named, needs, rates, capacities } = tablesIn(customers, sites, distances, faults, ["capacity"]);
  faults.settle();
  if (wholeAmounts(needs, capacities) === undefined)
    faults.add(
      `${customers.path} and ${sites.path}: what is needed and what sites hold have too many digits to be added up exactly. Round them.`,
    );
  checkWeights(customers, named, faults);
  faults.settle();
  return { ...named, table: { ...named.table, needs, rates, capacities } };
}

function checkWeights({ path }: GivenFile, { table }: NamedSiting, faults: Faults): void {
  if (wholeAmounts(table.weights, new Float64Array(0)) === undefined)
    faults.add(`${path}, column weight: weights have too many digits to be added up exactly. Round them.`);
}

/** Columns that are not asked for are checked and passed over. */
function tablesIn(
  customersIn: GivenFile,
  sitesIn: GivenFile,
  distances: GivenFile,
  faults: Faults,
  required: readonly ("fixed" | "capacity")[],
) {
  const isCapacitated = required.includes("capacity");
  const customers = rowsById(customersIn, faults, ["weight"], ["need"], (row) => {
    const need = row.cells.need ? amountIn(row, "need", faults) : undefined;
    const weight = amountIn(row, "weight", faults);
    if (isCapacitated && need === 0 && weight > 0)
      faults.add(
        `${row.at("need")}: there is a weight of ${weight} and no need. Give a need above 0, or a weight of 0.`,
      );
    return { weight, need: need ?? weight };
  });
  const optional = SITE_COLUMNS.filter((column) => !(required as readonly string[]).includes(column));
  const sites = rowsById(sitesIn, faults, required, optional, (row) => ({
    fixed: row.cells.fixed === undefined ? undefined : amountIn(row, "fixed", faults),
    rate: row.cells.cost ? amountIn(row, "cost", faults) : 0,
    capacity: isCapacitated || row.cells.capacity ? amountIn(row, "capacity", faults) : Number.NaN,
    state: stateIn(row, faults),
  }));
  if (customers.isRead && customers.ids.length === 0)
    faults.add(`${customersIn.path} has no customer. Give a row for each, with its id and its weight.`);
  if (sites.isRead && sites.ids.length === 0)
    faults.add(`${sitesIn.path} has no site. Give a row for each place where something may be opened.`);
  const links = linksIn(
    tableRows(distances, faults, ["customer", "site", "metres"]),
    { column: "customer", of: customers },
    { column: "site", of: sites },
    faults,
    (row) => amountIn(row, "metres", faults),
  );
  const fixed = sites.values.map((site) => site.fixed);
  const named: NamedSiting = {
    table: {
      weights: Float64Array.from(customers.values, ({ weight }) => weight),
      states: Uint8Array.from(sites.values, ({ state }) => state),
      ...(fixed.every((cost) => cost !== undefined) && { fixed: Float64Array.from(fixed) }),
      ...nearestFirst(links),
    },
    customers: customers.ids,
    sites: sites.ids,
  };
  return {
    named,
    needs: Float64Array.from(customers.values, ({ need }) => need),
    rates: Float64Array.from(sites.values, ({ rate }) => rate),
    capacities: Float64Array.from(sites.values, ({ capacity }) => capacity),
  };
}

/** Reads `a,b,length`: undirected. Throws `UnreadableTables`. */
export function readGraph(file: GivenFile): NamedGraph {
  const faults = newFaults();
  const edges: { readonly a: string; readonly b: string; readonly metres: number }[] = [];
  const table = tableRows(file, faults, ["a", "b", "length"]);
  for (const row of table?.rows ?? []) {
    const { a, b } = row.cells;
    for (const column of ["a", "b"] as const)
      if (row.cells[column] === "") faults.add(`${row.at(column)}: the id is empty. Give the node an id.`);
    edges.push({ a, b, metres: amountIn(row, "length", faults) });
  }
  if (table !== undefined && edges.length === 0)
    faults.add(`${file.path} has no edge. Give a row for each, with its two nodes and its length.`);
  faults.settle();
  const nodes = [...new Set(edges.flatMap(({ a, b }) => [a, b]))].sort(byCodeUnit);
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  return {
    graph: {
      nodes: nodes.length,
      from: Uint32Array.from(edges, ({ a }) => placeOf.get(a) as number),
      to: Uint32Array.from(edges, ({ b }) => placeOf.get(b) as number),
      metres: Float64Array.from(edges, ({ metres }) => metres),
    },
    nodes,
  };
}

const SITE_COLUMNS = ["fixed", "cost", "capacity", "state"] as const;

function stateIn(row: TableRow<"state">, faults: Faults): number {
  const said = row.cells.state || "free";
  const state = STATES.get(said.toLowerCase());
  if (state === undefined)
    faults.add(`${row.at("state")}: "${said}" is no state. Give free, open or closed.`);
  return state ?? FREE;
}

const STATES: ReadonlyMap<string, number> = new Map(
  Object.entries({ free: FREE, open: OPEN, closed: CLOSED } as Record<string, number>),
);

/** Links of each customer by metres, and then by site. */
function nearestFirst({ starts, ends, values }: Links): Pick<SitingTable, "starts" | "sites" | "metres"> {
  const order = Uint32Array.from(ends.keys());
  for (let customer = 0; customer + 1 < starts.length; customer++)
    order
      .subarray(starts[customer], starts[customer + 1])
      .sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  return {
    starts,
    sites: order.map((link) => ends[link] as number),
    metres: Float64Array.from(order, (link) => values[link] as number),
  };
}
