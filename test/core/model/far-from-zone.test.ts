import { describe, expect, it } from "vitest";
import { isFarFrom, metresFromZone } from "../../../src/core/model/far-from-zone.ts";
import { east } from "../../builders/rows.ts";

const square = { shape: [[[east(0, 0), east(400, 0), east(400, 300), east(0, 300)]]] } as const;

describe("the way to a zone", () => {
  it("is nothing inside, the shortest to a side or corner outside, and that to the point of a point zone", () => {
    expect(metresFromZone(east(200, 150), square)).toBe(0);
    expect(metresFromZone(east(700, 150), square)).toBeCloseTo(300, 1);
    // 3, 4, 5
    expect(metresFromZone(east(700, 700), square)).toBeCloseTo(500, 0);
    expect(metresFromZone(east(200, -50), square)).toBeCloseTo(50, 1);
    expect(metresFromZone(east(30, 40), { at: east(0) })).toBeCloseTo(50, 2);
    expect(metresFromZone(east(30, 40), {})).toBeUndefined();
  });

  it("is far beyond 1 000 m of the outline, and never where one of the two has no place", () => {
    expect(isFarFrom(east(1399), square)).toBe(false);
    expect(isFarFrom(east(1401), square)).toBe(true);
    expect(isFarFrom(undefined, square)).toBe(false);
    expect(isFarFrom(east(5000), {})).toBe(false);
  });
});
