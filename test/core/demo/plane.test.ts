import { describe, expect, it } from "vitest";
import { areaOf, centreOf, divide, inset, type Lot } from "../../../src/core/demo/lot.ts";
import { mosaicOf } from "../../../src/core/demo/mosaic.ts";
import { noise, point, turned } from "../../../src/core/demo/plane.ts";

const square: Lot = {
  corners: [point(0, 0), point(100, 0), point(100, 100), point(0, 100)],
  sides: ["main", "lane", "river", "wall"],
};

describe("the plane of the plan", () => {
  it("turns as cosine and sine do, within 1e-9", () => {
    for (let part = -1.5; part <= 1.5; part += 0.013) {
      const { x, y } = turned(part);
      expect(Math.abs(x - Math.cos(part * 2 * Math.PI))).toBeLessThan(1e-9);
      expect(Math.abs(y - Math.sin(part * 2 * Math.PI))).toBeLessThan(1e-9);
    }
  });

  it("has noise without jumps, from −1 to 1", () => {
    for (let x = -5000; x < 5000; x += 7) {
      const here = noise(1, point(x, x / 3), 900);
      expect(Math.abs(here)).toBeLessThanOrEqual(1);
      expect(Math.abs(noise(1, point(x + 1, x / 3), 900) - here)).toBeLessThan(0.005);
    }
  });

  it("cuts a square in two at x = 30: 30 × 100 and 70 × 100, each keeping its old sides", () => {
    const cut = divide(square, point(30, 50), point(0, 1), "secondary");
    const [left, right] = cut?.parts ?? [square, square];
    expect(areaOf(left.corners)).toBe(3000);
    expect(areaOf(right.corners)).toBe(7000);
    expect([...left.sides].sort()).toEqual(["main", "river", "secondary", "wall"]);
    expect([...right.sides].sort()).toEqual(["lane", "main", "river", "secondary"]);
    expect(divide(square, point(200, 50), point(0, 1), "lane")).toBeUndefined();
  });

  it("sets back from each side by its own depth: (100 − 5 − 3) × (100 − 30 − 20) = 4600 m²", () => {
    const depth = { main: 30, lane: 5, river: 20, wall: 3 } as Record<string, number>;
    const ground = inset(square, (side) => depth[side] as number);
    expect(areaOf(ground)).toBeCloseTo(4600, 9);
    // x from 3 to 95, y from 30 to 80
    expect(centreOf(ground).x).toBeCloseTo(49, 9);
    expect(centreOf(ground).y).toBeCloseTo(55, 9);
    expect(inset(square, () => 51)).toEqual([]);
  });

  it("joins neighbours along a border that one of them shares with two", () => {
    const cut = divide(square, point(30, 50), point(0, 1), "secondary");
    const [left, right] = cut?.parts ?? [square, square];
    const lower = divide(right, point(60, 40), point(1, 0), "lane");
    const [upper, under] = lower?.parts ?? [right, right];
    const mosaic = mosaicOf([left, upper, under]);
    expect(mosaic.neighbours[0]?.map(({ lot, length, side }) => [lot, length, side])).toEqual([
      [1, 60, "secondary"],
      [2, 40, "secondary"],
    ]);
    const [outline, ...more] = mosaic.outlines([0, 1, 2]);
    expect(more).toEqual([]);
    expect(areaOf(outline ?? [])).toBeCloseTo(10_000, 9);
    expect(areaOf(mosaic.outlines([0, 2])[0] ?? [])).toBeCloseTo(3000 + 70 * 40, 9);
  });

  it("leaves a hole where a middle lot is missing", () => {
    const lots: Lot[] = [];
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const [x, y] = [i * 10, j * 10];
        const corners = [point(x, y), point(x + 10, y), point(x + 10, y + 10), point(x, y + 10)];
        lots.push({ corners, sides: ["lane", "lane", "lane", "lane"] });
      }
    }
    const rings = mosaicOf(lots).outlines([0, 1, 2, 3, 5, 6, 7, 8]);
    expect(rings.map((ring) => areaOf(ring))).toEqual([900, -100]);
  });
});
