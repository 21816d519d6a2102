import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { changedStreets } from "../../../src/core/network/changed-streets.ts";
import type { StreetMap, Tags } from "../../../src/core/network/street-map.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { east } from "../../builders/rows.ts";
import { shuffledMap } from "../../builders/shuffled-map.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";
import { networkOf, slowDistances, slowNetwork } from "../../oracles/slow-walk-graph.ts";

const RUNS = process.env.QUAN_LONG ? 5000 : 100;
const { elderly, adult, carer_with_infant } = shippedWalkProfiles();
const profile = fc.constantFrom(elderly, adult, carer_with_infant);
const laid = (map: StreetMap, who = elderly) => finish(walkGraph(map, who));

/** One street a hundred metres a piece, from the west to the east. */
const hill = (heights: Readonly<Record<string, number>>, tags?: Tags): DrawnStreets => ({
  at: { a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0] },
  ways: [{ through: ["a", "b", "c", "d"], ...(tags && { tags }) }],
  heights,
});
/** From west to east: metres, and what one costs there and back. */
const stretchesOf = (drawn: DrawnStreets, who = elderly) => {
  const graph = laid(streetMap(drawn), who);
  return [...graph.metres.keys()]
    .map((s) => {
      const isEast = (graph.lng[graph.from[s] ?? 0] ?? 0) < (graph.lng[graph.to[s] ?? 0] ?? 0);
      const factors = [graph.forth[s], graph.back[s]].map((each) => Number((each ?? 0).toFixed(3)));
      const west = Math.min(graph.lng[graph.from[s] ?? 0] ?? 0, graph.lng[graph.to[s] ?? 0] ?? 0);
      return { west, said: [Math.round(graph.metres[s] ?? 0), ...(isEast ? factors : factors.reverse())] };
    })
    .sort((one, other) => one.west - other.west)
    .map(({ said }) => said);
};

describe("a street on a hill", () => {
  it("costs more uphill than down, and is one stretch only as far as it is equally steep", () => {
    // 6 % twice: a band of 5 %, 1.3 uphill; then 13 % down: 1.5, and 2 coming back up.
    expect(stretchesOf(hill({ a: 10, b: 16, c: 22, d: 9 }))).toEqual([
      [200, 1.3, 1],
      [100, 1.5, 2],
    ]);
  });

  it("costs nothing more where it is gentler than the first band, or one of its heights is not known", () => {
    expect(stretchesOf(hill({ a: 10, b: 12, c: 10, d: 11 }))).toEqual([[300, 1, 1]]);
    expect(stretchesOf(hill({ a: 10, c: 90 }))).toEqual([[300, 1, 1]]);
  });

  it("costs by its tags what heights do not say", () => {
    expect(stretchesOf(hill({ b: 0, c: 0 }, { highway: "path", incline: "-9%" }))).toEqual([
      [100, 1.2, 1.6],
      [100, 1, 1],
      [100, 1.2, 1.6],
    ]);
    expect(stretchesOf(hill({}, { highway: "path", incline: "7°" }))).toEqual([[300, 2, 1.5]]);
    expect(stretchesOf(hill({}, { highway: "path", incline: "up" }))).toEqual([[300, 1, 1]]);
  });

  it("that is steps costs what steps cost", () => {
    expect(stretchesOf(hill({ a: 0, b: 50, c: 100, d: 150 }, { highway: "steps" }))).toEqual([[300, 3, 3]]);
  });

  it("goes on being one when a street is joined to it", () => {
    const map = streetMap(hill({ a: 10, b: 16, c: 22, d: 9 }));
    const added = { kind: "added" as const, line: [east(50, 0), east(50, 80)], tags: { highway: "path" } };
    const changed = value(changedStreets(map, [added]));
    expect(changed.heights?.[4]).toBeCloseTo(13, 3);
    const graph = laid(changed);
    const costs = [...graph.metres].map(
      (metres, s) => metres * ((graph.forth[s] ?? 0) + (graph.back[s] ?? 0)),
    );
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(200 * 2.3 + 100 * 3.5 + 80 * 2, 0);
  });
});

