import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { areaOf, liesInside, signedArea } from "../../../src/core/geo/ring.ts";
import { type Isochrone, isochroneOf } from "../../../src/core/network/isochrone.ts";
import { AREA_BEYOND, isochroneArea } from "../../../src/core/network/isochrone-area.ts";
import { joinAll, joinedAt } from "../../../src/core/network/join.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import { east } from "../../builders/rows.ts";
import { type DrawnStretch, placesOfPoints, randomTown, walkGraph } from "../../builders/walk-graphs.ts";
import { slowJoin, slowWalks } from "../../oracles/slow-walk.ts";

const CAP = 250;
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });

function drawnFrom(graph: WalkGraph, at: LngLat, limit: number): Isochrone | undefined {
  const place = joinedAt(finish(joinAll(graph, placesOfPoints([at]), CAP)), 0);
  return place && isochroneOf(graph, place, limit);
}

/** By part: its stretch, and where it begins and ends to the metre. */
function partsOf(isochrone: Isochrone | undefined): readonly (readonly number[])[] {
  const round = (metres: number | undefined) => Math.round(metres ?? Number.NaN);
  return Array.from(isochrone?.stretches ?? [], (stretch, i) => [
    ...[stretch, round(isochrone?.from[i]), round(isochrone?.to[i])],
  ]);
}

const shapeOf = ({ shapeStarts, shapeLng, shapeLat }: Isochrone, part: number): readonly LngLat[] =>
  Array.from(shapeLng.subarray(shapeStarts[part], shapeStarts[part + 1]), (lng, i) => ({
    lng,
    lat: shapeLat[(shapeStarts[part] ?? 0) + i] ?? Number.NaN,
  }));

