import fc from "fast-check";
import { expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import { bars, walkedAs } from "../../../src/core/network/walked-as.ts";
import { PROFILES } from "../../../src/core/standards/rule-pack.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { shuffledMap } from "../../builders/shuffled-map.ts";
import { streetMap } from "../../builders/street-maps.ts";
import { networkOf, slowDistances, slowNetwork } from "../../oracles/slow-walk-graph.ts";

const runs = process.env.QUAN_LONG ? 10_000 : 150;
const profiles = shippedWalkProfiles();
const profile = fc.constantFrom(...PROFILES.map((id) => profiles[id]));

it("walks between junctions as far as on the streets with every node kept", () => {
  let compared = 0;
  fc.assert(
    fc.property(randomStreets(), profile, (drawn, who) => {
      const map = streetMap(drawn);
      const graph = finish(walkGraph(map, who));
      const [short, slow] = [networkOf(graph), slowNetwork(map, who)];
      const barred = new Set(
        [...map.barriers].filter(([, tags]) => bars(tags, who)).map(([node]) => placeOf(map, node)),
      );
      const names = new Map([...slow.keys()].map((name) => [placeOf(map, Number.parseInt(name, 10)), name]));
      const open = [...graph.lng.keys()].filter((node) => !barred.has(placeOf(graph, node)));
      for (const a of open) {
        const quick = slowDistances(short, `${a}`);
        const exact = slowDistances(slow, names.get(placeOf(graph, a)) ?? "");
        for (const b of open) {
          const metres = exact.get(names.get(placeOf(graph, b)) ?? "");
          const found = quick.get(`${b}`);
          compared++;
          if (metres === undefined || found === undefined) expect(found).toBe(metres);
          else expect(Math.abs(found - metres)).toBeLessThan(1e-3);
        }
      }
    }),
    { seed: 5, numRuns: runs },
  );
  expect(compared).toBeGreaterThan(10 * runs);
});

it("holds every metre that is walked, and no node at which nothing is decided", () => {
  fc.assert(
    fc.property(randomStreets({ layers: 2 }), profile, (drawn, who) => {
      const map = streetMap(drawn);
      const graph = finish(walkGraph(map, who));
      const factors = (stretch: number) => [graph.forth[stretch] ?? 0, graph.back[stretch] ?? 0] as const;
      let all = 0;
      for (const [stretch, metres] of graph.metres.entries()) {
        all += metres * factors(stretch).reduce((sum, factor) => sum + (factor < 9 ? factor : 0), 0);
        expect(Math.min(...factors(stretch))).toBeLessThan(9);
        expect(metres).toBeGreaterThan(0);
      }
      let exact = 0;
      for (const arcs of slowNetwork(map, who).values()) for (const [, cost] of arcs) exact += cost;
      expect(Math.abs(all - exact)).toBeLessThan(1e-2);
      const barred = new Set(
        [...map.barriers].filter(([, tags]) => bars(tags, who)).map(([node]) => placeOf(map, node)),
      );
      for (let node = 0; node < graph.lng.length; node++) {
        const at = [...graph.stretches.subarray(graph.starts[node], graph.starts[node + 1])];
        expect(at.length).toBeGreaterThan(0);
        const [one, other] = at;
        if (at.length !== 2 || one === undefined || other === undefined || one === other) continue;
        if (barred.has(placeOf(graph, node))) continue;
        const away = (stretch: number) =>
          graph.from[stretch] === node
            ? factors(stretch)
            : ([...factors(stretch)].reverse() as [number, number]);
        expect(away(one)).not.toEqual([...away(other)].reverse());
      }
    }),
    { seed: 6, numRuns: runs },
  );
});

it("does not depend on the order of ways, nodes and tags, nor on which way round a way is drawn", () => {
  fc.assert(
    fc.property(randomStreets({ layers: 2 }), profile, fc.integer(), (drawn, who, seed) => {
      const map = streetMap(drawn);
      const { ways: _, ...graph } = finish(walkGraph(map, who));
      const { ways: __, ...again } = finish(walkGraph(shuffledMap(map, seed), who));
      expect(again).toEqual(graph);
    }),
    { seed: 7, numRuns: runs },
  );
});

it("names a way that the stretch starts with", () => {
  fc.assert(
    fc.property(randomStreets(), profile, (drawn, who) => {
      const map = streetMap(drawn);
      const graph = finish(walkGraph(map, who));
      for (const [stretch, way] of graph.ways.entries()) {
        const first = graph.shapeStarts[stretch] ?? 0;
        const ends = [first, first + 1].map(
          (corner) => `${graph.shapeLng[corner]} ${graph.shapeLat[corner]}`,
        );
        const corners = [...map.nodes.subarray(map.starts[way], map.starts[way + 1])].map((node) =>
          placeOf(map, node),
        );
        const along = corners.filter((corner, i) => corner !== corners[i - 1]);
        const at = along.findIndex((corner, i) => corner === ends[0] && along[i + 1] === ends[1]);
        const against = along.findIndex((corner, i) => corner === ends[1] && along[i + 1] === ends[0]);
        expect(Math.max(at, against)).toBeGreaterThanOrEqual(0);
        const as = walkedAs(map.tagSets[map.tags[way] ?? 0] ?? {}, who);
        expect([
          [as.forth, as.back],
          [as.back, as.forth],
        ]).toContainEqual([graph.forth[stretch], graph.back[stretch]]);
      }
    }),
    { seed: 8, numRuns: runs },
  );
});

function placeOf({ lng, lat }: Pick<StreetMap | WalkGraph, "lng" | "lat">, node: number): string {
  return `${lng[node]} ${lat[node]}`;
}
