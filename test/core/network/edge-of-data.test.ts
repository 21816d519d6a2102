import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import type { LngLat, Polygon } from "../../../src/core/geo/lng-lat.ts";
import type { AdminUnit } from "../../../src/core/model/admin-unit.ts";
import { isAtEdge, zonesAtEdge } from "../../../src/core/network/edge-of-data.ts";
import { convexHull, type Extent, extentOf } from "../../../src/core/network/extent.ts";
import { turnOf } from "../../../src/core/network/side-meeting.ts";
import { east } from "../../builders/rows.ts";
import { originsOfZones, placesOfPoints } from "../../builders/walk-graphs.ts";

const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });
const NOWHERE = placesOfPoints([]);

const box = (x: number, y: number, width: number, height: number): Polygon => [
  [east(x, y), east(x + width, y), east(x + width, y + height), east(x, y + height)],
];
const unit = (id: string, shape: Polygon, differs: Partial<AdminUnit> = {}): AdminUnit => ({
  ...{ id, name: id, level: "district", shape: [shape] },
  ...differs,
});

/** Which of these places are near the edge, each asked as a zone that is not covered. */
function near(extent: Extent | undefined, places: readonly LngLat[], limit: number): readonly number[] {
  if (extent === undefined) throw new Error("there is an extent");
  const origins = originsOfZones(places.map((at) => ({ kind: "point", places: [at] })));
  return [...zonesAtEdge(extent, origins, new Float64Array(places.length), limit)];
}

