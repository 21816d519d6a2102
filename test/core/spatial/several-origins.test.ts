import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { countedWithin, coveragesOf } from "../../../src/core/spatial/coverage.ts";
import { NO_FACILITY, type OriginKind, type Origins, partOf } from "../../../src/core/spatial/reach-table.ts";
import { reachTable } from "../../../src/core/spatial/straight-reach.ts";
import { walkOf } from "../../../src/core/spatial/walk.ts";

interface Zone {
  readonly kind: OriginKind;
  readonly places: readonly LngLat[];
}

/** Around 34° N, at a pole, and on both sides of the 180th meridian. */
const middles: readonly LngLat[] = [
  { lng: 117, lat: 34 },
  { lng: 30, lat: 89.995 },
  { lng: 179.999, lat: -17 },
];

/** Within some 6 km of the middle; rarely on the other side of a continent. */
const placesAround = (middle: LngLat) =>
  fc
    .record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -600, max: 600 }),
      far: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ x, y, far }): LngLat => {
      const lng = middle.lng + (x / 10_000) * (far === 0 ? 300 : 1);
      const lat = Math.max(-90, Math.min(90, middle.lat + (y / 10_000) * (far === 0 ? 300 : 1)));
      return { lng: lng > 180 ? lng - 360 : lng, lat };
    });

const towns = fc.constantFrom(...middles).chain((middle) =>
  fc.record({
    zones: fc.array(
      fc
        .record({
          kind: fc.constantFrom("entrances" as const, "buildings" as const),
          places: fc.array(placesAround(middle), { maxLength: 5 }),
        })
        .map(({ kind, places }): Zone => ({ kind: places.length === 0 ? "none" : kind, places })),
      { maxLength: 12 },
    ),
    facilities: fc.array(placesAround(middle), { maxLength: 30 }),
    limits: fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 3 }),
  }),
);

function originsOf(zones: readonly Zone[]): Origins {
  const starts = new Uint32Array(zones.length + 1);
  zones.forEach(({ places }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + places.length;
  });
  return {
    starts,
    ...columnsOf(zones.flatMap(({ places }) => places)),
    kinds: zones.map(({ kind }) => kind),
  };
}

function columnsOf(places: readonly LngLat[]) {
  return {
    lng: Float64Array.from(places, ({ lng }) => lng),
    lat: Float64Array.from(places, ({ lat }) => lat),
  };
}

/** One zone, every origin against every facility. */
function slowly({ kind, places }: Zone, facilities: readonly LngLat[], limit: number) {
  const walks = facilities.map((to) => places.map((from) => geodesicMetres(from, to)));
  const least = walks.map((each) => Math.min(Number.POSITIVE_INFINITY, ...each));
  const reached = least.flatMap((metres, row) => (metres <= limit ? [row] : []));
  const withOne = places.filter((_, origin) => walks.some((each) => (each[origin] ?? 0) <= limit)).length;
  return {
    least,
    nearest: Math.min(Number.POSITIVE_INFINITY, ...least),
    reached,
    parts: reached.map((row) =>
      kind === "entrances"
        ? 1
        : (walks[row] ?? []).filter((metres) => metres <= limit).length / places.length,
    ),
    covered:
      places.length === 0
        ? Number.NaN
        : kind === "entrances"
          ? Math.min(1, withOne)
          : withOne / places.length,
  };
}

describe("zones whose walks start at several places", () => {
  it("reach and are covered as every walk tried one by one says, wherever on earth", () => {
    fc.assert(
      fc.property(towns, ({ zones, facilities, limits }) => {
        const origins = originsOf(zones);
        const places = columnsOf(facilities);
        const all = Uint32Array.from(facilities, (_, row) => row);
        const coverages = finish(coveragesOf(origins, places, all, limits, 1));
        limits.forEach((limit, at) => {
          const table = finish(reachTable(origins, places, limit, 1));
          const counted = countedWithin(origins, places, all, walkOf(limit, 1));
          zones.forEach((zone, row) => {
            const slow = slowly(zone, facilities, limit);
            const [from, to] = [table.starts[row], table.starts[row + 1]];
            expect([...table.facilities.slice(from, to)]).toEqual(slow.reached);
            expect(slow.reached.map((_, i) => partOf(table, row, (from ?? 0) + i))).toEqual(slow.parts);
            slow.reached.forEach((facility, i) => {
              const walked = table.metres[(from ?? 0) + i] ?? Number.NaN;
              expect(Math.abs(walked - (slow.least[facility] ?? 0))).toBeLessThan(1e-5);
            });
            expect(coverages[at]?.choices[row]).toBe(slow.reached.length);
            expect(counted.choices[row]).toBe(slow.reached.length);
            expect(coverages[at]?.covered[row]).toBe(slow.covered);
            const nearest = coverages[at]?.nearest[row] ?? Number.NaN;
            if (slow.nearest === Number.POSITIVE_INFINITY) expect(nearest).toBe(NO_FACILITY);
            else expect(Math.abs((slow.least[nearest] ?? 0) - slow.nearest)).toBeLessThan(1e-5);
          });
        });
      }),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 5000 : 400 },
    );
  });
});
