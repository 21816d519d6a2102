import fc from "fast-check";
import { expect, it } from "vitest";
import type {
  CapacitatedProblem,
  Service,
} from "../../../src/core/siting/capacitated/capacitated-problem.ts";
import { locateCapacitated } from "../../../src/core/siting/capacitated/locate-capacitated.ts";
import { serve } from "../../../src/core/siting/capacitated/serve.ts";
import { serveWhole } from "../../../src/core/siting/capacitated/whole-service.ts";
import { CLOSED, customerOfLinks, OPEN } from "../../../src/core/siting/location-problem.ts";
import { workLeft } from "../../../src/core/siting/work-left.ts";
import { tinyCapacitated, tinyWithAside } from "../../builders/capacitated-problems.ts";
import { fullTown } from "../../builders/full-towns.ts";
import { leastShared, leastWhole } from "../../oracles/every-service.ts";

const RUNS = process.env["QUAN_LONG"] ? 20 : 1;

const close = (cost: number) => (cost === Number.POSITIVE_INFINITY ? 0 : 1e-7 * (1 + cost));

it.each([
  ["whole", tinyCapacitated(false), leastWhole, 1000 * RUNS],
  ["in parts", tinyCapacitated(true), leastShared, 250 * RUNS],
  ["whole, or leaves them out", tinyWithAside(false), leastWhole, 500 * RUNS],
] as const)("serves customers %s at least cost, and proves it", (_, problems, oracle, numRuns) => {
  fc.assert(
    fc.property(problems, (problem) => {
      const least = oracle(problem);
      const known = [...steps(locateCapacitated(problem, () => 0, workLeft(1e7)))];
      for (const { best, bound } of known) {
        expect(bound).toBeLessThanOrEqual(least + close(least));
        if (best === undefined) continue;
        expect(best.cost).toBeGreaterThanOrEqual(least - close(least));
        checkService(problem, best);
      }
      const { best, bound } = known.at(-1) as (typeof known)[number];
      expect(Math.abs((best?.cost ?? Number.POSITIVE_INFINITY) - least) || 0).toBeLessThanOrEqual(
        close(least),
      );
      expect(bound).toBe(best?.cost ?? Number.POSITIVE_INFINITY);
    }),
    { seed: 1, numRuns },
  );
});

it.each([
  ["whole", tinyCapacitated(false), leastWhole, 500 * RUNS],
  ["in parts", tinyCapacitated(true), leastShared, 100 * RUNS],
  ["whole, or left out", tinyWithAside(false), leastWhole, 300 * RUNS],
  ["in parts, or left out", tinyWithAside(true, 1e6), leastShared, 150 * RUNS],
] as const)("crosses no bound where work ends early or a gap is left: %s", (_, problems, oracle, numRuns) => {
  fc.assert(
    fc.property(problems, fc.nat({ max: 2000 }), (problem, work) => {
      const least = oracle(problem);
      const within = last(locateCapacitated(problem, (cost) => 0.2 * cost, workLeft(1e7)));
      if (least < Number.POSITIVE_INFINITY) {
        expect((within.best as Service).cost * 0.8).toBeLessThanOrEqual(least + close(least));
        expect(within.bound).toBeGreaterThanOrEqual(0.8 * (within.best as Service).cost - close(least));
      }
      const early = last(locateCapacitated(problem, () => 0, workLeft(work)));
      expect(early.bound).toBeLessThanOrEqual(least + close(least));
      if (early.best !== undefined) {
        expect(early.best.cost).toBeGreaterThanOrEqual(least - close(least));
        checkService(problem, early.best);
      }
    }),
    { seed: 2, numRuns },
  );
});

it.each([
  // HiGHS proves the first two in some 7 and 25 seconds.
  [50, 5, 0.9, 838],
  [50, 5, 0.96, 871],
  [100, 10, 0.96, 1020],
])(
  "soon proves what is best for a town of %i, where %i serve all and are full to %s",
  (villages, count, fill, cost) => {
    const problem = fullTown(villages, count, fill, 2);
    const { best, bound } = last(locateCapacitated(problem, () => 0, workLeft(1e8)));
    expect([best?.cost, bound]).toEqual([cost, cost]);
    checkService(problem, best as Service);
  },
);