/** Random streets on random ground, some of it unknown. */
const hilly = fc
  .tuple(randomStreets(), fc.array(fc.option(fc.double({ min: 0, max: 25, noNaN: true })), { minLength: 40 }))
  .map(([drawn, ground]) => {
    const known = Object.keys(drawn.at).flatMap((name, i) => {
      const height = ground[i % ground.length];
      return height === null || height === undefined ? [] : [[name, height] as const];
    });
    return { ...drawn, heights: Object.fromEntries(known) };
  });

describe("streets on hills", () => {
  it("are walked as the plain search walks them, node by node", () => {
    let compared = 0;
    fc.assert(
      fc.property(hilly, profile, (drawn, who) => {
        const map = streetMap({ ...drawn, barriers: {} });
        const [graph, slow] = [laid(map, who), slowNetwork(map, who)];
        const short = networkOf(graph);
        const placeOf = ({ lng, lat }: Pick<StreetMap, "lng" | "lat">, node: number) =>
          `${lng[node]} ${lat[node]}`;
        const names = new Map([...slow.keys()].map((name) => [placeOf(map, Number(name)), name]));
        for (let a = 0; a < graph.lng.length; a++) {
          const exact = slowDistances(slow, names.get(placeOf(graph, a)) ?? "");
          for (const [b, metres] of slowDistances(short, `${a}`)) {
            compared++;
            const slowly = exact.get(names.get(placeOf(graph, Number(b))) ?? "");
            expect(Math.abs((slowly ?? Number.NaN) - metres)).toBeLessThan(1e-3);
          }
        }
      }),
      { seed: 7, numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(10 * RUNS);
  });

  it("are the same in any order, and whichever way round they are drawn", () => {
    fc.assert(
      fc.property(hilly, profile, fc.nat(), (drawn, who, seed) => {
        const map = streetMap(drawn);
        const { ways: _, ...graph } = laid(map, who);
        const { ways: __, ...again } = laid(shuffledMap(map, seed), who);
        expect(again).toEqual(graph);
      }),
      { seed: 8, numRuns: RUNS },
    );
  });

  it("that are all level are those without heights, and cost the same both ways", () => {
    fc.assert(
      fc.property(
        randomStreets(),
        profile,
        fc.double({ min: -100, max: 4000, noNaN: true }),
        (drawn, who, level) => {
          const heights = Object.fromEntries(Object.keys(drawn.at).map((name) => [name, level]));
          const [flat, plain] = [laid(streetMap({ ...drawn, heights }), who), laid(streetMap(drawn), who)];
          expect(flat).toEqual(plain);
          for (const [s, forth] of flat.forth.entries()) {
            const back = flat.back[s] ?? 0;
            if (Math.max(forth, back) < Infinity) expect(forth).toBe(back);
          }
        },
      ),
      { seed: 9, numRuns: RUNS },
    );
  });

  it("never cost less than on level ground, nor uphill less than downhill", () => {
    fc.assert(
      fc.property(hilly, profile, (drawn, who) => {
        const { heights: _, ...ground } = drawn;
        const [map, level] = [streetMap(drawn), streetMap(ground)];
        const [sloped, flat] = [slowNetwork(map, who), slowNetwork(level, who)];
        const graph = laid(map, who);
        const cost = (stretch: number) => [graph.forth[stretch] ?? 0, graph.back[stretch] ?? 0];
        for (const s of graph.metres.keys()) expect(Math.min(...cost(s))).toBeGreaterThanOrEqual(1);
        for (const [from, arcs] of sloped) {
          const least = flat.get(from) ?? [];
          for (const [i, [, metres]] of arcs.entries())
            expect(metres).toBeGreaterThanOrEqual((least[i]?.[1] ?? 0) - 1e-9);
        }
        for (const [a, arcs] of sloped)
          for (const [b, metres] of arcs) {
            const [low, high] = [map.heights?.[Number(a)] ?? 0, map.heights?.[Number(b)] ?? 0];
            const back = sloped.get(b)?.find(([to]) => to === a)?.[1];
            if (low < high && back !== undefined && drawn.ways.length === 1)
              expect(metres).toBeGreaterThanOrEqual(back - 1e-9);
          }
      }),
      { seed: 10, numRuns: RUNS },
    );
  });
});
