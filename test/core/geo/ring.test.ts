import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LngLat, Polygon, Ring } from "../../../src/core/geo/lng-lat.ts";
import { areaOf, liesInside, pointInside, signedArea, turned } from "../../../src/core/geo/ring.ts";
import { crossingOf, withoutLoops } from "../../../src/core/geo/ring-crossing.ts";
import { east } from "../../builders/rows.ts";
import { within } from "../../oracles/polygons.ts";

const ring = (...points: readonly (readonly [number, number])[]): Ring => points.map(([x, y]) => east(x, y));
const SQUARE = ring([0, 0], [100, 0], [100, 100], [0, 100]);
const BOW_TIE = ring([0, 0], [100, 100], [100, 0], [0, 100]);

describe("the area of a polygon", () => {
  it("is width × height, without its hole", () => {
    // 100 × 100 − 20 × 10
    const hole = ring([40, 40], [60, 40], [60, 50], [40, 50]);
    expect(areaOf([[SQUARE, hole]]) / 9800).toBeCloseTo(1, 3);
    expect(areaOf([[SQUARE], [ring([200, 0], [210, 0], [210, 10], [200, 10])]]) / 10_100).toBeCloseTo(1, 3);
  });

  it("has the sign of the way the ring runs, and can be turned", () => {
    expect(signedArea(SQUARE)).toBeGreaterThan(0);
    expect(signedArea(turned(SQUARE, "clockwise"))).toBeCloseTo(-signedArea(SQUARE), 6);
    expect(turned(SQUARE, "clockwise")[0]).toBe(SQUARE[0]);
    expect(turned(SQUARE, "counter-clockwise")).toBe(SQUARE);
  });
});

describe("a crossing", () => {
  it("is found in a bow tie, at the place where its sides cross", () => {
    const at = crossingOf([BOW_TIE]) as LngLat;
    expect(at.lng).toBeCloseTo(east(50).lng, 9);
    expect(at.lat).toBeCloseTo(east(0, 50).lat, 9);
  });

  it("is found between an outline and its hole", () => {
    expect(crossingOf([SQUARE, ring([90, 40], [120, 40], [120, 50], [90, 50])])).toBeDefined();
  });

  it("is none where sides touch: at a corner, along a line, in a spike", () => {
    expect(crossingOf([SQUARE])).toBeUndefined();
    expect(crossingOf([ring([0, 0], [100, 0], [100, 100], [50, 0], [0, 100])])).toBeUndefined();
    expect(
      crossingOf([ring([0, 0], [50, 0], [50, 60], [50, 0], [100, 0], [100, 100], [0, 100])]),
    ).toBeUndefined();
    expect(crossingOf([SQUARE, ring([0, 20], [10, 20], [10, 40], [0, 40])])).toBeUndefined();
  });

  it("is found exactly where every pair of sides says so", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (corners) => {
        const rough: Ring = corners.map(([x, y]) => ({ lng: 117 + x / 1024, lat: 34 + y / 1024 }));
        expect(crossingOf([rough]) !== undefined).toBe(anyTwoCross(corners));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe("a loop that rounding tied into an outline", () => {
  // 100 × 100, with a side that runs back over itself: a triangle of 2 × 1 ÷ 2 = 1 m² beside the outline.
  const tied = ring(
    [0, 0],
    [100, 0],
    [100, 100],
    [50, 100],
    [49, 102],
    [51, 102],
    [50, 100 - 0.001],
    [0, 100],
  );

  it("is cut off, and its area told", () => {
    expect(crossingOf([tied])).toBeDefined();
    const found = withoutLoops(tied, 0.01);
    expect(crossingOf([found?.ring ?? []])).toBeUndefined();
    expect(found?.cut).toBeCloseTo(2, 1);
    expect(areaOf([[found?.ring ?? []]]) / 10_000).toBeCloseTo(1, 3);
  });

  it("is not cut off where it matters", () => {
    expect(withoutLoops(BOW_TIE, 0.01)).toBeUndefined();
    expect(withoutLoops(tied, 0.0001)).toBeUndefined();
  });

  it("leaves a sound outline as it is", () => {
    expect(withoutLoops(SQUARE, 0.01)).toEqual({ ring: SQUARE, cut: 0 });
  });
});

describe("the point inside", () => {
  it("lies inside a horseshoe, whose middle does not", () => {
    const horseshoe: Polygon = [
      ring([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]),
    ];
    const at = pointInside([horseshoe]) as LngLat;
    expect(within(at, horseshoe[0])).toBe(true);
    expect(within(east(50, 50), horseshoe[0])).toBe(false);
  });

  it("avoids the hole, and does not depend on the corner a ring starts at", () => {
    const hole = ring([10, 10], [90, 10], [90, 90], [10, 90]);
    const at = pointInside([[SQUARE, hole]]) as LngLat;
    expect(liesInside(at, [[SQUARE, hole]])).toBe(true);
    expect(within(at, hole)).toBe(false);
    const started = [...SQUARE.slice(2), ...SQUARE.slice(0, 2)];
    expect(pointInside([[started, hole]])).toEqual(at);
  });

  it("stays where it is when a hair makes another stretch, polygon or half of the corners the larger", () => {
    const hair = 1e-9;
    const twin = (wider: number): Ring =>
      [
        [0, 0],
        [4, 0],
        [4, 3],
        [3 - wider, 3],
        [3 - wider, 1],
        [1, 1],
        [1, 3],
        [0, 3],
      ].map(([x = 0, y = 0]) => ({ lng: 117 + x / 1024, lat: 34 + y / 1024 }));
    const away = (at: LngLat | undefined, from: LngLat | undefined) =>
      Math.hypot((at?.lng ?? 9) - (from?.lng ?? 0), (at?.lat ?? 9) - (from?.lat ?? 0));
    expect(away(pointInside([[twin(hair)]]), pointInside([[twin(-hair)]]))).toBeLessThan(2 * hair);
    const apart = (by: number) => SQUARE.map(({ lng, lat }) => ({ lng: lng + 0.01, lat: lat * (1 + by) }));
    expect(pointInside([[SQUARE], [apart(hair / 100)]])).toEqual(pointInside([[SQUARE]]));
    const kinked = (by: number): Ring => [
      { lng: 117, lat: 34 },
      { lng: 117.01, lat: 34 },
      { lng: 117.02, lat: 34.005 + by },
      { lng: 117.01, lat: 34.01 },
      { lng: 117, lat: 34.01 },
    ];
    expect(away(pointInside([[kinked(hair)]]), pointInside([[kinked(-hair)]]))).toBeLessThan(10 * hair);
  });

  it("is none in an area of nothing", () => {
    expect(pointInside([[ring([0, 0], [10, 0], [20, 0])]])).toBeUndefined();
    expect(pointInside([])).toBeUndefined();
  });

  it("lies inside by the slow test too", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 8 }), (corners) => {
        const shape: Polygon = [corners.map(([x, y]) => ({ lng: 117 + x / 1024, lat: 34 + y / 1024 }))];
        const at = pointInside([shape]);
        if (at !== undefined) expect(within(at, shape[0])).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

type Corner = readonly [number, number];

/** In whole numbers, so that nothing is rounded. */
function anyTwoCross(corners: readonly Corner[]): boolean {
  const sides = corners.map((a, i) => [a, corners[(i + 1) % corners.length] as Corner] as const);
  const turn = (a: Corner, b: Corner, p: Corner) =>
    Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (p[0] - a[0]) * (b[1] - a[1]));
  return sides.some(([a, b]) =>
    sides.some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
  );
}
