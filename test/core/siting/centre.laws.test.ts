import fc from "fast-check";
import { expect, it } from "vitest";
import { centre } from "../../../src/core/siting/centre.ts";
import { medianProblem } from "../../../src/core/siting/siting-models.ts";
import { workLeft } from "../../../src/core/siting/work-left.ts";
import { tinySitingTables } from "../../builders/location-problems.ts";
import { everyOpening } from "../../oracles/every-opening.ts";

const RUNS = process.env.QUAN_LONG ? 10_000 : 1000;

it("finds the shortest of all farthest walks, and proves it", () => {
  fc.assert(
    fc.property(tinySitingTables, fc.nat({ max: 5 }), (table, count) => {
      const openings = everyOpening(medianProblem(table, count))
        .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
        .map(({ sites }) => ({ sites, walk: farthestWalk(table, sites) }));
      const least = Math.min(Number.POSITIVE_INFINITY, ...openings.map(({ walk }) => walk));
      const search = centre(table, count, 0, workLeft(1e7));
      let told = search.next();
      for (; told.done !== true; told = search.next()) {
        expect(told.value.bound).toBeLessThanOrEqual(least);
        expect(told.value.best.cost).toBeGreaterThanOrEqual(least);
      }
      const { best, bound } = told.value;
      expect([best.cost, bound]).toEqual([least, least]);
      if (least === Number.POSITIVE_INFINITY) return;
      expect(openings.map(({ sites }) => sites)).toContainEqual([...best.sites]);
      expect(farthestWalk(table, [...best.sites])).toBe(least);
    }),
    { seed: 6, numRuns: RUNS },
  );
});

it("crosses no bound where work ends early", () => {
  fc.assert(
    fc.property(tinySitingTables, fc.nat({ max: 4 }), fc.nat({ max: 300 }), (table, count, work) => {
      const least = Math.min(
        Number.POSITIVE_INFINITY,
        ...everyOpening(medianProblem(table, count))
          .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
          .map(({ sites }) => farthestWalk(table, sites)),
      );
      const search = centre(table, count, 0, workLeft(work));
      let told = search.next();
      while (told.done !== true) told = search.next();
      expect(told.value.bound).toBeLessThanOrEqual(least);
      expect(told.value.best.cost).toBeGreaterThanOrEqual(least);
    }),
    { seed: 7, numRuns: RUNS },
  );
});

/** What the customer walks who walks farthest to the nearest of these sites. */
function farthestWalk({ weights, starts, sites, metres }: Table, open: readonly number[]): number {
  let most = 0;
  for (let customer = 0; customer < weights.length; customer++) {
    const walks = [...sites.subarray(starts[customer], starts[customer + 1])].flatMap((site, at) =>
      open.includes(site) ? [metres[(starts[customer] as number) + at] as number] : [],
    );
    most = Math.max(most, Math.min(Number.POSITIVE_INFINITY, ...walks));
  }
  return most;
}

type Table = Parameters<typeof centre>[0];
