import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { fairAllocation } from "../../src/core/allocation/fair-allocation.ts";
import { updateAllocation } from "../../src/core/allocation/update-allocation.ts";
import { type Exact, exact, times } from "../../src/core/base/decimal.ts";
import { type BenchRow, median, ms, mustAgree, took } from "./bench.ts";

/** Facilities that are changed, each alone; every so-many-th is held against a run from scratch. */
const [EDITED, CHECKED] = [40, 10];

/** One facility resized, or moved to where another one is: what it takes to tell shares and amounts again. */
export function editRow(problem: AllocationProblem): BenchRow {
  const before = fairAllocation(problem);
  const count = problem.capacities.length;
  const rows = {
    zones: Uint32Array.from(problem.needs.keys()),
    facilities: Uint32Array.from(problem.capacities.keys()),
  };
  const taken = { updated: [] as number[], anew: [] as number[] };
  for (let edit = 0; edit < EDITED; edit++) {
    const facility = Math.floor(((edit + 0.5) / EDITED) * count);
    const next =
      edit % 2 === 0 ? resized(problem, facility) : moved(problem, facility, (7 * facility) % count);
    const update = () => updateAllocation({ problem, allocation: before, ...rows }, next);
    if (edit % CHECKED === 0) {
      let anew = before;
      taken.anew.push(took(() => (anew = fairAllocation(next))));
      const { levels, levelOf } = update();
      mustAgree(
        levels.length === anew.levels.length && levelOf.every((level, zone) => level === anew.levelOf[zone]),
        `levels after a change of facility ${facility}`,
      );
    }
    taken.updated.push(took(update));
  }
  const [updated, anew] = [median(taken.updated), median(taken.anew)];
  return {
    what: "city: one facility resized or moved, all allocated anew",
    ours: ms(updated),
    peer: `${ms(anew)} (from scratch)`,
    ratio: anew / updated,
    goal: "100",
    note: `median of ${EDITED} facilities, the worst ${ms(Math.max(...taken.updated))}; every ${CHECKED}th with the levels of a run from scratch`,
  };
}

function resized(problem: AllocationProblem, facility: number): AllocationProblem {
  const larger = (capacity: Exact) => times(capacity, exact(1.2));
  const capacities = problem.capacities.map((capacity, row) =>
    row === facility ? larger(capacity) : capacity,
  );
  return { ...problem, capacities };
}

function moved({ needs, capacities, starts, facilities }: AllocationProblem, facility: number, to: number) {
  const moved = { starts: new Uint32Array(starts.length), facilities: [] as number[] };
  for (let zone = 0; zone < needs.length; zone++) {
    const all = [...facilities.subarray(starts[zone], starts[zone + 1])];
    const kept = all.filter((row) => row !== facility);
    if (all.includes(to)) kept.push(facility);
    for (const row of kept.sort((a, b) => a - b)) moved.facilities.push(row);
    moved.starts[zone + 1] = moved.facilities.length;
  }
  return { needs, capacities, starts: moved.starts, facilities: Uint32Array.from(moved.facilities) };
}
