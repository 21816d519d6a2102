import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { compare, type Exact, minus, plus, ZERO } from "../../src/core/base/decimal.ts";

/** The largest flow of a tiny problem: the least, over all sets of zones, of the need outside and the rooms it reaches. */
export function slowServed(problem: AllocationProblem): Exact {
  const total = problem.needs.reduce(plus, ZERO);
  return setsOfZones(problem)
    .map(({ need, room }) => plus(minus(total, need), room))
    .reduce((least, cut) => (compare(cut, least) < 0 ? cut : least), total);
}

/**
 * The least number of zones of a tiny problem that any assignment leaves below their need: a set of zones can be filled if
 * every set within it needs no more than all rooms it reaches (Hall 1935).
 */
export function slowFewestShort(problem: AllocationProblem): number {
  const count = problem.needs.length;
  const zones = [...new Array(count).keys()];
  const filled: boolean[] = [];
  let most = 0;
  setsOfZones(problem).forEach(({ need, room }, set) => {
    const inside = zones.filter((zone) => ((set >> zone) & 1) === 1);
    filled[set] = compare(need, room) <= 0 && inside.every((zone) => filled[set & ~(1 << zone)]);
    if (filled[set]) most = Math.max(most, inside.length);
  });
  return count - most;
}

/** Every set of zones by its number, whose bits are zones: what it needs, and the rooms that any of it reaches. */
function setsOfZones({ needs, capacities, starts, facilities }: AllocationProblem) {
  return Array.from({ length: 2 ** needs.length }, (_, set) => {
    const inside = [...needs.keys()].filter((zone) => ((set >> zone) & 1) === 1);
    const reached = new Set(
      inside.flatMap((zone) => [...facilities.subarray(starts[zone], starts[zone + 1])]),
    );
    return {
      need: inside.reduce((sum, zone) => plus(sum, needs[zone] as Exact), ZERO),
      room: [...reached].reduce((sum, facility) => plus(sum, capacities[facility] as Exact), ZERO),
    };
  });
}
