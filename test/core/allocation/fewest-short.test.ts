import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { type Certificate, certificatesOf } from "../../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { type FewestShort, fewestShort } from "../../../src/core/allocation/fewest-short.ts";
import { compare, type Exact, exact, plus, ZERO } from "../../../src/core/base/decimal.ts";
import { allocationProblem, tinyProblem } from "../../builders/tiny-allocations.ts";
import { slowFewestShort } from "../../oracles/all-cuts.ts";

const RUNS = { seed: 6, numRuns: process.env.QUAN_LONG ? 2000 : 200 };

function fewestIn(problem: AllocationProblem, work?: number): readonly FewestShort[] {
  return fewestShort(problem, certificatesOf(problem, fairAllocation(problem)), work);
}

/** Zones that need several small rooms each: few needs fit, though they would fit into all rooms together. */
const packing: fc.Arbitrary<AllocationProblem> = fc
  .record({
    needs: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 7, maxLength: 7 }),
    reached: fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2, maxLength: 4 }), {
      minLength: 7,
      maxLength: 7,
    }),
  })
  .map(({ needs, reached }) => allocationProblem(needs.map(exact), new Array(8).fill(exact(1)), reached));

/** How many of the smallest needs of a certificate fit into all its rooms together. */
function mostThatFit({ needs }: AllocationProblem, { zones, capacity }: Certificate): number {
  const sorted = Array.from(zones, (zone) => needs[zone] as Exact).sort(compare);
  const sums = sorted.map((_, at) => sorted.slice(0, at + 1).reduce(plus, ZERO));
  return sums.filter((sum) => compare(sum, capacity) <= 0).length;
}

const zonesOf = (told: readonly FewestShort[]) => told.reduce((sum, { zones }) => sum + zones, 0);

describe("the fewest zones that stay short", () => {
  it("are those of the largest needs around one facility", () => {
    // 2 + 3 + 4 fit into 9; 5 does not.
    const told = fewestIn(allocationProblem([5, 2, 4, 3].map(exact), [exact(9)], [[0], [0], [0], [0]]));
    expect(told.map(({ zones, attained }) => [zones, attained])).toEqual([[1, true]]);
  });

  it("are found where needs fit into all rooms together and not into those they reach", () => {
    // Triples out of six rooms of 1: {0,1,2} and {3,4,5} can be filled; the other two cross both.
    const triples = [
      [0, 1, 3],
      [0, 1, 2],
      [2, 4, 5],
      [3, 4, 5],
    ];
    const told = fewestIn(
      allocationProblem(
        triples.map(() => exact(3)),
        [1, 1, 1, 1, 1, 1].map(exact),
        triples,
      ),
    );
    expect(told.map(({ zones, attained }) => [zones, attained])).toEqual([[2, true]]);
  });

  it("are as many as every set of zones tells", () => {
    fc.assert(
      fc.property(fc.oneof(tinyProblem, packing), (problem) => {
        const told = fewestIn(problem);
        expect(told.every(({ attained }) => attained)).toBe(true);
        expect(zonesOf(told)).toBe(slowFewestShort(problem));
      }),
      RUNS,
    );
  });

  it("are a bound, and called one, where there was not the work to find them", () => {
    let bounds = 0;
    fc.assert(
      fc.property(fc.oneof(tinyProblem, packing), fc.integer({ min: 0, max: 60 }), (problem, work) => {
        const told = fewestIn(problem, work);
        const fewest = slowFewestShort(problem);
        expect(zonesOf(told)).toBeLessThanOrEqual(fewest);
        if (told.every(({ attained }) => attained)) expect(zonesOf(told)).toBe(fewest);
        else bounds += 1;
        for (const { certificate, zones } of told) {
          expect(zones).toBeGreaterThanOrEqual(certificate.zones.length - mostThatFit(problem, certificate));
        }
      }),
      RUNS,
    );
    expect(bounds).toBeGreaterThan(10);
  });
});
