import { expect, test } from "vitest";
import { LIMIT_BOUNDS, limitAt, speedAt } from "../../src/ui/parameters/walk-time.ts";

test("a limit is a time at a pace, within what may be set", () => {
  // 0.9 m/s × 60 × 15 = 810 m; 1.3 m/s × 60 × 15 = 1,170 m
  expect([limitAt(0.9, 15), limitAt(1.3, 15)]).toEqual([810, 1170]);
  expect([limitAt(0.3, 1), limitAt(2, 60)]).toEqual([LIMIT_BOUNDS.from, LIMIT_BOUNDS.to]);
  expect(limitAt(speedAt(800, 15), 10)).toBe(533);
});
