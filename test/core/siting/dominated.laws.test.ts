import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutDominated } from "../../../src/core/siting/dominated.ts";
import {
  CLOSED,
  FREE,
  type LocationProblem,
  linksByCost,
  OPEN,
} from "../../../src/core/siting/location-problem.ts";
import { tinyCovers } from "../../builders/location-problems.ts";
import { leastCost } from "../../oracles/every-opening.ts";

const RUNS = process.env.QUAN_LONG ? 20_000 : 1000;

/** Covers whose sites cost something, of a budget too, and whom some customers may not be left out of. */
const costly = fc
  .tuple(
    tinyCovers,
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
    fc.boolean(),
  )
  .map(
    ([cover, fixed, prices, amount, isWhole]): LocationProblem => ({
      ...cover,
      fixed: cover.fixed.map((_, site) => fixed[site] ?? 0),
      ...(amount !== undefined && {
        budget: { prices: cover.fixed.map((_, site) => prices[site] ?? 0), amount },
      }),
      ...(isWhole && { unserved: cover.unserved.map(() => Number.POSITIVE_INFINITY) }),
    }),
  );

/** By site: whom it reaches. */
function reachOf({ starts, sites, fixed }: LocationProblem): readonly ReadonlySet<number>[] {
  const reach = Array.from(fixed, () => new Set<number>());
  for (let customer = 0; customer + 1 < starts.length; customer++)
    for (const site of sites.subarray(starts[customer], starts[customer + 1])) reach[site]?.add(customer);
  return reach;
}

describe("a cover without dominated sites", () => {
  it("costs as little as with them", () => {
    fc.assert(
      fc.property(costly, (problem) => {
        const fewer = withoutDominated(problem);
        expect(leastCost(fewer)).toBe(leastCost(problem));
        fewer.states.forEach((state, site) => {
          if (state !== problem.states[site]) expect([problem.states[site], state]).toEqual([FREE, CLOSED]);
        });
      }),
      { seed: 31, numRuns: RUNS },
    );
  });

  it("keeps of sites that cost nothing none whose customers another reaches too", () => {
    fc.assert(
      fc.property(tinyCovers, (problem) => {
        const { states } = withoutDominated(problem);
        const reach = reachOf(problem);
        for (const [site, own] of reach.entries()) {
          if (states[site] !== FREE) continue;
          expect(own.size).toBeGreaterThan(0);
          for (const [other, its] of reach.entries())
            if (other !== site && states[other] !== CLOSED)
              expect([...own].every((customer) => its.has(customer))).toBe(false);
        }
      }),
      { seed: 32, numRuns: RUNS },
    );
  });

  it("leaves open sites, and the first of equal ones", () => {
    const links = [
      [0, 1, 2],
      [0, 1],
      [3, 4],
    ].map((sites) => sites.map((site) => ({ site, cost: 0 })));
    const problem: LocationProblem = {
      ...linksByCost(links),
      ...{ fixed: new Float64Array(5), states: Uint8Array.of(FREE, FREE, FREE, FREE, OPEN) },
      ...{ unserved: new Float64Array(3).fill(1), least: 0, most: 2 },
    };
    expect([...withoutDominated(problem).states]).toEqual([FREE, CLOSED, CLOSED, CLOSED, OPEN]);
  });
});