/** A point of a stretch, by metres from its start, on squared paper with straight stretches. */
function pointAt(
  { shapeStarts, shapeLng, shapeLat, metres }: WalkGraph,
  stretch: number,
  along: number,
): LngLat {
  const corners = Array.from(
    { length: (shapeStarts[stretch + 1] ?? 0) - (shapeStarts[stretch] ?? 0) },
    (_, i) => {
      const c = (shapeStarts[stretch] ?? 0) + i;
      return { lng: shapeLng[c] ?? 0, lat: shapeLat[c] ?? 0 };
    },
  );
  const sides = corners.slice(1).map((b, i) => flat(corners[i] ?? b, b));
  const whole = sides.reduce((sum, side) => sum + side, 0);
  let rest = (along / (metres[stretch] ?? 1)) * whole;
  for (const [i, side] of sides.entries()) {
    const [a, b] = [corners[i], corners[i + 1]];
    if (a && b && (rest <= side || i === sides.length - 1)) {
      const share = Math.min(1, rest / side);
      return { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
    }
    rest -= side;
  }
  throw new Error("a stretch has sides");
}

function flat(a: LngLat, b: LngLat): number {
  return Math.hypot((a.lng - b.lng) * 92_120.3, (a.lat - b.lat) * 110_929);
}

describe("the streets within a walk", () => {
  const street = (drawn: readonly DrawnStretch[], nodes: readonly LngLat[]) => walkGraph(nodes, drawn);

  it("are whole stretches, parts of them, and dead ends, off the street included", () => {
    const graph = street(
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 1, to: 3 },
      ],
      [east(0), east(300), east(1000), east(300, 50)],
    );
    const found = drawnFrom(graph, east(200, 10), 210);
    expect(partsOf(found)).toEqual([
      [0, 0, 300],
      [1, 0, 100],
      [2, 0, 50],
    ]);
    expect(partsOf(drawnFrom(graph, east(200, 10), 60))).toEqual([[0, 150, 250]]);
    expect(partsOf(drawnFrom(graph, east(200, 10), 9))).toEqual([]);
    const line = found && shapeOf(found, 1);
    expect(line?.length).toBe(2);
    expect(line?.[1]?.lng).toBeCloseTo(east(400).lng, 6);
  });

  it("reach into a ring from both sides, and leave its middle out", () => {
    const graph = street(
      [
        { from: 0, to: 1 },
        { from: 0, to: 1, by: [east(0, 400), east(100, 400)] },
      ],
      [east(0), east(100)],
    );
    expect(partsOf(drawnFrom(graph, east(50), 250))).toEqual([
      [0, 0, 100],
      [1, 0, 200],
      [1, 700, 900],
    ]);
    expect(partsOf(drawnFrom(graph, east(50), 500))).toEqual([
      [0, 0, 100],
      [1, 0, 900],
    ]);
  });

  it("are cut in proportion to the sides where a stretch is longer than it is drawn", () => {
    const graph = street([{ from: 0, to: 1, by: [east(100)] }], [east(0), east(400)]);
    const longer = { ...graph, metres: graph.metres.map((metres) => 2 * metres) };
    const found = isochroneOf(longer, { stretch: 0, along: 0, off: 0 }, 500);
    expect(partsOf(found)).toEqual([[0, 0, 500]]);
    expect(shapeOf(found, 0).at(-1)?.lng).toBeCloseTo(east(250).lng, 6);
  });

  it("are those from which people may walk to the place, not those they may walk to from it", () => {
    const graph = street(
      [
        { from: 0, to: 1, back: Infinity },
        { from: 1, to: 2, back: Infinity },
      ],
      [east(0), east(500), east(1000)],
    );
    // People walk eastwards only: to a place at 600 m they come from the west.
    expect(partsOf(drawnFrom(graph, east(600), 300))).toEqual([
      [0, 300, 500],
      [1, 0, 100],
    ]);
  });

  it("shrink where a metre costs more, and cross a river by its bridge alone", () => {
    const graph = street(
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, forth: 2, back: 4 },
        { from: 2, to: 3 },
      ],
      [east(0), east(400), east(400, 100), east(0, 100)],
    );
    // 300 m to the bridge; people come over it southwards at 4 a metre.
    expect(partsOf(drawnFrom(graph, east(100), 500))).toEqual([
      [0, 0, 400],
      [1, 0, 50],
    ]);
    expect(partsOf(drawnFrom(graph, east(100), 800))).toEqual([
      [0, 0, 400],
      [1, 0, 100],
      [2, 0, 100],
    ]);
  });

  it("leave an island and the other side of a dual carriageway to those who stand on them", () => {
    const graph = street(
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
        { from: 1, to: 3 },
      ],
      [east(0), east(500), east(0, 20), east(500, 20), east(0, 900), east(100, 900)],
    );
    expect(partsOf(drawnFrom(graph, east(0, -3), 403))).toEqual([[0, 0, 400]]);
    expect(partsOf(drawnFrom(graph, east(0, -3), 620))).toEqual([
      [0, 0, 500],
      [1, 403, 500],
      [2, 0, 20],
    ]);
  });

  it("hold a point if and only if its walk is within the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 10, max: 900 }), (seed, limit) => {
        const town = randomTown(seed, false);
        const graph = walkGraph(town.nodes, town.stretches);
        const [at] = town.facilities;
        if (at === undefined) return;
        const isochrone = drawnFrom(graph, at, limit);
        if (isochrone === undefined) return;
        const dice = diceOf(seed, "samples");
        const samples = Array.from({ length: 60 }, () => {
          const stretch = dice.whole(0, graph.from.length - 1);
          const along = dice.between(0, graph.metres[stretch] ?? 0);
          return { stretch, along, at: pointAt(graph, stretch, along) };
        }).filter((one) => {
          // Streets cross without a junction, and a loop may lead back along itself.
          const foot = slowJoin(graph, one.at, 1);
          return foot?.stretch === one.stretch && Math.abs(foot.along - one.along) < 0.01;
        });
        const walks = slowWalks(
          graph,
          samples.map((one) => one.at),
          [at],
          CAP,
        );
        samples.forEach(({ stretch, along }, i) => {
          const metres = walks.from(i)[0]?.metres ?? Infinity;
          if (Math.abs(metres - limit) < 0.05) return;
          const isOn = isochrone.stretches.some(
            (one, part) =>
              one === stretch && along >= (isochrone.from[part] ?? 0) && along <= (isochrone.to[part] ?? 0),
          );
          expect(isOn).toBe(metres < limit);
        });
        isochrone.stretches.forEach((stretch, part) => {
          const shape = shapeOf(isochrone, part);
          const length = shape.slice(1).reduce((sum, b, c) => sum + flat(shape[c] ?? b, b), 0);
          const [from, to] = [isochrone.from[part] ?? 0, isochrone.to[part] ?? 0];
          expect(Math.abs(length - (to - from))).toBeLessThan(0.02 + length * 1e-3);
          expect(flat(shape[0] ?? at, pointAt(graph, stretch, from))).toBeLessThan(0.1);
          expect(flat(shape.at(-1) ?? at, pointAt(graph, stretch, to))).toBeLessThan(0.1);
        });
      }),
      runs(60),
    );
  });
});

