import { booleanPointInPolygon, polygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointHits, zoneHits } from "../../src/map/hit-index.ts";

/** Columns of zones given as rings of `[lng, lat]`; the first ring is the outer one. */
function zonesOf(...zones: [number, number][][][]) {
  const [rowStarts, polygonStarts, ringStarts] = [[0], [0], [0]];
  const positions: number[] = [];
  for (const polygons of zones) {
    if (polygons.length > 0) {
      for (const ring of polygons) {
        positions.push(...ring.flat());
        ringStarts.push(positions.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
    rowStarts.push(polygonStarts.length - 1);
  }
  return {
    lng: Float64Array.from(zones, () => Number.NaN),
    lat: Float64Array.from(zones, () => Number.NaN),
    shapes: {
      rowStarts: Uint32Array.from(rowStarts),
      polygonStarts: Uint32Array.from(polygonStarts),
      ringStarts: Uint32Array.from(ringStarts),
      positions: Float64Array.from(positions),
    },
  };
}

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe("the zone under a point", () => {
  it("is the smaller of two, none in a hole, none outside", () => {
    // A 4 × 4 square with a 1 × 1 hole at (1, 1), and a 1 × 1 zone inside it at (2.5, 2.5).
    const hits = zoneHits(zonesOf([square(0, 0, 4), square(1, 1, 1)], [square(2.5, 2.5, 1)]));
    expect(hits.zoneAt(0.5, 0.5, 0)).toBe(0);
    expect(hits.zoneAt(1.5, 1.5, 0)).toBeUndefined();
    expect(hits.zoneAt(3, 3, 0)).toBe(1);
    expect(hits.zoneAt(5, 5, 0)).toBeUndefined();
    const turned = zoneHits(zonesOf([square(2.5, 2.5, 1)], [square(0, 0, 4)]));
    expect(turned.zoneAt(3, 3, 0)).toBe(0);
  });

  it("lists what touches a box", () => {
    const hits = zoneHits(zonesOf([square(0, 0, 1)], [square(2, 0, 1)], [square(4, 0, 1)]));
    expect([...hits.within(0.5, 0, 2.5, 1)].sort()).toEqual([0, 1]);
  });

  it("is a point zone within the tolerance where no polygon is", () => {
    const zones = zonesOf([square(0, 0, 1)], []);
    zones.lng[1] = 3;
    zones.lat[1] = 3;
    const hits = zoneHits(zones);
    expect(hits.zoneAt(3.05, 3, 0.1)).toBe(1);
    expect(hits.zoneAt(3.2, 3, 0.1)).toBeUndefined();
  });

  it("agrees with a slow oracle for any triangle", () => {
    const degree = fc.integer({ min: -50, max: 50 }).map((n) => n / 7);
    const point = fc.tuple(degree, degree);
    fc.assert(
      fc.property(fc.tuple(point, point, point), point, ([a, b, c], [x, y]) => {
        const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        fc.pre(Math.abs(area) > 0.1);
        const found = zoneHits(zonesOf([[a, b, c]])).zoneAt(x + 0.0123, y + 0.0071, 0) === 0;
        expect(found).toBe(booleanPointInPolygon([x + 0.0123, y + 0.0071], polygon([[a, b, c, a]])));
      }),
      { seed: 1 },
    );
  });
});

describe("the point nearest to a place", () => {
  it("is the nearest on the ground: a degree of longitude is shorter than one of latitude", () => {
    // At 60° north a degree of longitude is half a degree of latitude: (0.3, 60) is nearer than (0, 60.2).
    const hits = pointHits(Float64Array.of(0.3, 0), Float64Array.of(60, 60.2));
    expect(hits.nearest(0, 60, 1)).toBe(0);
    expect(hits.nearest(0, 60, 0.1)).toBeUndefined();
  });

  it("passes over rows without a place", () => {
    const hits = pointHits(Float64Array.of(Number.NaN, 1), Float64Array.of(Number.NaN, 1));
    expect(hits.nearest(1, 1, 0.1)).toBe(1);
  });
});
