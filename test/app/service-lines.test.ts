import { expect, test } from "vitest";
import { serviceLines } from "../../src/app/derived/service-lines.ts";

const rows = (lng: readonly number[]) => ({
  lng: Float64Array.from(lng),
  lat: Float64Array.from(lng, (one) => (Number.isNaN(one) ? Number.NaN : 34)),
});
const view = { zones: rows([117, 118, Number.NaN]), facilities: rows([117.1, 117.2]) } as never;
const rooms = { metric: "elderly_building_area", zone: 0, facility: 0, amount: 10 } as const;

test("lines are as wide as what is given beside the most of its metric", () => {
  const slots = { metric: "childcare_slots", zone: 1, facility: 1 } as const;
  const lines = serviceLines(view, [rooms, { ...rooms, facility: 1, amount: 40 }, { ...slots, amount: 2 }]);
  expect(lines.map(({ facility, subject, width }) => [facility.lng, subject, width])).toEqual([
    [117.2, "elderly", 5],
    [117.2, "childcare", 5],
    [117.1, "elderly", 2],
  ]);
});

test("two are joined by one line, the widest, and nothing without a place or without an amount", () => {
  const twice = [rooms, { ...rooms, metric: "elderly_site_area", amount: 3 }] as never;
  expect(serviceLines(view, twice)).toHaveLength(1);
  expect(
    serviceLines(view, [
      { ...rooms, zone: 2 },
      { ...rooms, amount: 0 },
    ]),
  ).toEqual([]);
});
