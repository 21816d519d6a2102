import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { badgesApart, type Spot } from "../../../src/core/geo/badges-apart.ts";

const sizes = { radius: 10, beside: 14, clear: 13 };
const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);

describe("badges of places", () => {
  test("stand at the upper right where nothing hinders", () => {
    // 14 × √½ = 9.899…, to the right and up.
    const [one, other] = badgesApart(
      [
        { x: 0, y: 0 },
        { x: 100, y: 50 },
      ],
      sizes,
    );
    expect(one?.x).toBeCloseTo(9.899, 3);
    expect(one?.y).toBeCloseTo(-9.899, 3);
    expect(other?.x).toBeCloseTo(109.899, 3);
    expect([one?.isLed, other?.isLed]).toEqual([false, false]);
  });

  test("of places near each other stand on other sides, and leave the other's mark free", () => {
    const places = [
      { x: 0, y: 0 },
      { x: 10, y: -10 },
    ];
    const badges = badgesApart(places, sizes);
    for (const [i, badge] of badges.entries()) {
      expect(apart(badge, places[i] as Spot)).toBeCloseTo(14, 9);
      expect(apart(badge, places[1 - i] as Spot)).toBeGreaterThanOrEqual(13);
      expect(badge.isLed).toBe(false);
    }
  });

  test("of one place fan out around it, those led that have no room beside it", () => {
    const places = Array.from({ length: 7 }, () => ({ x: 5, y: 5 }));
    const badges = badgesApart(places, sizes);
    for (const [i, badge] of badges.entries()) {
      const others = badges.filter((_, j) => j !== i);
      expect(Math.min(...others.map((other) => apart(badge, other)))).toBeGreaterThanOrEqual(20);
      expect(badge.isLed).toBe(apart(badge, places[i] as Spot) > 14.1);
    }
    // A circle of 14 has room for four of a width of 20: 2 asin(10/14) is 91°, more than a quarter; so three.
    expect(badges.filter(({ isLed }) => !isLed)).toHaveLength(3);
  });

  test("on their places give way with a line to them", () => {
    const places = [
      { x: 0, y: 0 },
      { x: 12, y: 0 },
    ];
    const [one, other] = badgesApart(places, { radius: 10, beside: 0, clear: 11 });
    expect(one).toEqual({ x: 0, y: 0, isLed: false });
    expect(other?.isLed).toBe(true);
    expect(apart(one as Spot, other as Spot)).toBeGreaterThanOrEqual(20);
  });

  test("are as many as the places, in their order, and never cover one another", () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 120 }), y: fc.integer({ min: 0, max: 120 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.constantFrom(0, 14), (places, beside) => {
        const badges = badgesApart(places, { ...sizes, beside });
        expect(badges).toHaveLength(places.length);
        for (const [i, badge] of badges.entries())
          for (const other of badges.slice(i + 1)) expect(apart(badge, other)).toBeGreaterThanOrEqual(20);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
