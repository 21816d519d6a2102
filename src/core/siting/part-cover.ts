import { exact, minus, times } from "../base/decimal.ts";
import { invariant } from "../base/invariant.ts";
import type { CapacitatedProblem } from "./capacitated/capacitated-problem.ts";
import { locateCapacitated } from "./capacitated/locate-capacitated.ts";
import { interchangeOf } from "./interchange.ts";
import type { Search } from "./locate.ts";
import { OPEN } from "./location-problem.ts";
import { wholeCoverProblem } from "./siting-models.ts";
import type { SitingTable } from "./siting-table.ts";
import { wholeAmounts } from "./whole-amounts.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * At least `share` of all weight in reach of a site that is open; costs what those sites cost, or their number. It is the
 * problem with capacities in which sites hold anybody, and one that costs nothing holds the weight that may be left out. Ends
 * as `locate` does. Weights add up in whole numbers (`wholeAmounts`).
 */
export function* partCover(
  table: SitingTable,
  share: number,
  slack: (cost: number) => number,
  work: WorkLeft,
): Search {
  const problem = partCoverProblem(table, share);
  const search = locateCapacitated(problem, slack, work, openingToBegin(table, problem, work));
  const known = ({
    best,
    bound,
  }: {
    best: { sites: Uint32Array; cost: number } | undefined;
    bound: number;
  }) => ({
    best: {
      sites: (best?.sites ?? new Uint32Array(0)).filter((site) => site < table.states.length),
      cost: best?.cost ?? Number.POSITIVE_INFINITY,
    },
    bound,
  });
  let told = search.next();
  for (; told.done !== true; told = search.next()) yield known(told.value);
  return known(told.value);
}

function partCoverProblem(table: SitingTable, share: number): CapacitatedProblem {
  const { states, weights, starts } = table;
  const { fixed } = wholeCoverProblem(table);
  const amounts = wholeAmounts(weights, new Float64Array(0));
  invariant(amounts !== undefined, "weights add up in whole numbers");
  const all = amounts.needs.reduce((sum, weight) => sum + weight, 0);
  const { numerator, denominator } = times(exact(all), minus(exact(1), exact(share)));
  const sites: number[] = [];
  const sizes: number[] = [];
  for (const [customer, weight] of amounts.needs.entries()) {
    for (const site of table.sites.slice(starts[customer], starts[customer + 1]).sort()) {
      sites.push(site);
      sizes.push(0);
    }
    sites.push(states.length);
    sizes.push(weight);
  }
  return {
    fixed: Float64Array.from([...fixed, 0]),
    states: Uint8Array.from([...states, OPEN]),
    capacities: Float64Array.from([...states.map(() => 0), Number(numerator / denominator)]),
    starts: starts.map((start, customer) => start + customer),
    sites: Uint32Array.from(sites),
    costs: new Float64Array(sites.length),
    sizes: Float64Array.from(sizes),
    ...{ least: 1, most: states.length + 1, isSplit: true },
  };
}

/** What is best where weight that is left out costs just so much that no more is than may be, as marks. */
function openingToBegin(table: SitingTable, problem: CapacitatedProblem, work: WorkLeft): Uint8Array {
  const { fixed } = wholeCoverProblem(table);
  const { states, starts, sites: reached } = table;
  const room = problem.capacities.at(-1) as number;
  const weights = Float64Array.from(
    table.weights.keys(),
    (customer) => problem.sizes[(problem.starts[customer + 1] as number) - 1] as number,
  );
  const all = fixed.reduce((sum, cost) => sum + cost, 1);
  let found = new Uint8Array(0);
  let [low, high] = [0, all];
  let from: Iterable<number> = [];
  for (let round = 0; round < HALVINGS && !work.done; round++) {
    const price = round === 0 ? high : (low + high) / 2;
    const { sites } = interchangeOf({
      ...{ fixed, states, starts, sites: reached, costs: new Float64Array(reached.length) },
      ...{ least: 0, most: states.length },
      unserved: weights.map((weight) => price * weight),
    })(from, work);
    const marks = new Uint8Array(fixed.length + 1);
    for (const site of sites) marks[site] = 1;
    marks[fixed.length] = 1;
    if (leftOut(table, weights, marks) > room) {
      low = price;
      continue;
    }
    high = price;
    from = sites;
    found = marks;
  }
  return found.length > 0 ? found : new Uint8Array(fixed.length + 1).fill(1);
}

function leftOut({ starts, sites }: SitingTable, weights: Float64Array, isOpen: Uint8Array): number {
  let left = 0;
  for (const [customer, weight] of weights.entries()) {
    const reached = sites.subarray(starts[customer], starts[customer + 1]);
    if (!reached.some((site) => isOpen[site] === 1)) left += weight;
  }
  return left;
}

const HALVINGS = 30;
