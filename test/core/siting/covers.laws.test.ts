import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverInterchangeOf, isCover } from "../../../src/core/siting/cover-interchange.ts";
import { descentOf, LONG_DESCENT, SHARP_DESCENT } from "../../../src/core/siting/descent.ts";
import { locate } from "../../../src/core/siting/locate.ts";
import {
  CLOSED,
  costOf,
  type LocationProblem,
  linksByCost,
  OPEN,
} from "../../../src/core/siting/location-problem.ts";
import { oddSetsOf } from "../../../src/core/siting/odd-sets.ts";
import { fixByWorth, relaxationOf } from "../../../src/core/siting/relaxation.ts";
import { sharpenerOf } from "../../../src/core/siting/violated-sets.ts";
import { workLeft } from "../../../src/core/siting/work-left.ts";
import { smallCovers, tinyCovers } from "../../builders/location-problems.ts";
import { everyOpening, leastCost } from "../../oracles/every-opening.ts";

const RUNS = process.env.QUAN_LONG ? 20_000 : 1000;

const close = (cost: number) => (cost === Number.POSITIVE_INFINITY ? 0 : 1e-8 * (1 + cost));

/** Two times three customers and three sites, each of which reaches two of the three. */
const triangles: LocationProblem = {
  fixed: new Float64Array(6),
  states: new Uint8Array(6),
  ...linksByCost(
    [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
    ].map((sites) => sites.map((site) => ({ site, cost: 0 }))),
  ),
  unserved: new Float64Array(6).fill(10),
  ...{ least: 0, most: 3 },
};

describe("the cheapest opening of a cover", () => {
  it("is the one of all that leaves out least, and is proved to be, and no bound is crossed on the way", () => {
    fc.assert(
      fc.property(tinyCovers, fc.nat({ max: 3000 }), (problem, work) => {
        expect(isCover(problem)).toBe(true);
        const least = leastCost(problem);
        const search = locate(problem, {}, workLeft(1e7));
        let told = search.next();
        for (; told.done !== true; told = search.next())
          expect(told.value.bound).toBeLessThanOrEqual(least + close(least));
        const { best, bound } = told.value;
        if (least === Number.POSITIVE_INFINITY) {
          expect(best.cost).toBe(least);
          return;
        }
        expect(Math.abs(best.cost - least)).toBeLessThanOrEqual(close(least));
        expect(bound).toBe(best.cost);
        const early = locate(problem, {}, workLeft(work));
        let soon = early.next();
        while (soon.done !== true) soon = early.next();
        expect(soon.value.bound).toBeLessThanOrEqual(least + close(least));
        expect(soon.value.best.cost).toBeGreaterThanOrEqual(least - close(least));
      }),
      { seed: 21, numRuns: RUNS },
    );
  });
});

/** What just these sites cost where each customer is to be counted once, and each set twice, or pays for it. */
function pricedCost(
  { starts, sites, unserved }: LocationProblem,
  members: readonly number[],
  prices: Float64Array,
  open: readonly number[],
): number {
  const reaches = (site: number, customer: number) =>
    sites.subarray(starts[customer], starts[customer + 1]).includes(site) ? 1 : 0;
  let cost = 0;
  const out = unserved.map((weight, customer) => weight - (prices[customer] as number));
  for (const customer of unserved.keys()) {
    const times = open.reduce((sum, site) => sum + reaches(site, customer), 0);
    cost += (prices[customer] as number) * (1 - times);
  }
  for (let at = 0; at < members.length; at += 3) {
    const price = prices[unserved.length + at / 3] as number;
    const set = members.slice(at, at + 3);
    for (const customer of set) out[customer] = (out[customer] as number) - price;
    cost += 2 * price;
    for (const site of open)
      cost -= price * Math.ceil(set.reduce((sum, customer) => sum + reaches(site, customer), 0) / 2);
  }
  return cost + out.reduce((sum, more) => sum + Math.min(0, more), 0);
}

