import { describe, expect, it } from "vitest";
import { lineWithin } from "../../../src/core/geo/lines-within.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { localPlane } from "../../../src/core/geo/local-plane.ts";

const PLANE = localPlane({ lng: 117.2, lat: 34.26 });
const BOX = { halfWidth: 100, halfHeight: 50 };
const line = (...points: [number, number][]): LngLat[] => points.map(([x, y]) => PLANE.toEarth({ x, y }));
const seen = (points: readonly LngLat[], apart = 0) =>
  lineWithin(points, PLANE, BOX, apart).map((run) =>
    run.map(({ x, y }) => [Math.round(x) + 0, Math.round(y) + 0]),
  );

describe("the parts of a line that are seen in a box", () => {
  it("are the sides that touch it, whole, also one that crosses it without a point in it", () => {
    expect(seen(line([-500, 0], [500, 0]))).toEqual([
      [
        [-500, 0],
        [500, 0],
      ],
    ]);
    expect(seen(line([-90, 0], [90, 0], [400, 0], [400, 400], [50, 400], [50, 40]))).toEqual([
      [
        [-90, 0],
        [90, 0],
        [400, 0],
      ],
      [
        [50, 400],
        [50, 40],
      ],
    ]);
  });

  it("are none of one beside it, or of one point", () => {
    expect(seen(line([-500, 60], [500, 60]))).toEqual([]);
    expect(seen(line([200, 0], [300, 40]))).toEqual([]);
    expect(seen(line([0, 0]))).toEqual([]);
  });

  it("leave out points that are close to the one before, never an end", () => {
    expect(seen(line([0, 0], [4, 0], [9, 0], [12, 0], [30, 0], [31, 0]), 10)).toEqual([
      [
        [0, 0],
        [12, 0],
        [30, 0],
        [31, 0],
      ],
    ]);
  });
});
