import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { certificatesOf } from "../../../src/core/allocation/certificates.ts";
import { componentsOf, lotsOfLinks } from "../../../src/core/allocation/components.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { leastWalk } from "../../../src/core/allocation/least-walk.ts";
import {
  buffersOf,
  columnsOfProblem,
  problemOfColumns,
} from "../../../src/core/allocation/problem-columns.ts";
import { joinProved, provedAllocation } from "../../../src/core/allocation/proved-allocation.ts";
import { streetProblems, tinyProblems } from "../../builders/allocation-problems.ts";
import { sideBySide } from "../../builders/side-by-side.ts";
import { tinyProblem } from "../../builders/tiny-allocations.ts";
import { wrongAmounts } from "../../oracles/wrong-amounts.ts";

const RUNS = process.env["QUAN_LONG"] ? 2000 : 200;

/** Problems that share nothing, of unlike magnitudes, and whether anybody's walks are told: many of them tie. */
const apart = fc.record({
  problems: fc.array(fc.oneof(tinyProblems(), tinyProblem, streetProblems()), {
    minLength: 1,
    maxLength: 5,
  }),
  walks: fc.boolean(),
  dice: fc.infiniteStream(fc.nat(9)),
});

describe("an allocation, component by component", () => {
  it("is the same bytes for any lots that are allocated elsewhere, and in any order", () => {
    const enough = fc.constantFrom(1, 2, 7, 30, 1000);
    check(1, fc.tuple(apart, enough, fc.boolean()), ([{ problems, walks, dice }, links, backwards]) => {
      const { problem } = sideBySide(withWalks(problems, walks, dice), dice);
      const lots = lotsOfLinks(problem, links);
      const solved = Array.from(lots.links, (_, at) => {
        const { problem: own, ...rows } = lots.lot(at);
        const columns = columnsOfProblem(own);
        const moved = structuredClone(columns, { transfer: buffersOf(columns) });
        return { ...rows, proved: structuredClone(provedAllocation(problemOfColumns(moved))) };
      });
      if (backwards) solved.reverse();
      expect(joinProved(problem, solved)).toStrictEqual(provedAllocation(problem));
    });
  });

  it("gives nobody anything else for what is beside", () => {
    check(2, apart, ({ problems, walks, dice }) => {
      const told = withWalks(problems, walks, dice);
      const { problem, zones } = sideBySide(told, dice);
      const beside = provedAllocation(problem).allocation;
      const alone = told.map((each) => provedAllocation(each).allocation);
      for (const [row, { of, at }] of zones.entries()) {
        const { starts } = told[of] as AllocationProblem;
        const own = alone[of] as typeof beside;
        expect(beside.levels[beside.levelOf[row] as number]).toEqual(own.levels[own.levelOf[at] as number]);
        expect([...beside.amounts.subarray(problem.starts[row], problem.starts[row + 1])]).toEqual([
          ...own.amounts.subarray(starts[at], starts[at + 1]),
        ]);
      }
    });
  });

  it("has the levels and the certificates of the whole, and walks no farther", () => {
    check(3, apart, ({ problems, walks, dice }) => {
      const { problem } = sideBySide(withWalks(problems, walks, dice), dice);
      const whole = leastWalk(problem, fairAllocation(problem));
      const { allocation, certificates } = provedAllocation(problem);
      expect(allocation.levels).toEqual(whole.levels);
      expect(allocation.levelOf).toEqual(whole.levelOf);
      expect(certificates).toEqual(certificatesOf(problem, whole));
      expect(wrongAmounts(problem, allocation)).toEqual([]);
      const walked = ({ amounts }: typeof whole) =>
        amounts.reduce((sum, amount, link) => sum + amount * (problem.metres?.[link] ?? 0), 0);
      const least = walked(whole);
      expect(Math.abs(walked(allocation) - least)).toBeLessThanOrEqual(1e-9 * least);
    });
  });
});

describe("lots", () => {
  it("hold every zone once, with all that it reaches and whoever else does; the largest first, and no more lots than asked for", () => {
    check(4, fc.tuple(apart, fc.integer({ min: 1, max: 40 })), ([{ problems, walks, dice }, enough]) => {
      const { problem } = sideBySide(withWalks(problems, walks, dice), dice);
      const components = componentsOf(problem);
      const lots = lotsOfLinks(problem, enough);
      for (const { links, lot } of [components, lots]) {
        const all = Array.from(links, (_, at) => lot(at));
        expect(all.flatMap(({ zones }) => [...zones]).sort((a, b) => a - b)).toEqual([
          ...problem.needs.keys(),
        ]);
        expect(all.flatMap((each) => [...each.facilities]).sort((a, b) => a - b)).toEqual(
          [...new Set(problem.facilities)].sort((a, b) => a - b),
        );
        for (const [at, each] of all.entries()) expect(asIn(problem, each)).toEqual(links[at]);
      }
      expect(lots.links[0]).toBeGreaterThanOrEqual(Math.max(...components.links));
      expect([...lots.links.slice(0, -1)].every((links) => links >= enough)).toBe(true);
    });
  });
});

/** Checks that a lot says of its rows what the whole problem does; how many links it has. */
function asIn(
  problem: AllocationProblem,
  { problem: own, zones, facilities }: ReturnType<ReturnType<typeof componentsOf>["lot"]>,
): number {
  expect(own.needs).toEqual([...zones].map((row) => problem.needs[row]));
  expect(own.capacities).toEqual([...facilities].map((row) => problem.capacities[row]));
  for (const [at, zone] of zones.entries()) {
    const [here, there] = [own, problem].map(({ starts }, of) =>
      of === 0 ? [starts[at], starts[at + 1]] : [starts[zone], starts[zone + 1]],
    ) as [[number, number], [number, number]];
    expect([...own.facilities.subarray(...here)].map((row) => facilities[row])).toEqual([
      ...problem.facilities.subarray(...there),
    ]);
    expect(own.metres?.subarray(...here)).toEqual(problem.metres?.subarray(...there));
  }
  return own.facilities.length;
}

function withWalks(
  problems: readonly AllocationProblem[],
  walks: boolean,
  dice: Iterator<number>,
): readonly AllocationProblem[] {
  if (!walks) return problems;
  return problems.map((problem) => ({
    ...problem,
    metres: Float64Array.from(problem.facilities, () => 100 * (dice.next().value ?? 0)),
  }));
}

function check<Of>(seed: number, cases: fc.Arbitrary<Of>, law: (of: Of) => void): void {
  fc.assert(fc.property(cases, law), { seed, numRuns: RUNS });
}
