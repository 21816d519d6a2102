import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { compare, type Exact, over, plus, ZERO } from "../../src/core/base/decimal.ts";

/**
 * The fair shares of a tiny problem, from what they are and without any flow: of all sets of zones, that whose rooms are
 * the smallest part of its need has that part for its share; the largest such set leaves with its rooms, and so on. By zone.
 */
export function slowFairShares(problem: AllocationProblem): readonly Exact[] {
  const shares = new Array<Exact>(problem.needs.length).fill(ONE);
  const rooms = new Set(problem.capacities.keys());
  let left = [...problem.needs.keys()].filter((zone) => (problem.needs[zone] as Exact).numerator > 0n);
  while (left.length > 0) {
    const { share, zones, reached } = worstOf(problem, left, rooms);
    if (compare(share, ONE) >= 0) break;
    for (const zone of zones) shares[zone] = share;
    for (const room of reached) rooms.delete(room);
    left = left.filter((zone) => !zones.includes(zone));
  }
  return shares;
}

interface Worst {
  readonly share: Exact;
  readonly zones: readonly number[];
  readonly reached: readonly number[];
}

function worstOf(problem: AllocationProblem, left: readonly number[], rooms: ReadonlySet<number>): Worst {
  const { needs, capacities, starts, facilities } = problem;
  let worst: Worst | undefined;
  for (let set = 1; set < 2 ** left.length; set++) {
    const zones = left.filter((_, at) => ((set >> at) & 1) === 1);
    const reached = [
      ...new Set(zones.flatMap((zone) => [...facilities.subarray(starts[zone], starts[zone + 1])])),
    ].filter((room) => rooms.has(room));
    const need = zones.map((zone) => needs[zone] as Exact).reduce(plus, ZERO);
    const capacity = reached.map((room) => capacities[room] as Exact).reduce(plus, ZERO);
    const share = over(capacity, need);
    const order = worst === undefined ? -1 : compare(share, worst.share);
    if (order < 0 || (order === 0 && zones.length > (worst as Worst).zones.length)) {
      worst = { share, zones, reached };
    }
  }
  return worst as Worst;
}

const ONE: Exact = { numerator: 1n, denominator: 1n };