describe("the area around them", () => {
  it("is a street with room on all sides, and a block too large leaves a hole", () => {
    const graph = walkGraph(
      [east(0), east(400)],
      [
        { from: 0, to: 1 },
        { from: 1, to: 0, by: [east(400, 300), east(0, 300)] },
      ],
    );
    const isochrone = drawnFrom(graph, east(0), 5000);
    const area = isochrone ? isochroneArea(isochrone, east(0)) : [];
    expect(area.map((rings) => rings.length)).toEqual([2]);
    // 400 × 300 with 30 m around it in rounded corners, without 340 × 240.
    const expected = 400 * 300 + 2 * 30 * 700 + Math.PI * 30 ** 2 - 340 * 240;
    expect(Math.abs(areaOf(area) / expected - 1)).toBeLessThan(0.01);
    expect(isochroneArea({ ...(isochrone as Isochrone), shapeLng: new Float64Array() }, east(0))).toEqual([]);
  });

  it("gives each hole to the ring right around it", () => {
    const square = (half: number) =>
      [
        east(-half, -half),
        east(half, -half),
        east(half, half),
        east(-half, half),
        east(-half, -half),
      ] as const;
    const none = { stretches: Uint32Array.of(0, 1), from: new Float64Array(2), to: new Float64Array(2) };
    const shapes = [square(100), square(300)];
    const isochrone = { ...none, ...withShapes(none as unknown as Isochrone, shapes) };
    const sizes = isochroneArea(isochrone, east(0)).map((polygon) => polygon.map((ring) => areaOf([[ring]])));
    expect(sizes.map((rings) => rings.map((size) => Math.round(Math.sqrt(size) / 10) * 10))).toEqual([
      [660, 540],
      [260, 140],
    ]);
  });

  it("holds every reached street, comes no farther than it says, and hangs on no order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 10, max: 600 }), (seed, limit) => {
        const town = randomTown(seed, false);
        const graph = walkGraph(town.nodes, town.stretches);
        const [at] = town.facilities;
        const isochrone = at && drawnFrom(graph, at, limit);
        if (at === undefined || isochrone === undefined) return;
        const area = isochroneArea(isochrone, at);
        const shapes = Array.from(isochrone.stretches, (_, part) => shapeOf(isochrone, part));
        const sides = shapes.flatMap((shape) => shape.slice(1).map((b, i) => [shape[i] ?? b, b] as const));
        for (const [a, b] of sides) {
          for (const share of [0, 0.31, 0.77, 1]) {
            const point = { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
            expect(liesInside(point, area)).toBe(true);
          }
        }
        for (const [outer, ...holes] of area) {
          expect(signedArea(outer)).toBeGreaterThan(0);
          for (const hole of holes) {
            expect(signedArea(hole)).toBeLessThan(0);
            expect(hole.every((corner) => liesInside(corner, [[outer]]))).toBe(true);
          }
          for (const corner of [outer, ...holes].flat()) {
            const metres = Math.min(...sides.map(([a, b]) => flatFrom(corner, a, b)));
            expect(Math.abs(metres - AREA_BEYOND)).toBeLessThan(5);
          }
        }
        const turned = shapes.toReversed().map((shape) => shape.toReversed());
        expect(isochroneArea(withShapes(isochrone, turned), at)).toEqual(area);
      }),
      runs(30),
    );
  });
});

function withShapes(isochrone: Isochrone, shapes: readonly (readonly LngLat[])[]): Isochrone {
  const ends = shapes.map((_, i) => shapes.slice(0, i + 1).flat().length);
  return {
    ...isochrone,
    shapeStarts: Uint32Array.of(0, ...ends),
    shapeLng: Float64Array.from(shapes.flat(), ({ lng }) => lng),
    shapeLat: Float64Array.from(shapes.flat(), ({ lat }) => lat),
  };
}

function flatFrom(at: LngLat, a: LngLat, b: LngLat): number {
  const [x, y] = [(b.lng - a.lng) * 92_120.3, (b.lat - a.lat) * 110_929];
  const [atX, atY] = [(at.lng - a.lng) * 92_120.3, (at.lat - a.lat) * 110_929];
  const share = Math.min(1, Math.max(0, (atX * x + atY * y) / (x * x + y * y || 1)));
  return Math.hypot(atX - share * x, atY - share * y);
}
