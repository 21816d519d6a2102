import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import { DATUMS, type Datum } from "../../../src/core/geo/lng-lat.ts";
import type { PlacedRow, Trusted } from "../../../src/io/datum-evidence.ts";
import { datumSketch } from "../../../src/io/datum-sketch.ts";
import { aZone, east } from "../../builders/rows.ts";

/** Ten zones 300 m apart, and one far off. */
const NORTH = [...Array.from({ length: 10 }, (_, i) => 300 * i), 90_000];
const ZONES = NORTH.map((metres, i) => aZone(`z${i}`, { at: east(0, metres) }));
const TRUSTED: Trusted = { places: ZONES, zones: ZONES, units: [], streets: [] };
/** Forty metres east of each stands what was built for it. */
const written = (datum: Datum): PlacedRow[] =>
  NORTH.map((metres, i) => {
    const { lng, lat } = shifted(east(40, metres), "wgs84", datum);
    return { id: `f${i}`, at: { lng, lat } };
  });
const OTHER = { verdict: { datum: "gcj02" }, readAs: "wgs84", rows: 11 } as const;
const OPEN = { verdict: { undecided: "alike" }, readAs: "wgs84", rows: 11 } as const;

const pairs = (flat: readonly number[] = []) =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN] as const);
const metresToNearest = ([x, y]: readonly [number, number], places: readonly number[] = []) =>
  Math.min(...pairs(places).map(([a, b]) => Math.hypot(a - x, b - y)));

describe("the sketch of a register in another datum", () => {
  const sketch = datumSketch(written("gcj02"), OTHER, TRUSTED);

  it("shows where most rows are, beside what they belong to in their datum and far from it as they are read", () => {
    const { length } = pairs(sketch?.points);
    expect(length).toBeGreaterThanOrEqual(8);
    expect(length).toBeLessThan(11);
    for (const datum of DATUMS) expect(pairs(sketch?.rows[datum])).toHaveLength(length);
    for (const place of pairs(sketch?.rows.gcj02)) {
      expect(metresToNearest(place, sketch?.points)).toBeGreaterThan(38);
      expect(metresToNearest(place, sketch?.points)).toBeLessThan(42);
    }
    // The shift is some 546 m here: 529 m east, 138 m south.
    for (const [i, [x, y]] of pairs(sketch?.rows.wgs84).entries()) {
      const [gx, gy] = pairs(sketch?.rows.gcj02)[i] ?? [NaN, NaN];
      expect(Math.hypot(x - gx, y - gy)).toBeGreaterThan(500);
      expect(Math.hypot(x - gx, y - gy)).toBeLessThan(600);
    }
  });

  it("is drawn near where enough rows are close together, or all that there are", () => {
    const few = (count: number, apart: number) =>
      datumSketch(
        NORTH.slice(0, count).map((_, i) => {
          const { lng, lat } = shifted(east(apart * i), "wgs84", "gcj02");
          return { id: `f${i}`, at: { lng, lat } };
        }),
        OTHER,
        TRUSTED,
      )?.halfWidth;
    expect(few(8, 10)).toBe(2100);
    expect(few(3, 10)).toBe(2100);
    expect(few(6, 1200)).toBe(4200);
  });

  it("is the same in any order of rows and of what is trusted", () => {
    const turned = { ...TRUSTED, places: TRUSTED.places.toReversed() };
    expect(datumSketch(written("gcj02").toReversed(), OTHER, turned)).toEqual(sketch);
  });

  it("is not made where the datum fits, or nothing was held against anything", () => {
    const fits = { ...OTHER, readAs: "gcj02" } as const;
    expect(datumSketch(written("gcj02"), fits, TRUSTED)).toBeUndefined();
    expect(datumSketch(written("gcj02"), { ...OPEN, rows: 0 }, TRUSTED)).toBeUndefined();
    expect(datumSketch(written("gcj02"), OPEN, TRUSTED)).toBeDefined();
  });
});

it("stays small, however many rows, streets and outlines there are", () => {
  const dice = diceOf(5);
  const anywhere = () => east(dice.unit() * 20_000, dice.unit() * 20_000);
  const rows = Array.from({ length: 30_000 }, (_, i) => ({
    id: `f${i}`,
    at: east(dice.unit() * 3000, dice.unit() * 3000),
  }));
  const around = (x: number, y: number) =>
    [
      [x, y],
      [x + 60, y],
      [x + 60, y + 60],
      [x, y + 60],
    ] as const;
  const outlined = Array.from({ length: 5000 }, (_, i) =>
    aZone(`z${i}`, {
      shape: [[around(dice.unit() * 20_000, dice.unit() * 20_000).map(([x, y]) => east(x, y))]],
    }),
  );
  const points = Array.from({ length: 20_000 }, (_, i) => aZone(`p${i}`, { at: anywhere() }));
  const streets = Array.from({ length: 2000 }, () => ({
    rank: "lane" as const,
    line: Array.from({ length: 20 }, anywhere),
  }));
  const trusted = { places: [...outlined, ...points], zones: [], units: [], streets };
  const sketch = datumSketch(rows, OPEN, trusted);
  expect(pairs(sketch?.rows.bd09)).toHaveLength(200);
  expect(JSON.stringify(sketch).length).toBeLessThan(80_000);
});
