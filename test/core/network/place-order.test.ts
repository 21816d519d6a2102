import { expect, test } from "vitest";
import { placeOrder } from "../../../src/core/network/place-order.ts";

type Place = readonly [lng: number, lat: number];

function ordered(places: readonly Place[]): readonly Place[] {
  const order = placeOrder(
    Float64Array.from(places, ([lng]) => lng),
    Float64Array.from(places, ([, lat]) => lat),
  );
  return [...order].map((row) => places[row] ?? [0, 0]);
}

test("goes from cell to cell beside it, without a leap", () => {
  const grid = Array.from({ length: 64 }, (_, i): Place => [i % 8, Math.floor(i / 8)]);
  const along = ordered(grid);
  expect(new Set(along).size).toBe(64);
  for (const [i, [lng, lat]] of along.entries()) {
    const [before, below] = along[i - 1] ?? [lng + 1, lat];
    expect(Math.abs(lng - before) + Math.abs(lat - below)).toBe(1);
  }
});

test("does not depend on the order of rows, where many lie in one cell too", () => {
  const close = Array.from({ length: 40 }, (_, i): Place => [117 + (i % 7) * 1e-7, 34 + (i % 5) * 1e-7]);
  const places: Place[] = [...close, [127, 44]];
  const along = ordered(places);
  expect(ordered([...places].reverse())).toEqual(along);
  expect(ordered([...places.slice(13), ...places.slice(0, 13)])).toEqual(along);
});

test("takes no place, one place and one place twice", () => {
  expect(ordered([])).toEqual([]);
  expect(ordered([[117, 34]])).toEqual([[117, 34]]);
  expect(
    ordered([
      [117, 34],
      [117, 34],
    ]),
  ).toHaveLength(2);
});
