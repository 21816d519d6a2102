import { invariant } from "../base/invariant.ts";
import { alike } from "./alike.ts";
import type { Budget, LocationProblem } from "./location-problem.ts";
import type { SitingTable } from "./siting-table.ts";
import { wholeAmounts } from "./whole-amounts.ts";

/**
 * As much weight as can be in reach of one of at most `count` sites, which cost at most `budget` together, if that is given; costs
 * the weight that is left out. What sites cost adds up in whole numbers then (`wholeAmounts`). Its customers are lots of those
 * that are alike.
 */
export function coverProblem(table: SitingTable, count: number, budget?: number): LocationProblem {
  const { weights, ...reached } = onlyReached(table);
  return {
    ...reached,
    ...(budget !== undefined && { budget: wholeBudget(table.fixed, budget) }),
    ...{ fixed: new Float64Array(table.states.length), unserved: weights },
    ...{ least: 0, most: count },
  };
}

/** Everybody in reach of a site that is open, in lots of those that are alike; costs what those sites cost, or their number. */
export function wholeCoverProblem(table: SitingTable): LocationProblem {
  const { weights, ...reached } = onlyReached(table);
  return {
    ...reached,
    ...{ fixed: table.fixed ?? new Float64Array(table.states.length).fill(1), unserved: everybody(weights) },
    ...{ least: 0, most: table.states.length },
  };
}

/** Exactly `count` sites, and everybody served at the nearest; costs weight × metres. */
export function medianProblem({ weights, metres, ...table }: SitingTable, count: number): LocationProblem {
  const costs = new Float64Array(metres.length);
  for (let customer = 0; customer < weights.length; customer++) {
    const end = table.starts[customer + 1] as number;
    for (let link = table.starts[customer] as number; link < end; link++) {
      costs[link] = (weights[customer] as number) * (metres[link] as number);
    }
  }
  return {
    ...{ states: table.states, starts: table.starts, sites: table.sites, costs },
    ...{ fixed: new Float64Array(table.states.length), unserved: everybody(weights) },
    ...{ least: count, most: count },
  };
}

function wholeBudget(fixed: Float64Array | undefined, budget: number): Budget {
  const amounts = fixed && wholeAmounts(fixed, Float64Array.of(budget));
  invariant(amounts !== undefined, "what sites cost adds up in whole numbers");
  return { prices: amounts.needs, amount: amounts.capacities[0] as number };
}

function onlyReached(table: SitingTable) {
  const { weights, starts, sites } = alike(table);
  return { weights, states: table.states, starts, sites, costs: new Float64Array(sites.length) };
}

function everybody(weights: Float64Array): Float64Array {
  return new Float64Array(weights.length).fill(Number.POSITIVE_INFINITY);
}
