import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowNetwork } from "../../../src/core/allocation/flow-network.ts";
import { largestFlow } from "../../../src/core/allocation/largest-flow.ts";
import { wideFlow } from "../../../src/core/allocation/wide-flow.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { linksOf, streetProblems } from "../../builders/allocation-problems.ts";

const RUNS = process.env.QUAN_LONG ? 5000 : 500;
const MOST = Number.MAX_SAFE_INTEGER;

const amounts = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: MOST - 3, max: MOST }));

/** Any zones and facilities: what is wanted and held, and who reaches whom. */
const anyQuestions = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 10 }))
  .chain(([zones, facilities]) =>
    fc.record({
      wants: fc.array(amounts, { minLength: zones, maxLength: zones }),
      holds: fc.array(amounts, { minLength: facilities, maxLength: facilities }),
      links: fc.array(
        fc.subarray([...new Array(facilities).keys()], { maxLength: Math.min(4, facilities) }),
        {
          minLength: zones,
          maxLength: zones,
        },
      ),
    }),
  );

/** Where what some lack comes from far away. */
const streets = streetProblems().map((problem) => ({
  wants: problem.needs.map(toNumber),
  holds: problem.capacities.map(toNumber),
  links: linksOf(problem),
}));

const begins = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 150, maxLength: 150 });

describe("a largest flow", () => {
  it("is as large in numbers as in larger ones, with the same zones short, wherever it begins", () => {
    fc.assert(
      fc.property(fc.oneof(anyQuestions, streets), begins, ({ wants, holds, links }, begun) => {
        const starts = new Uint32Array(links.length + 1);
        for (const [zone, of] of links.entries()) starts[zone + 1] = (starts[zone] as number) + of.length;
        const network = flowNetwork(starts, Uint32Array.from(links.flat()), holds.length);
        const wide = wideFlow({ network, wants: wants.map(BigInt), holds: holds.map(BigInt) });
        const question = { network, wants: Float64Array.from(wants), holds: Float64Array.from(holds) };
        const first = begun.slice(0, network.facilities.length);
        for (const flow of [largestFlow(question), largestFlow(question, Float64Array.from(first))]) {
          const carried = Array.from(flow.amounts, BigInt);
          expect(sumOf(carried)).toBe(sumOf(wide.amounts));
          expect(flow.zonesShort).toEqual(wide.zonesShort);
          expect(flow.facilitiesShort).toEqual(wide.facilitiesShort);
          const given = holds.map(() => 0n);
          const got = wants.map(() => 0n);
          links.forEach((of, zone) => {
            of.forEach((facility, at) => {
              const amount = carried[(starts[zone] as number) + at] as bigint;
              given[facility] = (given[facility] as bigint) + amount;
              got[zone] = (got[zone] as bigint) + amount;
            });
          });
          expect(carried.every((amount) => amount >= 0n)).toBe(true);
          expect(got.every((amount, zone) => amount <= BigInt(wants[zone] as number))).toBe(true);
          expect(given.every((amount, row) => amount <= BigInt(holds[row] as number))).toBe(true);
        }
      }),
      { seed: 11, numRuns: RUNS },
    );
  });
});

function sumOf(whole: readonly bigint[]): bigint {
  return whole.reduce((sum, each) => sum + each, 0n);
}
