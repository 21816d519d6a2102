import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { joinAll, joinedAt, NOT_JOINED } from "../../../src/core/network/join.ts";
import { east } from "../../builders/rows.ts";
import { type DrawnStretch, placesOfPoints, randomTown, walkGraph } from "../../builders/walk-graphs.ts";
import { slowJoin } from "../../oracles/slow-walk.ts";

function join(nodes: readonly LngLat[], stretches: readonly DrawnStretch[], place: LngLat, cap?: number) {
  return joinedAt(finish(joinAll(walkGraph(nodes, stretches), placesOfPoints([place]), cap)), 0);
}

/** Two streets of 400 m to the north, 100 m apart, and one node that no street leads to. */
const NODES = [east(0), east(0, 400), east(100), east(100, 400), east(40, 200)];
const STREETS: readonly DrawnStretch[] = [
  { from: 0, to: 1, by: [east(0, 150), east(0, 300)] },
  { from: 2, to: 3 },
];
const MIDDLE = { lng: (east(0).lng + east(100).lng) / 2, lat: east(0, 200).lat };

describe("a place joins", () => {
  it("the nearest stretch at the nearest point of its shape, however near a node lies", () => {
    const joined = join(NODES, STREETS, east(40, 200));
    expect(joined?.stretch).toBe(0);
    expect(joined?.off).toBeCloseTo(40, 1);
    expect(joined?.along).toBeCloseTo((walkGraph(NODES, STREETS).metres[0] ?? 0) / 2, 2);
  });

  it("the cheaper one of two that are equally near, in whatever order they are drawn", () => {
    for (const dear of [0, 1]) {
      const priced = STREETS.map((street, s) => (s === dear ? { ...street, back: 1.5 } : street));
      expect(join(NODES, priced, MIDDLE)?.stretch, `${dear} is dear`).toBe(1 - dear);
      expect(join(NODES, [...priced].reverse(), MIDDLE)?.stretch).toBe(dear);
    }
  });

  it("the one farther west where they cost the same too", () => {
    const plain = STREETS.map(({ from, to }) => ({ from, to }));
    expect(join(NODES, plain, MIDDLE)?.stretch).toBe(0);
    expect(join(NODES, [...plain].reverse(), MIDDLE)?.stretch).toBe(1);
  });

  it("the nearer one by a hair, far north, in another direction, and dearer", () => {
    const place = { lng: 10, lat: 60 };
    const corner = { lng: 10.00305, lat: 60.00153 };
    const metres = geodesicMetres(place, corner) + 0.00005;
    const degree = geodesicMetres(place, { lng: 10.001, lat: 60 }) * 1000;
    const line = place.lng + metres / degree;
    const nodes = [
      corner,
      { lng: 10.01, lat: 60.01 },
      { lng: line, lat: 59.999 },
      { lng: line, lat: 60.0012 },
    ];
    const streets = [
      { from: 0, to: 1, back: 1.5 },
      { from: 2, to: 3 },
    ];
    expect(join(nodes, streets, place)?.stretch).toBe(0);
  });

  it("at the very point, far north and far off", () => {
    const nodes = [
      { lng: 10.001, lat: 60.0035 },
      { lng: 10.006, lat: 60 },
    ];
    const place = { lng: 10, lat: 60 };
    const slow = slowJoin(walkGraph(nodes, [{ from: 0, to: 1 }]), place, 400);
    const joined = join(nodes, [{ from: 0, to: 1 }], place, 400);
    expect(joined?.off).toBeCloseTo(271.8, 0);
    expect(Math.abs((joined?.along ?? 0) - (slow?.along ?? 0))).toBeLessThan(0.0001);
  });

  it("at the very end within a millimetre of it, and not beyond", () => {
    const whole = join(NODES, STREETS, east(0, 900), 600);
    expect(whole?.along).toBe(walkGraph(NODES, STREETS).metres[0]);
    expect(join(NODES, STREETS, east(0, 0.0008))?.along).toBe(0);
    expect(join(NODES, STREETS, east(0, 0.002))?.along).toBeCloseTo(0.002, 4);
  });

  it("nothing beyond the cap, which is included", () => {
    const off = join(NODES, STREETS, east(-240, 200))?.off ?? Number.NaN;
    expect(join(NODES, STREETS, east(-240, 200), off)?.off).toBe(off);
    expect(join(NODES, STREETS, east(-240, 200), off - 1e-7)).toBeUndefined();
    expect(join(NODES, STREETS, east(-251, 200))).toBeUndefined();
    expect(join([], [], east(0))).toBeUndefined();
  });

  it("across the 180th meridian", () => {
    const nodes = [
      { lng: 179.999, lat: -17 },
      { lng: -179.999, lat: -17 },
    ];
    for (const stretch of [
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ]) {
      for (const lng of [179.9995, 180, -180, -179.9995]) {
        expect(join(nodes, [stretch], { lng, lat: -17.0001 })?.off).toBeCloseTo(11.07, 1);
      }
    }
  });

  it("as the trial of every side says, to the millimetre", () => {
    for (let seed = 0; seed < (process.env.QUAN_LONG ? 2000 : 40); seed++) {
      const town = randomTown(seed, false);
      const graph = walkGraph(town.nodes, town.stretches);
      const all = finish(joinAll(graph, placesOfPoints(town.facilities)));
      town.facilities.forEach((place, row) => {
        const joined = joinedAt(all, row);
        const slow = slowJoin(graph, place, 250);
        expect(joined === undefined, `town ${seed}, place ${row}`).toBe(slow === undefined);
        expect(Math.abs((joined?.off ?? 0) - (slow?.off ?? 0))).toBeLessThan(1e-7);
        // Where several meet, each is right.
        if (
          joined?.stretch !== slow?.stretch ||
          graph.from[joined?.stretch ?? 0] === graph.to[joined?.stretch ?? 0]
        )
          return;
        expect(Math.abs((joined?.along ?? 0) - (slow?.along ?? 0))).toBeLessThan(0.0025);
      });
    }
  });

  it("or is counted among those that have no place or are too far away", () => {
    const places = placesOfPoints([east(10, 10), { lng: Number.NaN, lat: Number.NaN }, east(9000)]);
    const all = finish(joinAll(walkGraph(NODES, STREETS), places));
    expect(all.counts).toEqual({ joined: 1, placeless: 1, tooFar: 1 });
    expect([...all.stretches]).toEqual([0, NOT_JOINED, NOT_JOINED]);
    expect([...all.off].map(Number.isNaN)).toEqual([false, true, true]);
  });
});
