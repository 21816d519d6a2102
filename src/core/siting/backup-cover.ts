import type { OpenProgramme } from "./choice-programme.ts";
import { CLOSED, FREE, NOWHERE, OPEN, servedAt } from "./location-problem.ts";
import type { SitingAnswer } from "./siting-answer.ts";
import { wholeCoverProblem } from "./siting-models.ts";
import type { SitingTable } from "./siting-table.ts";

export interface BackupAsked {
  /** With the walks that count. */
  readonly table: SitingTable;
  /** With those too that are longer; `undefined` where they are not at hand. */
  readonly wider: () => SitingTable | undefined;
  readonly gap: number;
  /** Nodes of the search tree. */
  readonly nodes: number;
}

/**
 * Everybody in reach of two sites that are open, so that each has another one where one fails; at the least cost of what is
 * open, or with the fewest where sites are only counted. A programme of one row for each set of sites that somebody reaches;
 * what it chooses is counted here.
 */
export function backupCover({ table, wider, gap, nodes }: BackupAsked, open: OpenProgramme): SitingAnswer {
  const { states, fixed } = table;
  const customers = withoutSecond(table);
  if (customers.length > 0) {
    const all = wider();
    return {
      status: "infeasible",
      why: { is: "no-second-site", customers, ...(all && { within: secondOf(all, customers) }) },
    };
  }
  const costOf = (site: number) => fixed?.[site] ?? 1;
  const free = [...states.keys()].filter((site) => states[site] === FREE);
  const placeOf = new Map(free.map((site, place) => [site, place]));
  const opened = [...states.keys()].filter((site) => states[site] === OPEN);
  const spent = opened.reduce((sum, site) => sum + costOf(site), 0);
  const programme = open(
    { costs: free.map(costOf), exclusive: [], purses: [], shorts: 0, limits: [] },
    nodes,
  );
  try {
    for (const { sites, needs } of rowsOf(table)) {
      const actions = sites.map((site) => placeOf.get(site) as number);
      programme.add({ actions, gives: actions.map(() => 1), atLeast: needs });
    }
    const { done, bound, settled } = programme.choose(gap);
    if (done === undefined) return { status: "unknown" };
    const sites = Uint32Array.from(
      [...opened, ...free.filter((_, place) => done[place] === 1)].sort((a, b) => a - b),
    );
    if (rowsOf(table, sites).length > 0) return { status: "unknown" };
    const objective = sites.reduce((sum, site) => sum + costOf(site), 0);
    const least = leastOf(
      bound + spent,
      fixed === undefined || free.every((site) => Number.isInteger(costOf(site))),
    );
    const isBest = settled && objective - least <= ROUNDING * Math.max(1, objective);
    const lowest = isBest ? objective : Math.min(least, objective);
    return {
      status: isBest ? "optimal" : "feasible",
      ...{ objective, bound: lowest, sites },
      gap: Math.abs(objective - lowest) / Math.max(Math.abs(objective), 1e-9),
      ...served(table, sites),
    };
  } finally {
    programme.close();
  }
}

/** Where each customer walks to: the nearest. */
function served(table: SitingTable, sites: Uint32Array) {
  const at = servedAt(wholeCoverProblem(table), sites, table.states.length);
  const customers = [...at.keys()].filter((customer) => at[customer] !== NOWHERE);
  return {
    links: Uint32Array.from(customers, (customer) => at[customer] as number),
    amounts: Float64Array.from(customers, (customer) => table.weights[customer] as number),
  };
}

/** Sets of free sites of which so many have to be open, each set once; with these open, those that still want some. */
function rowsOf(
  { starts, sites, states }: SitingTable,
  open?: Uint32Array,
): readonly { readonly sites: readonly number[]; readonly needs: number }[] {
  const isOpen = new Set(open);
  const rows = new Map<string, { readonly sites: readonly number[]; readonly needs: number }>();
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const reached = [...sites.subarray(starts[customer], starts[customer + 1])].sort((a, b) => a - b);
    const there = reached.filter((site) => states[site] === OPEN || isOpen.has(site)).length;
    const others = reached.filter((site) => states[site] === FREE);
    if (there < 2) rows.set(`${2 - there} of ${others.join()}`, { sites: others, needs: 2 - there });
  }
  return [...rows.values()];
}

/** Customers that reach fewer than two sites that may be open. */
function withoutSecond({ starts, sites, states }: SitingTable): number[] {
  return [...Array(starts.length - 1).keys()].filter(
    (customer) =>
      sites.subarray(starts[customer], starts[customer + 1]).filter((site) => states[site] !== CLOSED)
        .length < 2,
  );
}

/** Within which each of these reaches a second one; `Infinity` where somebody never does. */
function secondOf({ starts, sites, states, metres }: SitingTable, customers: readonly number[]): number {
  let most = 0;
  for (const customer of customers) {
    const links = [...Array((starts[customer + 1] as number) - (starts[customer] as number)).keys()]
      .map((at) => (starts[customer] as number) + at)
      .filter((link) => states[sites[link] as number] !== CLOSED);
    most = Math.max(
      most,
      links.length < 2 ? Number.POSITIVE_INFINITY : (metres[links[1] as number] as number),
    );
  }
  return most;
}

/** Whole costs add up to whole ones. */
function leastOf(bound: number, isWhole: boolean): number {
  return isWhole ? Math.ceil(bound - ROUNDING * Math.max(1, Math.abs(bound))) : bound;
}

/** A solver's numbers are rounded. */
const ROUNDING = 1e-6;
