import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { updateAllocation } from "../../../src/core/allocation/update-allocation.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { allocationProblem, linksOf, tinyProblems } from "../../builders/allocation-problems.ts";
import { wrongAmounts } from "../../oracles/wrong-amounts.ts";

const RUNS = process.env.QUAN_LONG ? 3000 : 300;

const edits = fc.array(
  fc.record({
    what: fc.constantFrom("need", "capacity", "zone moved", "facility moved"),
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
          allocation = updateAllocation(problem, allocation, next, { zones, facilities });
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

function edited(problem: AllocationProblem, { what, row, amount, reached }: Edit) {
  const needs = problem.needs.map(toNumber);
  const capacities = problem.capacities.map(toNumber);
  const links = linksOf(problem);
  const zone = row % needs.length;
  const facility = capacities.length === 0 ? undefined : row % capacities.length;
  const bit = (at: number) => ((reached >> at) & 1) === 1;
  if (what === "need") needs[zone] = amount;
  if (what === "capacity" && facility !== undefined) capacities[facility] = amount;
  if (what === "zone moved") links[zone] = [...capacities.keys()].filter(bit);
  if (what === "facility moved" && facility !== undefined) {
    links.forEach((of, at) => {
      const others = of.filter((each) => each !== facility);
      links[at] = bit(at) ? [...others, facility].sort((a, b) => a - b) : others;
    });
  }
  const ofZone = what === "need" || what === "zone moved";
  return {
    next: allocationProblem(needs, capacities, links),
    zones: ofZone ? [zone] : [],
    facilities: ofZone || facility === undefined ? [] : [facility],
  };
}
