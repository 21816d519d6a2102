import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../src/core/base/random.ts";
import type { LngLat, Polygon } from "../../src/core/geo/lng-lat.ts";
import { shiftOf } from "../../src/core/model/edits/place-zone.ts";
import {
  cornersOf,
  middlesOf,
  movedBy,
  type Sketch,
  sketchOf,
  withCorner,
  withCornerMoved,
  withCornerOn,
  withoutCorner,
} from "../../src/map/sketch.ts";
import { sketchFeatures } from "../../src/map/sketch-features.ts";
import { east } from "../builders/rows.ts";

const block = (x: number, width: number): Polygon => [
  [east(x), east(x + width), east(x + width, width), east(x, width)],
];
const [HOLE] = block(20, 10);
const SHAPE: readonly Polygon[] = [[block(0, 100)[0], HOLE.slice(0, 3)], block(500, 50)];
const sizes = ({ shape }: Sketch) => shape.map((polygon) => polygon.map((ring) => ring.length));
const place = (polygon: number, ring: number, corner: number) => ({ polygon, ring, corner });

describe("an outline that is drawn", () => {
  it("gets corner after corner, of six decimals, and loses them again down to none", () => {
    let sketch = sketchOf(undefined);
    expect([...cornersOf(sketch)]).toEqual([]);
    for (const at of [east(0), east(50), { lng: 117.123456789, lat: 34.1 }]) sketch = withCorner(sketch, at);
    expect(sizes(sketch)).toEqual([[3]]);
    expect(sketch.isClosed).toBe(false);
    expect(sketch.shape[0]?.[0][2]).toEqual({ lng: 117.123457, lat: 34.1 });
    for (let left = 2; left >= 0; left -= 1) {
      sketch = withoutCorner(sketch, place(0, 0, left));
      expect(sizes(sketch)).toEqual([[left]]);
    }
  });

  it("shows sides that are not set yet up to where the next corner would stand", () => {
    const sketch = withCorner(withCorner(sketchOf(undefined), east(0)), east(100));
    const parts = (cursor?: LngLat) =>
      sketchFeatures(sketch, { cursor, handles: true }).features.map(({ properties }) => properties?.part);
    expect(parts()).toEqual(["line", "rubber", "corner", "corner"]);
    expect(parts(east(50, 50))).toEqual(["fill", "line", "rubber", "corner", "corner"]);
    expect(sketchFeatures(undefined, { handles: true }).features).toEqual([]);
  });
});

describe("an outline that is changed", () => {
  const sketch = sketchOf(SHAPE);

  it("has a middle on every side, holes and parts included, where a corner can be set", () => {
    const middles = [...middlesOf(sketch)];
    expect(middles).toHaveLength(4 + 3 + 4);
    expect(middles[3]?.[1].lng).toBeCloseTo(east(0).lng, 9);
    const next = withCornerOn(sketch, place(0, 1, 2), east(25, 5));
    expect(sizes(next)).toEqual([[4, 4], [4]]);
    expect(next.chosen).toEqual(place(0, 1, 3));
    expect(sizes(sketch)).toEqual([[4, 3], [4]]);
  });

  it("keeps every other corner where one is moved", () => {
    const moved = withCornerMoved(sketch, place(1, 0, 2), east(600, 60));
    const [before, after] = [[...cornersOf(sketch)], [...cornersOf(moved)]];
    const apart = after.filter(([, at], i) => at !== before[i]?.[1]);
    expect(apart.map(([where]) => where)).toEqual([place(1, 0, 2)]);
  });

  it("loses a hole of three corners whole, then a part, and never the last ring", () => {
    expect(sizes(withoutCorner(sketch, place(0, 0, 1)))).toEqual([[3, 3], [4]]);
    expect(sizes(withoutCorner(sketch, place(0, 1, 1)))).toEqual([[4], [4]]);
    const triangles = sketchOf([[HOLE.slice(0, 3)], [HOLE.slice(1)]]);
    const one = withoutCorner(triangles, place(0, 0, 0));
    expect(sizes(one)).toEqual([[3]]);
    expect(withoutCorner(one, place(0, 0, 0))).toBe(one);
  });

  it("moved as a whole is the same outline elsewhere, however it is moved", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const dice = diceOf(seed, "moves");
        const [x, y] = [dice.whole(1, 9000) / 1e6, dice.whole(-9000, 9000) / 1e6 + 0.12345678e-6];
        const moved = movedBy(sketch, x, y);
        const shift = shiftOf(SHAPE.flat(2), moved.shape.flat(2));
        expect(shift?.east).toBeCloseTo(x, 6);
        expect(shift?.north).toBeCloseTo(y, 6);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});
