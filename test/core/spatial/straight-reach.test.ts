import fc from "fast-check";
import { Geodesic } from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { rowMap } from "../../../src/core/base/row-map.ts";
import { finish } from "../../../src/core/base/work.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import { countedWithin, coveragesOf } from "../../../src/core/spatial/coverage.ts";
import type { Places } from "../../../src/core/spatial/places.ts";
import { NO_FACILITY, type Origins } from "../../../src/core/spatial/reach-table.ts";
import { joinReach, reachRange, reachTable } from "../../../src/core/spatial/straight-reach.ts";
import { updateReach } from "../../../src/core/spatial/update-reach.ts";
import { walkOf } from "../../../src/core/spatial/walk.ts";

interface Spot {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
}

/** Points of a few square kilometres, some on top of one another, at a latitude of the four cities or far from them. */
const spots = (name: string) =>
  fc
    .tuple(
      fc.constantFrom(0, 34, -55, 70),
      fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
        maxLength: 24,
      }),
    )
    .map(([lat, cells]) =>
      cells.map(
        ([x, y], i): Spot => ({
          id: `${name}${String(i).padStart(3, "0")}`,
          lng: 117 + x / 2000,
          lat: lat + y / 2500,
        }),
      ),
    );

const placesOf = (rows: readonly Spot[]): Places => ({
  lng: Float64Array.from(rows, ({ lng }) => lng),
  lat: Float64Array.from(rows, ({ lat }) => lat),
});
const originsOf = (rows: readonly Spot[]): Origins => ({
  ...placesOf(rows),
  starts: Uint32Array.from({ length: rows.length + 1 }, (_, row) => row),
  kinds: rows.map(() => "point" as const),
});

describe("straight-line reach", () => {
  it("measures as the reference geodesic does", () => {
    /** Steps of 1e-7°, about a centimetre: what data has. */
    const steps = (most: number) =>
      fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((step) => step / 1e7);
    fc.assert(
      fc.property(steps(180), steps(89), steps(0.02), steps(0.02), (lng, lat, x, y) => {
        const [a, b] = [
          { lng, lat },
          { lng: lng + x, lat: lat + y },
        ];
        const reference = Geodesic.WGS84.Inverse(a.lat, a.lng, b.lat, b.lng).s12 ?? Number.NaN;
        expect(Math.abs(geodesicMetres(a, b) - reference)).toBeLessThan(1e-6);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("includes the limit and nothing beyond it", () => {
    const from = { id: "z", lng: 117, lat: 34 };
    const to = { id: "f", lng: 117.006, lat: 34.003 };
    const metres = geodesicMetres(from, to) * 1.3;
    const reached = (limit: number) =>
      finish(reachTable(originsOf([from]), placesOf([to]), limit, 1.3)).facilities.length;
    expect(reached(metres)).toBe(1);
    expect(reached(metres - 1e-6)).toBe(0);
  });

  it("decides and counts walks that are as long as the limit to the last digit", () => {
    fc.assert(
      fc.property(spots("z"), spots("f"), fc.nat(), (zones, facilities, pick) => {
        const pairs = zones.flatMap((zone) => facilities.map((each) => geodesicMetres(zone, each)));
        const limit = pairs[pick % pairs.length] ?? 0;
        const [origins, places] = [originsOf(zones), placesOf(facilities)];
        const all = Uint32Array.from(facilities, (_, row) => row);
        const within = zones.map(
          (zone) => facilities.filter((each) => geodesicMetres(zone, each) <= limit).length,
        );
        const { starts } = finish(reachTable(origins, places, limit, 1));
        expect(zones.map((_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0))).toEqual(within);
        expect([...countedWithin(origins, places, all, walkOf(limit, 1)).choices]).toEqual(within);
      }),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 5000 : 300 },
    );
  });

  it("is what every pair tried one by one gives, in any split", () => {
    fc.assert(
      fc.property(
        spots("z"),
        spots("f"),
        fc.integer({ min: 0, max: 1200 }),
        fc.constantFrom(1, 1.3),
        (zones, facilities, limit, detour) => {
          const [origins, places] = [originsOf(zones), placesOf(facilities)];
          const table = finish(reachTable(origins, places, limit, detour));
          const slow = zones.map((zone) =>
            facilities.flatMap((each, row) => (geodesicMetres(zone, each) * detour <= limit ? [row] : [])),
          );
          const fast = zones.map((_, row) =>
            Array.from(table.facilities.slice(table.starts[row], table.starts[row + 1])),
          );
          expect(fast).toEqual(slow);
          const half = zones.length >> 1;
          const parts = [
            finish(reachRange(origins, places, limit, detour, 0, half)),
            finish(reachRange(origins, places, limit, detour, half, zones.length)),
          ];
          expect(joinReach(parts)).toEqual(table);
          const all = Uint32Array.from(facilities, (_, row) => row);
          const [coverage] = finish(coveragesOf(origins, places, all, [limit], detour));
          if (coverage === undefined) throw new Error("no coverage");
          zones.forEach((zone, row) => {
            const walks = facilities.map((each) => geodesicMetres(zone, each) * detour);
            const least = Math.min(Number.POSITIVE_INFINITY, ...walks);
            expect(coverage.choices[row]).toBe(slow[row]?.length);
            expect(coverage.covered[row]).toBe((slow[row]?.length ?? 0) > 0 ? 1 : 0);
            if (walks.length === 0) expect(coverage.nearest[row]).toBe(NO_FACILITY);
            else expect(Math.abs((coverage.metres[row] ?? 0) - least)).toBeLessThan(1e-6);
          });
        },
      ),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 5000 : 300 },
    );
  });

  it("that was updated is byte for byte one from scratch", () => {
    fc.assert(
      fc.property(
        spots("z"),
        spots("f"),
        spots("f"),
        fc.integer({ min: 100, max: 900 }),
        (zones, before, after, limit) => {
          // Rows that stay where they are stay the same value, as in a document that is edited.
          const next = after.map(
            (row) =>
              before.find((old) => old.id === row.id && old.lng === row.lng && old.lat === row.lat) ?? row,
          );
          const origins = originsOf(zones);
          const earlier = {
            table: finish(reachTable(origins, placesOf(before), limit, 1.3)),
            origins,
            facilities: placesOf(before),
            zoneRows: rowMap(zones, zones),
            facilityRows: rowMap(before, next),
          };
          const { table } = finish(updateReach(earlier, origins, placesOf(next), limit, 1.3));
          expect(table).toEqual(finish(reachTable(origins, placesOf(next), limit, 1.3)));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
