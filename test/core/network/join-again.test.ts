import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { joinAll } from "../../../src/core/network/join.ts";
import { joinAgain } from "../../../src/core/network/join-again.ts";
import { joinedPlacesFor } from "../../../src/core/network/join-facilities.ts";
import { east } from "../../builders/rows.ts";
import { placesOfPoints, randomTown, walkGraph } from "../../builders/walk-graphs.ts";

const runs = { seed: 1, numRuns: process.env.QUAN_LONG ? 20_000 : 200 };

describe("places that joined before", () => {
  it("join as if all were looked for, on any network, wherever they moved", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.boolean(), fc.constantFrom(20, 250), (seed, even, cap) => {
        const dice = diceOf(seed, "again");
        const town = randomTown(seed, even);
        const most = <Row>(rows: readonly Row[]) => rows.filter(() => dice.chance(0.8));
        const corners = town.stretches.flatMap(({ by = [] }) => by);
        const points = [...town.facilities, ...most(town.nodes), ...corners, { lng: Number.NaN, lat: 0 }];
        const [was, is] = [most(town.stretches), dice.shuffled(most(town.stretches))];
        const before = walkGraph(town.nodes, was);
        const graph = dice.chance(0.2) ? before : walkGraph(town.nodes, is);
        const old = placesOfPoints(points);
        const now = placesOfPoints(
          most(points).map((point) => (dice.chance(0.2) ? { lng: point.lng, lat: point.lat + 2e-4 } : point)),
        );
        const earlier = { graph: before, places: old, joined: finish(joinAll(before, old, cap)) };
        expect(finish(joinAgain(earlier, graph, now, cap))).toEqual(finish(joinAll(graph, now, cap)));
      }),
      runs,
    );
  });

  it("are looked for again where only the order of streets decides", () => {
    const nodes = [
      { lng: 0, lat: 30 },
      { lng: 0.001, lat: 30 },
      { lng: -0.001, lat: 30 },
    ];
    const streets = [
      { from: 0, to: 1 },
      { from: 0, to: 2 },
    ];
    const [before, graph] = [walkGraph(nodes, streets), walkGraph(nodes, [...streets].reverse())];
    const places = placesOfPoints([{ lng: 0, lat: 30.0001 }]);
    const earlier = { graph: before, places, joined: finish(joinAll(before, places)) };
    const again = finish(joinAgain(earlier, graph, places, 250));
    expect(graph.metres[0]).toBe(graph.metres[1]);
    expect([...earlier.joined.alone]).toEqual([0]);
    expect([...again.stretches]).toEqual([0]);
    expect(again).toEqual(finish(joinAll(graph, places, 250)));
  });

  it("are not looked for again, but those that a changed street concerns", () => {
    const nodes = [east(0), east(0, 400), east(100), east(100, 400)];
    const streets = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ];
    const before = walkGraph(nodes, streets);
    const places = placesOfPoints([east(10, 200), east(80, 200), east(-10, 100)]);
    const known = finish(joinedPlacesFor(before, places, 250));
    // Told that the first lies elsewhere, whoever looks again finds it out.
    (known.off as Float64Array)[0] = 11;
    const graph = walkGraph(nodes, streets.slice(0, 1));
    const now = finish(joinedPlacesFor(graph, places, 250));
    expect([...now.stretches]).toEqual([0, 0, 0]);
    expect(now.off[0]).toBe(11);
    expect(now.off[1]).toBeCloseTo(80, 0);
    const wider = finish(joinedPlacesFor(graph, places, 300));
    expect(wider.off[0]).toBeCloseTo(10, 0);
  });
});
