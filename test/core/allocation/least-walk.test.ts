import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allocation, AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { leastWalk } from "../../../src/core/allocation/least-walk.ts";
import { cheapestTransport, mostCost, type Transport } from "../../../src/core/allocation/transport.ts";
import { type Exact, exact, times, toNumber } from "../../../src/core/base/decimal.ts";
import { highs, walkProgramme } from "../../oracles/highs-walk.ts";

const RUNS = process.env["QUAN_LONG"] ? 2000 : 200;

type Walk = readonly [facility: number, metres: number];

function problem(
  needs: readonly number[],
  capacities: readonly number[],
  walks: readonly (readonly Walk[])[],
): AllocationProblem {
  const rows = walks.map((of) => [...of].sort(([a], [b]) => a - b));
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, zone) => {
    starts[zone + 1] = (starts[zone] as number) + row.length;
  });
  return {
    needs: needs.map(exact),
    capacities: capacities.map(exact),
    starts,
    facilities: Uint32Array.from(rows.flat(), ([facility]) => facility),
    metres: Float64Array.from(rows.flat(), ([, metres]) => metres),
  };
}

const metresOf = ({ metres }: AllocationProblem, { amounts }: Allocation): number =>
  amounts.reduce((sum, amount, link) => sum + amount * (metres?.[link] as number), 0);

/** Ties of needs, rooms and walks, nothing, and amounts of a size. */
const problems = fc
  .record({
    zones: fc.integer({ min: 1, max: 14 }),
    rooms: fc.array(fc.oneof(fc.constantFrom(0, 5, 10), fc.integer({ min: 1, max: 400 })), {
      minLength: 1,
      maxLength: 7,
    }),
    needs: fc.array(
      fc.oneof(
        fc.constantFrom(0, 5, 10),
        fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10),
      ),
      {
        minLength: 14,
        maxLength: 14,
      },
    ),
    ways: fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(0, 100, 200) },
        {
          weight: 2,
          arbitrary: fc.integer({ min: 0, max: 800_000 }).map((millimetres) => millimetres / 1000),
        },
      ),
      { minLength: 98, maxLength: 98 },
    ),
  })
  .map(({ zones, rooms, needs, ways }) =>
    problem(
      needs.slice(0, zones),
      rooms,
      Array.from({ length: zones }, (_, zone) =>
        [...rooms.keys()].flatMap((facility): Walk[] => {
          const metres = ways[zone * 7 + facility];
          return metres === undefined ? [] : [[facility, metres]];
        }),
      ),
    ),
  );

describe("the least walk among fair allocations", () => {
  it("sends the nearer zone to the nearer facility, and nobody where others are served less", () => {
    // All need 10. Each of a and b may go to x and y; b is 10 m from x and a 20, but from y they are 500 and 100.
    // c reaches z (4) alone and is served 0.4; d reaches z too, nearer than its own w, which has room for all of it.
    const asked = problem(
      [10, 10, 10, 10],
      [10, 10, 4, 10],
      [
        [
          [0, 20],
          [1, 100],
        ],
        [
          [0, 10],
          [1, 500],
        ],
        [[2, 50]],
        [
          [2, 1],
          [3, 300],
        ],
      ],
    );
    const fair = fairAllocation(asked);
    const walked = leastWalk(asked, fair);
    expect([...walked.amounts]).toEqual([0, 10, 10, 0, 4, 0, 10]);
    // 10 × 100 + 10 × 10 + 4 × 50 + 10 × 300
    expect(metresOf(asked, walked)).toBe(4300);
    expect([walked.levels, walked.levelOf]).toEqual([fair.levels, fair.levelOf]);
  });

  it("leaves a flow that has no metres as it stands", () => {
    const { metres: _, ...asked } = problem([10], [5], [[[0, 1]]]);
    const fair = fairAllocation(asked);
    expect(leastWalk(asked, fair)).toBe(fair);
  });

  it("is as short as HiGHS finds, and gives everybody the same share", async () => {
    const solver = await highs;
    fc.assert(
      fc.property(problems, (asked) => {
        const fair = fairAllocation(asked);
        const walked = leastWalk(asked, fair);
        const { starts, facilities, needs, capacities } = asked;
        const given = new Float64Array(capacities.length);
        for (const [zone, need] of needs.entries()) {
          let served = 0;
          for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
            const amount = walked.amounts[link] as number;
            expect(amount).toBeGreaterThanOrEqual(0);
            served += amount;
            given[facilities[link] as number] = (given[facilities[link] as number] as number) + amount;
          }
          const share = times(need, fair.levels[fair.levelOf[zone] as number] as Exact);
          expect(Math.abs(served - toNumber(share))).toBeLessThanOrEqual(1e-12 * served);
        }
        for (const [facility, amount] of given.entries())
          expect(amount).toBeLessThanOrEqual(toNumber(capacities[facility] as Exact) * (1 + 1e-12));
        const programme = walkProgramme(solver, asked, fair);
        const least = programme.solve();
        programme.dispose();
        expect(Math.abs(metresOf(asked, walked) - least)).toBeLessThanOrEqual(1e-9 * Math.max(1, least));
      }),
      { seed: 6, numRuns: RUNS },
    );
  });
});