describe("the edge of the data", () => {
  it("is the outline of the units, borders between them apart", () => {
    const extent = extentOf([unit("1", box(0, 0, 3000, 4000)), unit("2", box(3000, 0, 3000, 4000))], []);
    const places = [east(3000, 2000), east(999, 2000), east(1001, 2000), east(3000, 999), east(5500, 2000)];
    expect(near(extent, places, 1000)).toEqual([0, 1, 0, 1, 1]);
    expect(near(extent, [east(-50, 2000), east(-9000, 2000)], 10)).toEqual([1, 1]);
  });

  it("is that of the largest units, whatever is drawn in them, however neighbours were drawn", () => {
    const city = unit("3203", box(0, 0, 6000, 6000), { level: "city" });
    const street = unit("320302001", box(2500, 2500, 1000, 1000), { level: "street", parent: "320302" });
    const district: AdminUnit = { id: "320302", name: "", level: "district", parent: "3203" };
    expect(near(extentOf([street, district, city], []), [east(3000, 3000)], 1000)).toEqual([0]);
    expect(near(extentOf([street, district], []), [east(3000, 3000)], 1000)).toEqual([1]);
    const apart = [unit("1", box(0, 0, 3000, 6000)), unit("2", box(3012, -7, 3000, 6011))];
    expect(near(extentOf(apart, []), [east(3000, 3000), east(3006, 3000)], 1000)).toEqual([0, 0]);
    expect(near(extentOf(apart, []), [east(-30, 3000), east(-60, 3000)], 10)).toEqual([1, 1]);
    const far = [unit("1", box(0, 0, 3000, 6000)), unit("2", box(3080, 0, 3000, 6000))];
    expect(near(extentOf(far, []), [east(3000, 3000)], 1000)).toEqual([1]);
  });

  it("is a side where it has no neighbour, and none where it has", () => {
    const extent = extentOf([unit("1", box(0, 0, 6000, 6000)), unit("2", box(6000, 0, 6000, 3000))], []);
    const places = [east(5950, 1000), east(5950, 2800), east(5950, 3300), east(5950, 5000)];
    expect(near(extent, places, 100)).toEqual([0, 0, 1, 1]);
  });

  it("is the hull of zones and facilities where no unit is drawn, and none without places", () => {
    const corners = [east(0), east(4000), east(4000, 4000), east(0, 4000), { lng: Number.NaN, lat: 1 }];
    const extent = extentOf([{ id: "1", name: "", level: "city" }], [placesOfPoints(corners), NOWHERE]);
    expect(extent?.basis).toBe("hull");
    expect(near(extent, [east(2000, 2000), east(0), east(2000, 900)], 1000)).toEqual([0, 1, 1]);
    expect(extentOf([], [NOWHERE])).toBeUndefined();
    expect(near(extentOf([], [placesOfPoints([east(0)])]), [east(0), east(500)], 100)).toEqual([1, 1]);
  });

  it("marks zones that are not wholly covered, by the nearest of their places", () => {
    const extent = extentOf([unit("1", box(0, 0, 6000, 6000))], []);
    if (extent === undefined) throw new Error("there is an extent");
    const inside = { kind: "buildings" as const, places: [east(3000, 3000), east(3100, 3000)] };
    const atEdge = { kind: "buildings" as const, places: [east(3000, 3000), east(3000, 500)] };
    const none = { kind: "none" as const, places: [] };
    const origins = originsOfZones([inside, atEdge, atEdge, atEdge, none]);
    expect([...zonesAtEdge(extent, origins, Float64Array.of(0, 0, 0.5, 1, Number.NaN), 1000)]).toEqual([
      ...[0, 1, 1, 0, 0],
    ]);
  });

  it("is strict at the limit: as near as it is not nearer", () => {
    const extent = extentOf([unit("1", box(0, 0, 6000, 6000))], []);
    const at = east(3000, 800);
    const metres = geodesicMetres(at, east(3000, 0));
    expect(near(extent, [at], metres - 0.01)).toEqual([0]);
    expect(near(extent, [at], metres + 0.01)).toEqual([1]);
  });

  it("marks a component of which a zone or a facility is near", () => {
    const extent = extentOf([unit("1", box(0, 0, 6000, 6000))], []);
    if (extent === undefined) throw new Error("there is an extent");
    const origins = originsOfZones(
      [east(3000, 3000), east(3000, 300)].map((at) => ({ kind: "point", places: [at] })),
    );
    const facilities = placesOfPoints([
      east(3000, 3000),
      east(100, 3000),
      { lng: Number.NaN, lat: Number.NaN },
    ]);
    const ask = (zones: number[], rows: number[]) =>
      isAtEdge(
        extent,
        origins,
        facilities,
        { zones: Uint32Array.from(zones), facilities: Uint32Array.from(rows) },
        500,
      );
    expect([ask([0], [0, 2]), ask([0, 1], [0]), ask([0], [0, 1]), ask([], [])]).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it("is, for cells of a grid as units, the sides that have no cell beyond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const dice = diceOf(seed, "cells");
        const size = 1000;
        const cells = Array.from({ length: 16 }, (_, i) => i).filter(() => dice.chance(0.6));
        if (cells.length === 0) return;
        const has = (x: number, y: number) => x >= 0 && y >= 0 && x < 4 && y < 4 && cells.includes(4 * y + x);
        const lines: Line[] = cells.flatMap((cell) => {
          const [x, y] = [cell % 4, Math.floor(cell / 4)];
          const corner = (i: number, j: number) => [size * (x + i), size * (y + j)] as const;
          return [
            ...(has(x - 1, y) ? [] : [[corner(0, 0), corner(0, 1)] as Line]),
            ...(has(x + 1, y) ? [] : [[corner(1, 0), corner(1, 1)] as Line]),
            ...(has(x, y - 1) ? [] : [[corner(0, 0), corner(1, 0)] as Line]),
            ...(has(x, y + 1) ? [] : [[corner(0, 1), corner(1, 1)] as Line]),
          ];
        });
        const units = cells.map((cell) =>
          unit(String(cell), box(size * (cell % 4), size * Math.floor(cell / 4), size, size)),
        );
        const places = Array.from(
          { length: 12 },
          () => [dice.between(-500, 4500), dice.between(-500, 4500)] as const,
        );
        const limit = dice.between(50, 900);
        const found = near(
          extentOf(units, []),
          places.map(([x, y]) => east(x, y)),
          limit,
        );
        places.forEach(([x, y], i) => {
          const least = Math.min(...lines.map((line) => flatMetres(x, y, line)));
          if (Math.abs(least - limit) < 1) return;
          const isInside = has(Math.floor(x / size), Math.floor(y / size));
          expect(found[i]).toBe(least < limit || !isInside ? 1 : 0);
        });
      }),
      runs(25),
    );
  });

  it("has a hull that turns left at every corner and leaves no place out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const dice = diceOf(seed, "hull");
        const width = dice.whole(0, 9);
        const points = Array.from({ length: dice.whole(1, 40) }, () =>
          east(dice.whole(0, width) * 100, dice.whole(0, 9) * 100),
        );
        const hull = convexHull(points);
        expect(hull.every((at) => points.includes(at))).toBe(true);
        if (hull.length < 3) {
          const [a = points[0], b = a] = hull;
          for (const at of points) expect(a && b && turnOf(a, b, at)).toBe(0);
          return;
        }
        hull.forEach((a, i) => {
          const b = hull[(i + 1) % hull.length] ?? a;
          const next = hull[(i + 2) % hull.length] ?? a;
          expect(turnOf(a, b, next)).toBe(1);
          for (const at of points) expect(turnOf(a, b, at)).toBeGreaterThanOrEqual(0);
        });
      }),
      runs(60),
    );
  });
});

type Line = readonly [from: readonly [number, number], to: readonly [number, number]];

/** On squared paper; a line runs along an axis. */
function flatMetres(x: number, y: number, [[aX, aY], [bX, bY]]: Line): number {
  const within = (value: number, one: number, other: number) =>
    Math.min(Math.max(one, other), Math.max(Math.min(one, other), value));
  return Math.hypot(x - within(x, aX, bX), y - within(y, aY, bY));
}