it.each([true, false])(
  "takes prices that serve everybody just once for the last ones: split %s",
  (isSplit) => {
    const problem = {
      ...{ fixed: new Float64Array(3), states: new Uint8Array(3), capacities: Float64Array.of(5, 8, 0) },
      starts: Uint32Array.of(0, 3, 6, 9, 12),
      sites: Uint32Array.of(1, 2, 0, 0, 2, 1, 0, 2, 1, 0, 1, 2),
      costs: Float64Array.of(0, 0, 8, 0, 0, 7, 0, 0, 2, 4, 4, 8.798387881924894),
      sizes: Float64Array.of(0, 0, 0, 0, 0, 0, 3, 3, 3, 5, 5, 5),
      ...{ least: 1, most: 1, isSplit },
    };
    // All at the middle one: 0 + 7 + 2 + 4. The first holds too little, and the last nothing.
    const { best, bound } = last(locateCapacitated(problem, () => 0, workLeft(1e7)));
    expect([best?.cost, bound]).toEqual([13, 13]);
  },
);

it("serves as much as sites hold, to the last", () => {
  const problem = fullTown(2, 1, 1, 2);
  const whole = serve(problem, Uint8Array.of(1, 0), workLeft(1e6));
  checkService(problem, whole as Service);
  const parts = { ...problem, isSplit: true };
  checkService(parts, serve(parts, Uint8Array.of(0, 1), workLeft(1e6)) as Service);
});

it.each([3, 5, 57, 60])(
  "serves people whole where sites are nearly full and moving one or two is not enough: %i",
  (seed) => {
    const problem = fewLinks(fullTown(60, 10, 0.95, seed), 10, 5);
    const isOpen = new Uint8Array(60).fill(1, 0, 10);
    expect(serveWhole(problem, isOpen, workLeft(1e8))).toBeUndefined();
    checkService(problem, serve(problem, isOpen, workLeft(1e8)) as Service);
  },
);

/** With links to the nearest `count` of the first `sites` alone. */
function fewLinks(problem: CapacitatedProblem, sites: number, count: number): CapacitatedProblem {
  const rows = Array.from({ length: problem.starts.length - 1 }, (_, customer) => {
    const from = problem.starts[customer] as number;
    const row = Array.from(problem.sites.slice(from, problem.starts[customer + 1]), (site, at) => ({
      site,
      link: from + at,
    }));
    return row.filter(({ site }) => site < sites).slice(0, count);
  });
  const links = rows.flat().map(({ link }) => link);
  return {
    ...problem,
    starts: Uint32Array.from({ length: rows.length + 1 }, (_, customer) => customer * count),
    sites: Uint32Array.from(links, (link) => problem.sites[link] as number),
    costs: Float64Array.from(links, (link) => problem.costs[link] as number),
    sizes: Float64Array.from(links, (link) => problem.sizes[link] as number),
  };
}

/** That it keeps to states, numbers and capacities, serves everybody by links that there are, and costs what it says. */
function checkService(problem: CapacitatedProblem, { sites, links, amounts, cost }: Service): void {
  const isOpen = (site: number) => sites.includes(site);
  expect(problem.states.every((state, site) => (isOpen(site) ? state !== CLOSED : state !== OPEN))).toBe(
    true,
  );
  expect(sites.length).toBeGreaterThanOrEqual(problem.least);
  expect(sites.length).toBeLessThanOrEqual(problem.most);
  expect([...sites]).toEqual([...new Set(sites)].sort((a, b) => a - b));
  const load = new Float64Array(problem.fixed.length);
  const customers = customerOfLinks(problem);
  const served = new Map<number, number>();
  let sum = sites.reduce((all, site) => all + (problem.fixed[site] as number), 0);
  for (const [at, link] of links.entries()) {
    const [site, size, amount] = [
      problem.sites[link] as number,
      problem.sizes[link] as number,
      amounts[at] as number,
    ];
    const part = size === 0 ? 1 : amount / size;
    expect(isOpen(site)).toBe(true);
    if (site !== problem.aside) expect(Number.isInteger(amount)).toBe(true);
    if (!problem.isSplit) expect(part).toBe(1);
    load[site] = (load[site] as number) + amount;
    served.set(customers[link] as number, (served.get(customers[link] as number) ?? 0) + part);
    sum += part * (problem.costs[link] as number);
  }
  expect(load.every((amount, site) => amount <= (problem.capacities[site] as number))).toBe(true);
  expect(served.size).toBe(problem.starts.length - 1);
  for (const part of served.values()) expect(part).toBeCloseTo(1, 12);
  expect(Math.abs(sum - cost)).toBeLessThanOrEqual(close(cost));
}

/** All that a search tells, its end too. */
function* steps<Told>(search: Generator<Told, Told, void>): Generator<Told> {
  yield yield* search;
}

function last<Told>(search: Generator<Told, Told, void>): Told {
  let end: Told | undefined;
  for (const told of steps(search)) end = told;
  return end as Told;
}
