import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { leastWalk } from "../../../src/core/allocation/least-walk.ts";
import { updateAllocation } from "../../../src/core/allocation/update-allocation.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { NO_ROW } from "../../../src/core/base/row-map.ts";
import { allocationProblem, linksOf, tinyProblems } from "../../builders/allocation-problems.ts";
import { wrongAmounts } from "../../oracles/wrong-amounts.ts";

const RUNS = process.env.QUAN_LONG ? 3000 : 300;

const edits = fc.array(
  fc.record({
    what: fc.constantFrom(
      "need",
      "capacity",
      "zone moved",
      "facility moved",
      "zone gone",
      "facility gone",
      "zone new",
      "facility new",
    ),
    row: fc.nat(),
    amount: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
    ),
    reached: fc.nat({ max: 1023 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never;

describe("an updated allocation", () => {
  it("is that of a run from scratch, edit after edit", () => {
    fc.assert(
      fc.property(tinyProblems(10, 8), edits, (first, steps) => {
        let problem = first;
        let allocation = fairAllocation(problem);
        for (const edit of steps) {
          const { next, zones, facilities } = edited(problem, edit);
          allocation = updateAllocation({ problem, allocation, zones, facilities }, next);
          problem = next;
          const { levels, levelOf } = fairAllocation(problem);
          expect({ levels: allocation.levels, levelOf: allocation.levelOf }).toEqual({ levels, levelOf });
          expect(wrongAmounts(problem, allocation)).toEqual([]);
        }
      }),
      { seed: 21, numRuns: RUNS },
    );
  });
});

describe("a least walk that takes over what it can", () => {
  it("is that of a run from scratch to the last bit, edit after edit", () => {
    fc.assert(
      fc.property(tinyProblems(10, 8), edits, (first, steps) => {
        let walks = { zones: [...first.needs.keys()], facilities: [...first.capacities.keys()] };
        let problem = walked(first, walks);
        let allocation = leastWalk(problem, fairAllocation(problem));
        for (const edit of steps) {
          const { next, zones, facilities } = edited(problem, edit);
          walks = { zones: wayMarks(walks.zones, zones), facilities: wayMarks(walks.facilities, facilities) };
          // A facility may be nearer or farther to all of its zones, and nothing else be another.
          if (edit.reached % 3 === 0 && facilities.length > 0) {
            walks.facilities[edit.row % facilities.length] = edit.reached;
          }
          const now = walked(next, walks);
          const shares = fairAllocation(now);
          const anew = leastWalk(now, shares);
          allocation = leastWalk(now, shares, { problem, allocation, zones, facilities });
          expect(allocation).toEqual(anew);
          problem = now;
        }
      }),
      { seed: 22, numRuns: RUNS },
    );
  });
});

/** With walks of a few lengths, so that many are equal; by the marks of zone and facility. */
function walked(problem: AllocationProblem, marks: { zones: number[]; facilities: number[] }) {
  const metres = linksOf(problem).flatMap((of, zone) =>
    of.map((facility) => 100 * ((7 * (marks.zones[zone] ?? 0) + 3 * (marks.facilities[facility] ?? 0)) % 5)),
  );
  return { ...problem, metres: Float64Array.from(metres) };
}

function wayMarks(marks: readonly number[], rows: Uint32Array): number[] {
  return Array.from(rows, (was) => marks[was] ?? marks.length);
}

/** The next problem, and by its rows those before. A row comes or goes anywhere among the others. */
function edited(problem: AllocationProblem, { what, row, amount, reached }: Edit) {
  const needs = problem.needs.map(toNumber);
  const capacities = problem.capacities.map(toNumber);
  const links = linksOf(problem);
  const [zones, facilities] = [[...needs.keys()], [...capacities.keys()]];
  const zone = row % needs.length;
  const facility = capacities.length === 0 ? undefined : row % capacities.length;
  const bit = (at: number) => ((reached >> at) & 1) === 1;
  const renumber = (numberOf: (of: number) => number[]) => {
    links.forEach((of, at) => {
      links[at] = of.flatMap(numberOf);
    });
  };
  if (what === "need") needs[zone] = amount;
  if (what === "capacity" && facility !== undefined) capacities[facility] = amount;
  if (what === "zone moved") links[zone] = [...capacities.keys()].filter(bit);
  if (what === "facility moved" && facility !== undefined) {
    links.forEach((of, at) => {
      const others = of.filter((each) => each !== facility);
      links[at] = bit(at) ? [...others, facility].sort((a, b) => a - b) : others;
    });
  }
  if (what === "zone gone" && needs.length > 1) {
    for (const column of [needs, links, zones]) column.splice(zone, 1);
  }
  if (what === "zone new") {
    needs.splice(zone, 0, amount);
    links.splice(zone, 0, [...capacities.keys()].filter(bit));
    zones.splice(zone, 0, NO_ROW);
  }
  if (what === "facility gone" && facility !== undefined) {
    for (const column of [capacities, facilities]) column.splice(facility, 1);
    renumber((of) => (of === facility ? [] : [of < facility ? of : of - 1]));
  }
  if (what === "facility new") {
    const place = facility ?? 0;
    capacities.splice(place, 0, amount);
    facilities.splice(place, 0, NO_ROW);
    renumber((of) => [of < place ? of : of + 1]);
    links.forEach((of, at) => {
      if (bit(at)) links[at] = [...of, place].sort((a, b) => a - b);
    });
  }
  return {
    next: allocationProblem(needs, capacities, links),
    zones: Uint32Array.from(zones),
    facilities: Uint32Array.from(facilities),
  };
}
