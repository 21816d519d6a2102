import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatumResiduals, guessDatum } from "../../../src/core/geo/datum-guess.ts";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import { DATUMS, type Datum, type LngLat } from "../../../src/core/geo/lng-lat.ts";
import { localPlane } from "../../../src/core/geo/local-plane.ts";

/** Rows of which each is so far off in WGS84, GCJ-02 and BD-09. */
const rows = (...metres: readonly (readonly [number, number, number])[]): DatumResiduals[] =>
  metres.map(([wgs84, gcj02, bd09], i) => ({ against: `p${i}`, metres: { wgs84, gcj02, bd09 } }));
const times = (count: number, metres: readonly [number, number, number]) =>
  Array.from({ length: count }, () => metres);

describe("the datum that rows are in", () => {
  it("is the one they are nearest in: half, and nine in ten of them", () => {
    // Ten rows. Sorted: 10 20 30 40 50 | 60 … 100, so half lie within 50 m and nine in ten within 90 m.
    const off = Array.from({ length: 10 }, (_, i) => [540, (i + 1) * 10, 890] as const);
    expect(guessDatum(rows(...off))).toEqual({
      ...{ rows: 10, speaking: 10, verdict: { datum: "gcj02" } },
      residuals: {
        wgs84: { median: 540, most: 540 },
        gcj02: { median: 50, most: 90 },
        bd09: { median: 890, most: 890 },
      },
    });
  });

  it("needs five rows that tell, at three different things", () => {
    const five = rows(...times(5, [20, 540, 1240]));
    expect(guessDatum(five).verdict).toEqual({ datum: "wgs84" });
    expect(guessDatum(five.slice(1)).verdict).toEqual({ undecided: "too-few" });
    const at = (things: number) => five.map((row, i) => ({ ...row, against: `p${i % things}` }));
    expect(guessDatum(at(3)).verdict).toEqual({ datum: "wgs84" });
    expect(guessDatum(at(2)).verdict).toEqual({ undecided: "too-few" });
    // Differences of 100 m tell nothing.
    expect(guessDatum(rows(...times(50, [20, 120, 120]))).verdict).toEqual({ undecided: "too-few" });
  });

  it("is undecided where more than one telling row in ten is against it", () => {
    const [is, isNot] = [
      [20, 540, 1240],
      [540, 20, 1240],
    ] as const;
    expect(guessDatum(rows(...times(18, is), ...times(2, isNot))).verdict).toEqual({ datum: "wgs84" });
    expect(guessDatum(rows(...times(17, is), ...times(3, isNot))).verdict).toEqual({ undecided: "alike" });
  });

  it("must be better than each other one, not than one of them", () => {
    expect(guessDatum(rows(...times(40, [0, 0, 900]))).verdict).toEqual({ undecided: "alike" });
  });

  it("is none where the best lies far off: what they are held against may be shifted itself", () => {
    expect(guessDatum(rows(...times(40, [540, 1080, 1700]))).verdict).toEqual({ undecided: "none-fits" });
  });

  it("does not depend on the order of rows, and says nothing of no rows", () => {
    const mixed = rows(...times(9, [20, 540, 1240]), ...times(4, [300, 10, 900]));
    expect(guessDatum(mixed.toReversed())).toEqual(guessDatum(mixed));
    expect(guessDatum([]).verdict).toEqual({ undecided: "too-few" });
  });
});

/** A place near a point, so many metres east and north. */
const moved = (at: LngLat, x: number, y: number) => localPlane(at).toEarth({ x, y });
const residualsOf = (written: LngLat<Datum>, place: LngLat) =>
  Object.fromEntries(
    DATUMS.map((datum) => [
      datum,
      geodesicMetres(shifted({ lng: written.lng, lat: written.lat }, datum, "wgs84"), place),
    ]),
  ) as Record<Datum, number>;

describe("points of known places", () => {
  const place = fc.record({
    lng: fc.double({ min: 105, max: 122, noNaN: true }),
    lat: fc.double({ min: 23, max: 42, noNaN: true }),
  });
  /** Two evens make a bell of 50 m and more. */
  const bell = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -50, max: 50 })));
  const register = (places: fc.Arbitrary<readonly (readonly number[])[]>) =>
    fc.tuple(place, fc.constantFrom(...DATUMS), places);

  it("shifted by each datum are recovered, wherever the shifts are plain", () => {
    const offsets = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })), {
      minLength: 5,
      maxLength: 30,
    });
    fc.assert(
      fc.property(register(offsets), ([centre, datum, places]) => {
        const gcj = shifted(centre, "wgs84", "gcj02");
        fc.pre(geodesicMetres(centre, { lng: gcj.lng, lat: gcj.lat }) > 200);
        const found = places.map(([x = 0, y = 0], i) => {
          const at = moved(centre, x, y);
          return { against: `p${i}`, metres: residualsOf(shifted(at, "wgs84", datum), at) };
        });
        expect(guessDatum(found).verdict).toEqual({ datum });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("found by their addresses, 50 m off and more, are never taken for another datum", () => {
    const noisy = fc.array(bell, { minLength: 1, maxLength: 40 });
    let decided = 0;
    fc.assert(
      fc.property(register(noisy), ([centre, datum, places]) => {
        const found = places.map(([a = 0, b = 0, c = 0, d = 0], i) => {
          const at = moved(centre, (i % 7) * 400, Math.floor(i / 7) * 400);
          const written = shifted(moved(at, a + b, c + d), "wgs84", datum);
          return { against: `p${i}`, metres: residualsOf(written, at) };
        });
        const { verdict } = guessDatum(found);
        if ("datum" in verdict) expect(verdict.datum).toBe(datum);
        if ("datum" in verdict) decided += 1;
      }),
      { seed: 2, numRuns: 500 },
    );
    expect(decided).toBeGreaterThan(300);
  });
});