describe("prices of odd sets", () => {
  it("bound every opening, and decide no site that is otherwise in a cheaper one", () => {
    const prices = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 18, maxLength: 18 });
    const sets = fc.array(fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        tinyCovers,
        sets,
        prices,
        fc.double({ min: 0, max: 60, noNaN: true }),
        (problem, asked, paid, limit) => {
          const count = problem.unserved.length;
          const members = asked.filter((set) => set.every((customer) => customer < count)).flat();
          const odd = oddSetsOf(problem, Uint32Array.from(members));
          const prices = Float64Array.from({ length: count + members.length / 3 }, (_, row) =>
            Math.min(problem.unserved[row] ?? Number.POSITIVE_INFINITY, paid[row] as number),
          );
          const relaxed = relaxationOf(problem)(prices, problem.states, odd);
          const openings = everyOpening(problem);
          if (openings.length > 0) {
            const least = Math.min(
              ...openings.map(({ sites }) => pricedCost(problem, members, prices, sites)),
            );
            expect(Math.abs(relaxed.bound - least)).toBeLessThanOrEqual(1e-8 * (1 + Math.abs(least)));
          }
          const states = problem.states.slice();
          fixByWorth(relaxed, states, limit);
          for (const { sites, cost } of openings) {
            expect(relaxed.bound).toBeLessThanOrEqual(cost + close(cost));
            if (cost >= limit - close(limit)) continue;
            const isOpen = new Set(sites);
            expect(states.every((state, at) => (isOpen.has(at) ? state !== CLOSED : state !== OPEN))).toBe(
              true,
            );
          }
        },
      ),
      { seed: 22, numRuns: RUNS },
    );
  });

  it("tell that halves of sites do not serve three with one and a half", () => {
    const told = (isSharp: boolean) => {
      const work = workLeft(1e7);
      const sharpen = sharpenerOf(triangles, work);
      return descentOf(
        relaxationOf(triangles),
        triangles.unserved,
      )({
        ...{ states: triangles.states.slice(), from: new Float64Array(6).fill(5), work },
        ...{ pace: isSharp ? SHARP_DESCENT : LONG_DESCENT, limit: () => 10.1, found: () => {} },
        ...(isSharp && { sharpen: (now) => (now.round % 40 === 39 ? sharpen(now) : undefined) }),
      }).bound;
    };
    // Six halves reach everybody; three sites leave one of six out.
    expect(leastCost(triangles)).toBe(10);
    expect(told(false)).toBeLessThan(0.01);
    expect(told(true)).toBeGreaterThan(9);
  });
});

describe("steps from some sites of a cover", () => {
  it("end where no step betters them", () => {
    const starts = fc.uniqueArray(fc.nat({ max: 15 }));
    fc.assert(
      fc.property(smallCovers, starts, fc.option(starts), (problem, from, among) => {
        const { states, most } = problem;
        const marks = among === null ? undefined : states.map((_, site) => (among.includes(site) ? 1 : 0));
        const { sites, cost } = coverInterchangeOf(problem)(
          from.filter((site) => site < states.length),
          workLeft(1e7),
          marks,
        );
        const locked = [...states.keys()].filter((site) => states[site] === OPEN);
        if (locked.length > most) {
          expect(cost).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        expect(Math.abs(costOf(problem, sites) - cost)).toBeLessThanOrEqual(close(cost));
        expect([...sites]).toEqual([...new Set(sites)].sort((a, b) => a - b));
        expect([...sites]).toEqual(expect.arrayContaining(locked));
        expect(sites.length).toBeLessThanOrEqual(most);
        expect([...sites].every((site) => states[site] !== CLOSED)).toBe(true);
        for (const opens of states.keys()) {
          if (sites.includes(opens) || states[opens] === CLOSED) continue;
          const ways: Uint32Array[] = [...sites]
            .filter((site) => states[site] !== OPEN)
            .map((site) => sites.filter((one) => one !== site));
          if (sites.length < most) ways.push(sites);
          for (const way of ways)
            expect(costOf(problem, Uint32Array.of(...way, opens))).toBeGreaterThanOrEqual(cost - close(cost));
        }
      }),
      { seed: 23, numRuns: RUNS },
    );
  });
});
