import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interchangeOf } from "../../../src/core/siting/interchange.ts";
import { locate } from "../../../src/core/siting/locate.ts";
import {
  CLOSED,
  costOf,
  FREE,
  type LocationProblem,
  OPEN,
} from "../../../src/core/siting/location-problem.ts";
import { reducedProblem } from "../../../src/core/siting/reduced-problem.ts";
import { fixByWorth, relaxationOf } from "../../../src/core/siting/relaxation.ts";
import { workLeft } from "../../../src/core/siting/work-left.ts";
import { tinyLocations } from "../../builders/location-problems.ts";
import { everyOpening, leastCost } from "../../oracles/every-opening.ts";

const RUNS = process.env.QUAN_LONG ? 20_000 : 1000;

const close = (cost: number) => (cost === Number.POSITIVE_INFINITY ? 0 : 1e-8 * (1 + cost));

describe("the cheapest opening", () => {
  it("is one that branching decides whole, though no step leads to it", () => {
    const problem: LocationProblem = {
      ...{ fixed: Float64Array.of(0, 0, 0, 0, 0, 1), states: new Uint8Array(6).fill(FREE) },
      ...{ starts: Uint32Array.of(0, 0), sites: new Uint32Array(0), costs: new Float64Array(0) },
      ...{ unserved: Float64Array.of(0), least: 4, most: 4 },
      budget: { prices: Float64Array.of(0, 5, 2, 4, 4, 0), amount: 10 },
    };
    const { best, bound } = last(locate(problem, {}, workLeft(1e7)));
    expect([[...best.sites], best.cost, bound]).toEqual([[0, 2, 3, 4], 0, 0]);
  });

  it("is the one of all that costs least, and is proved to be", () => {
    fc.assert(
      fc.property(tinyLocations, (problem) => {
        const least = leastCost(problem);
        const known = [...steps(locate(problem, {}, workLeft(1e7)))];
        for (const { best, bound } of known) {
          expect(bound).toBeLessThanOrEqual(least + close(least));
          expect(best.cost).toBeGreaterThanOrEqual(least - close(least));
        }
        const { best, bound } = known.at(-1) as (typeof known)[number];
        if (least === Number.POSITIVE_INFINITY) {
          expect([best.cost, bound]).toEqual([least, least]);
          return;
        }
        expect(Math.abs(best.cost - least)).toBeLessThanOrEqual(close(least));
        expect(bound).toBe(best.cost);
        expect(everyOpening(problem).map(({ sites }) => sites)).toContainEqual([...best.sites]);
        expect(Math.abs(costOf(problem, best.sites) - best.cost)).toBeLessThanOrEqual(close(least));
      }),
      { seed: 1, numRuns: RUNS },
    );
  });

  it("is within the gap that is asked, and its bound is not crossed where work ends early", () => {
    fc.assert(
      fc.property(tinyLocations, fc.nat({ max: 400 }), (problem, work) => {
        const least = leastCost(problem);
        const within = last(locate(problem, { slack: (cost) => 0.2 * cost }, workLeft(1e7)));
        if (least < Number.POSITIVE_INFINITY) {
          expect(within.best.cost * 0.8).toBeLessThanOrEqual(least + close(least));
          expect(within.bound).toBeGreaterThanOrEqual(0.8 * within.best.cost - close(least));
        }
        const early = last(locate(problem, {}, workLeft(work)));
        expect(early.bound).toBeLessThanOrEqual(least + close(least));
        expect(early.best.cost).toBeGreaterThanOrEqual(least - close(least));
      }),
      { seed: 2, numRuns: RUNS },
    );
  });
});

describe("an opening that is cheap enough", () => {
  it("is found if there is one, and else told not to be", () => {
    fc.assert(
      fc.property(tinyLocations, fc.double({ min: 0, max: 40, noNaN: true }), (problem, enough) => {
        const least = leastCost(problem);
        if (Math.abs(least - enough) <= 10 * close(least)) return;
        const { best, bound } = last(locate(problem, { enough }, workLeft(1e7)));
        expect(bound).toBeLessThanOrEqual(least + close(least));
        if (least < enough) expect(best.cost).toBeLessThanOrEqual(enough);
        else expect(bound).toBeGreaterThanOrEqual(enough);
      }),
      { seed: 5, numRuns: RUNS },
    );
  });
});

describe("steps from some sites", () => {
  it("end where no step betters them", () => {
    fc.assert(
      fc.property(tinyLocations, fc.uniqueArray(fc.nat({ max: 6 })), (problem, from) => {
        const { sites, cost } = interchangeOf(problem)(
          from.filter((site) => site < problem.fixed.length),
          workLeft(1e7),
        );
        if (cost === Number.POSITIVE_INFINITY) return;
        expect(Math.abs(costOf(problem, sites) - cost)).toBeLessThanOrEqual(close(cost));
        const isOpen = new Set(sites);
        for (const other of everyOpening(problem)) {
          const opened = other.sites.filter((site) => !isOpen.has(site)).length;
          const closed = sites.length - (other.sites.length - opened);
          if (opened > 1 || closed > 1) continue;
          expect(other.cost).toBeGreaterThanOrEqual(cost - close(cost));
        }
      }),
      { seed: 3, numRuns: RUNS },
    );
  });
});

describe("prices", () => {
  it("bound every opening, and decide no site that is otherwise in a cheaper one", () => {
    const prices = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(
        tinyLocations,
        prices,
        fc.double({ min: 0, max: 60, noNaN: true }),
        (problem, asked, limit) => {
          const relaxed = relaxationOf(problem)(
            Float64Array.from(problem.unserved, (none, at) => Math.min(none, asked[at] as number)),
            problem.states,
          );
          const states = problem.states.slice();
          fixByWorth(relaxed, states, limit);
          for (const { sites, cost } of everyOpening(problem)) {
            expect(relaxed.bound).toBeLessThanOrEqual(cost + close(cost));
            if (cost >= limit - close(limit)) continue;
            const isOpen = new Set(sites);
            expect(states.every((state, at) => (isOpen.has(at) ? state !== CLOSED : state !== OPEN))).toBe(
              true,
            );
          }
        },
      ),
      { seed: 4, numRuns: RUNS },
    );
  });
});

describe("a problem some of whose sites are decided", () => {
  it("costs as much as what is left of it and what is spent", () => {
    const decisions = fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(tinyLocations, decisions, (problem, decided) => {
        const states = problem.states.map((state, site) =>
          state === FREE ? (decided[site] as number) : state,
        );
        const reduced = reducedProblem(problem, states);
        const left =
          reduced === undefined ? Number.POSITIVE_INFINITY : leastCost(reduced.problem) + reduced.spent;
        const least = leastCost({ ...problem, states });
        if (least === Number.POSITIVE_INFINITY) expect(left).toBe(least);
        else expect(Math.abs(left - least)).toBeLessThanOrEqual(close(least));
      }),
      { seed: 15, numRuns: RUNS },
    );
  });
});

/** All that a search tells, its end too. */
function* steps<Told>(search: Generator<Told, Told, void>): Generator<Told> {
  yield yield* search;
}

function last<Told>(search: Generator<Told, Told, void>): Told {
  let end: Told | undefined;
  for (const told of steps(search)) end = told;
  return end as Told;
}
