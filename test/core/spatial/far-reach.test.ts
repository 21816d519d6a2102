import fc from "fast-check";
import { expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import { reachTable } from "../../../src/core/spatial/straight-reach.ts";

type Spot = readonly [lng: number, lat: number];

/** To the ninth decimal, as coordinates are written. */
const nanodegrees = (most: number) =>
  fc.integer({ min: -most * 1e9, max: most * 1e9 }).map((step) => step / 1e9);

/** Spots of the whole globe: its poles, the 180th meridian from both sides, and places opposite to one another. */
const spots = fc.array(
  fc.oneof(
    fc.constantFrom<Spot>([0, 90], [77, 90], [0, -90], [180, 0], [-180, 0], [180, 60], [0, 0], [-179.9, -45]),
    fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })),
    fc.tuple(nanodegrees(180), nanodegrees(90)),
  ),
  { minLength: 1, maxLength: 40 },
);

const placesOf = (of: readonly Spot[]) => ({
  lng: Float64Array.from(of, ([lng]) => lng),
  lat: Float64Array.from(of, ([, lat]) => lat),
});

function reached(from: readonly Spot[], to: readonly Spot[], limit: number, detour: number) {
  const origins = {
    ...placesOf(from),
    starts: Uint32Array.from({ length: from.length + 1 }, (_, row) => row),
    kinds: from.map(() => "point" as const),
  };
  const { starts, facilities, metres } = finish(reachTable(origins, placesOf(to), limit, detour));
  return from.map((_, row) => {
    const pairs: (readonly [to: number, metres: number])[] = [];
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      pairs.push([facilities[at] ?? -1, metres[at] ?? Number.NaN]);
    return pairs;
  });
}

/** Every pair is measured. */
function slowly(from: readonly Spot[], to: readonly Spot[], limit: number, detour: number) {
  const at = ([lng, lat]: Spot) => ({ lng, lat });
  return from.map((a) =>
    to.flatMap((b, row) => {
      const walked = geodesicMetres(at(a), at(b)) * detour;
      return walked <= limit ? [[row, walked] as const] : [];
    }),
  );
}

it("reaches as far as it is asked to, half the globe and beyond it", () => {
  const limits = fc.oneof(
    fc.constantFrom(0, 100_001, 1e9, 1e300, Number.MAX_VALUE),
    fc.double({ min: 0, max: 25e6, noNaN: true }),
  );
  fc.assert(
    fc.property(spots, spots, limits, fc.constantFrom(1, 1.3, 2, 1000), (from, to, limit, detour) => {
      const [fast, slow] = [reached(from, to, limit, detour), slowly(from, to, limit, detour)];
      expect(fast.map((pairs) => pairs.map(([row]) => row))).toEqual(
        slow.map((pairs) => pairs.map(([row]) => row)),
      );
      fast.forEach((pairs, a) => {
        pairs.forEach(([, metres], i) => {
          expect(Math.abs(metres - (slow[a]?.[i]?.[1] ?? Number.NaN))).toBeLessThanOrEqual(1e-6 * detour);
        });
      });
      if (limit >= 20_010_000 * detour) expect(fast.every((pairs) => pairs.length === to.length)).toBe(true);
    }),
    { seed: 1, numRuns: process.env.QUAN_LONG ? 5000 : 300 },
  );
});

it("loses no pair at the limit where the data are as wide as China, so that rows are ordered only to a metre or two", () => {
  /** 60° of longitude in four million grains: 1.4e-5° each, of which a clump is two. */
  const clump = fc.array(
    fc.integer({ min: 0, max: 28_000 }).map((step) => step / 1e9),
    { minLength: 20, maxLength: 60 },
  );
  fc.assert(
    fc.property(clump, clump, fc.nat(), fc.nat(), (west, east, one, other) => {
      const at = (lng: number): Spot => [lng, 34];
      const here = west.map((step) => at(117 + step));
      const there = east.map((step) => at(117.0108 + step));
      const all = [at(75), ...here, ...there, at(135)];
      const [a, b] = [here[one % here.length] ?? at(0), there[other % there.length] ?? at(0)];
      const limit = geodesicMetres({ lng: a[0], lat: a[1] }, { lng: b[0], lat: b[1] });
      const rows = (pairs: ReturnType<typeof reached>) => pairs.map((of) => of.map(([row]) => row));
      expect(rows(reached(all, all, limit, 1))).toEqual(rows(slowly(all, all, limit, 1)));
    }),
    { seed: 1, numRuns: process.env.QUAN_LONG ? 1000 : 25 },
  );
});
