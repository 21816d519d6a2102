import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import type { Datum } from "../../../src/core/geo/lng-lat.ts";

const DATUMS: readonly Datum[] = ["wgs84", "gcj02", "bd09"];

describe("shifts between datums", () => {
  it("are the publicly known ones: a point of Xuzhou moves 0.0057° east and 0.0013° south into GCJ-02", () => {
    const gcj = shifted({ lng: 117.2, lat: 34.26 }, "wgs84", "gcj02");
    expect(gcj.lng).toBeCloseTo(117.205749005, 8);
    expect(gcj.lat).toBeCloseTo(34.258751461, 8);
    const bd = shifted({ lng: 116.404, lat: 39.915 }, "gcj02", "bd09");
    expect(bd.lng).toBeCloseTo(116.41036949371, 8);
    expect(bd.lat).toBeCloseTo(39.92133699351, 8);
  });

  it("come back within 1e-9°, wherever in the country", () => {
    const place = fc.record({
      lng: fc.double({ min: 74, max: 134, noNaN: true }),
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.constantFrom(...DATUMS), fc.constantFrom(...DATUMS), (at, from, to) => {
        const there = shifted(shifted(at, from, to), to, from);
        expect(Math.abs(there.lng - at.lng)).toBeLessThan(1e-9);
        expect(Math.abs(there.lat - at.lat)).toBeLessThan(1e-9);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("leave what lies outside China where it is between WGS84 and GCJ-02", () => {
    expect(shifted({ lng: -8.61, lat: 41.15 }, "wgs84", "gcj02")).toEqual({ lng: -8.61, lat: 41.15 });
    expect(shifted({ lng: -8.61, lat: 41.15 }, "gcj02", "wgs84")).toEqual({ lng: -8.61, lat: 41.15 });
  });
});
