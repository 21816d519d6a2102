import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import type { LngLat, Polygon } from "../../../src/core/geo/lng-lat.ts";
import { liesInside } from "../../../src/core/geo/ring.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { outlineCrossings, pointAlong } from "../../../src/core/network/outline-crossings.ts";
import { crossingFinder } from "../../../src/core/network/zone-crossings.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { east } from "../../builders/rows.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";

const { adult } = shippedWalkProfiles();

/** The square from (100, 100) to (200, 200), counter-clockwise. */
const SQUARE: Polygon = [[east(100, 100), east(200, 100), east(200, 200), east(100, 200)]];
const HOLE: readonly LngLat[] = [east(140, 140), east(140, 160), east(160, 160), east(160, 140)];

/** Where the area is left, in metres on squared paper. */
function crossingsOf(streets: DrawnStreets, area: readonly Polygon[] = [SQUARE]) {
  const map = streetMap(streets);
  const find = crossingFinder(map, adult, finish(walkGraph(map, adult)));
  return find(area).map((way) => (way.ahead > 0 ? [...onPaper(way), Math.round(way.ahead)] : onPaper(way)));
}

function onPaper({ lng, lat }: LngLat): readonly [number, number] {
  const [origin, x, y] = [east(0, 0), east(1000, 0), east(0, 1000)];
  const [wide, high] = [x.lng - origin.lng, y.lat - origin.lat];
  return [Math.round(((lng - origin.lng) / wide) * 1000), Math.round(((lat - origin.lat) / high) * 1000)];
}

const PRIVATE = { highway: "service", access: "private" };
const GATE = { barrier: "gate", access: "private" };

describe("where streets cross a zone", () => {
  it("is where they cross its outline, holes too, and nowhere else", () => {
    const at = { W: [0, 150], E: [300, 150], N: [150, 180], S: [150, 120] } as const;
    const through = { at, ways: [{ through: ["W", "E"] }] };
    expect(crossingsOf(through)).toEqual([
      [100, 150],
      [200, 150],
    ]);
    expect(crossingsOf(through, [[...SQUARE, HOLE]])).toEqual([
      [100, 150],
      [140, 150],
      [160, 150],
      [200, 150],
    ]);
    expect(crossingsOf({ at, ways: [{ through: ["N", "S"] }] })).toEqual([]);
    expect(crossingsOf({ at: { A: [0, 0], B: [90, 300] }, ways: [{ through: ["A", "B"] }] })).toEqual([]);
  });

  it("is where a street ends on the outline, and not along it", () => {
    const at = { A: [0, 150], M: [100, 150], T: [100, 190], Z: [0, 190] } as const;
    expect(crossingsOf({ at, ways: [{ through: ["A", "M"] }] })).toEqual([[100, 150]]);
    const around = { at, ways: [{ through: ["A", "M"] }, { through: ["M", "T"] }, { through: ["T", "Z"] }] };
    expect(crossingsOf(around)).toEqual([
      [100, 150],
      [100, 190],
    ]);
  });

  it("is no motorway, and a private way only where it leads on to a street", () => {
    const at = { A: [0, 150], B: [80, 150], C: [150, 150], D: [50, 300], F: [50, 0] } as const;
    const street = { through: ["F", "A", "D"] };
    const inside = { through: ["B", "C"], tags: PRIVATE };
    const way = (tags: Record<string, string>) => ({ through: ["A", "B"], tags });
    expect(crossingsOf({ at, ways: [street, inside] })).toEqual([]);
    expect(crossingsOf({ at, ways: [street, way(PRIVATE), inside] })).toEqual([[0, 150, 100]]);
    const walks = { through: ["B", "F"], tags: { highway: "footway" } };
    expect(crossingsOf({ at, ways: [street, way(PRIVATE), inside, walks] })).toEqual([[80, 150, 20]]);
    const farOff = { ...at, A: [-200, 150], F: [-200, 0], D: [-200, 300] } as const;
    expect(crossingsOf({ at: farOff, ways: [street, way(PRIVATE), inside] })).toEqual([]);
    expect(crossingsOf({ at, ways: [street, way({ highway: "residential" }), inside] })).toEqual([
      [80, 150, 20],
    ]);
    expect(
      crossingsOf({ at, ways: [street, { through: ["A", "C"], tags: { highway: "motorway" } }] }),
    ).toEqual([]);
  });

  it("is beyond the zone's own gate too, on it or some steps outside, and not beyond one far off", () => {
    for (const [gate, beyond] of [
      [[100, 150], true],
      [[90, 150], true],
      [[50, 150], false],
    ] as const) {
      const at = { A: [0, 150], G: gate, C: [150, 150] } as const;
      const map = streetMap({ at, ways: [{ through: ["A", "G", "C"] }], barriers: { G: GATE } });
      const graph = finish(walkGraph(map, adult));
      const found = crossingFinder(map, adult, graph)([SQUARE]);
      const gateAt = east(gate[0], gate[1]);
      const outside = found.filter((each) => each.lng < gateAt.lng && geodesicMetres(each, gateAt) < 0.01);
      expect(outside).toHaveLength(beyond ? 1 : 0);
    }
  });

  it("is the same whatever way streets are drawn and where a ring starts", () => {
    const at = { W: [0, 150], M: [123, 144], E: [300, 150], N: [150, 280] } as const;
    const one = { at, ways: [{ through: ["W", "M", "E"] }, { through: ["M", "N"] }] };
    const other = { at, ways: [{ through: ["N", "M"] }, { through: ["E", "M", "W"] }] };
    const [ring] = SQUARE;
    const later: Polygon = [[...ring.slice(2), ...ring.slice(0, 2)]];
    const find = (streets: DrawnStreets, area: readonly Polygon[]) => {
      const map = streetMap(streets);
      return crossingFinder(map, adult, finish(walkGraph(map, adult)))(area);
    };
    expect(find(other, [SQUARE])).toEqual(find(one, [SQUARE]));
    expect(find(one, [later])).toEqual(find(one, [SQUARE]));
    expect(find(one, [SQUARE])).toHaveLength(3);
  });

  it("tells a side in from out on either side of every crossing", () => {
    const coordinate = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate), fc.tuple(coordinate, coordinate), (from, to) => {
        const area = [[...SQUARE, HOLE]] as unknown as readonly Polygon[];
        const [a, b] = [east(...from), east(...to)];
        const crossings = outlineCrossings(a, b, area);
        const long = geodesicMetres(a, b);
        for (const { share, outward } of crossings) {
          const step = (outward === "end" ? 1 : -1) * (0.001 / long);
          expect(liesInside(pointAlong(a, b, share + step), area)).toBe(false);
        }
        const isIn = (at: LngLat) => liesInside(at, area);
        if (isIn(a) !== isIn(b)) expect(crossings.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