const transports = fc
  .record({
    wants: fc.array(fc.bigInt({ min: 1n, max: 40n }), { minLength: 1, maxLength: 20 }),
    holds: fc.array(fc.bigInt({ min: 1n, max: 90n }), { minLength: 1, maxLength: 8 }),
    scale: fc.constantFrom(1n, 10n ** 18n),
    costs: fc.array(fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 9 }), fc.nat(100_000)), {
      minLength: 160,
      maxLength: 160,
    }),
  })
  .map(({ wants, holds, scale, costs }): Transport => {
    const rows = wants.map((_, zone) =>
      [...holds.keys()]
        .flatMap((facility) => {
          const cost = costs[zone * 8 + facility];
          return cost === undefined ? [] : [{ facility, cost }];
        })
        .sort((a, b) => a.cost - b.cost),
    );
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) as number) + row.length);
    return {
      wants: wants.map((want) => want * scale),
      holds: holds.map((hold) => hold * scale),
      starts: Uint32Array.from(starts),
      facilities: Uint32Array.from(rows.flat(), ({ facility }) => facility),
      costs: Float64Array.from(rows.flat(), ({ cost }) => cost),
    };
  });

describe("the cheapest transport", () => {
  it("proves by its prices that no round trip makes it cheaper", () => {
    let solved = 0;
    fc.assert(
      fc.property(transports, (transport) => {
        const found = cheapestTransport(transport);
        if (found === undefined) return;
        solved += 1;
        const { wants, holds, starts, facilities, costs } = transport;
        const amounts = new Map(found.links.map((link, at) => [link, found.amounts[at] as bigint]));
        expect(amounts.size).toBe(found.links.length);
        const left = [...holds];
        for (const [zone, want] of wants.entries()) {
          let lacks = want;
          for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
            const facility = facilities[link] as number;
            const amount = amounts.get(link) ?? 0n;
            expect(amount >= 0n).toBe(true);
            lacks -= amount;
            left[facility] = (left[facility] as bigint) - amount;
            const gain =
              (found.zoneWorth[zone] as number) -
              (found.facilityWorth[facility] as number) -
              (costs[link] as number);
            expect(gain).toBeLessThanOrEqual(0);
            if (amount > 0n) expect(gain).toBe(0);
          }
          expect(lacks).toBe(0n);
        }
        for (const [facility, amount] of left.entries()) {
          expect(amount >= 0n).toBe(true);
          expect(found.facilityWorth[facility]).toBeGreaterThanOrEqual(0);
          if (amount > 0n) expect(found.facilityWorth[facility]).toBe(0);
        }
      }),
      { seed: 6, numRuns: 5 * RUNS },
    );
    expect(solved).toBeGreaterThan(RUNS);
  });

  it("is none where somebody cannot get what he wants, and costs up to the most are exact", () => {
    const transport = (wants: bigint[], holds: bigint[], costs: number[]): Transport => ({
      ...{ wants, holds, costs: Float64Array.from(costs) },
      starts: Uint32Array.from([0, ...wants.keys()], (_, at) => at * holds.length),
      facilities: Uint32Array.from(costs.keys(), (link) => link % holds.length),
    });
    expect(cheapestTransport(transport([3n, 2n], [2n, 2n], [1, 2, 1, 2]))).toBeUndefined();
    const most = mostCost({ wants: [1n, 1n], holds: [1n, 1n] });
    const found = cheapestTransport(transport([1n, 1n], [1n, 1n], [most - 1, most, most - 1, most]));
    expect(found?.links.reduce((sum, link) => sum + (link % 2), 0)).toBe(1);
  });
});
