import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { DEMO_ROWS } from "../../../src/core/demo/scatter.ts";
import type { Ring } from "../../../src/core/geo/lng-lat.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { demoPoints, demoSpec } from "../../../src/io/demo/shipped.ts";
import { ringsOverlap } from "../../oracles/polygons.ts";

describe("the city size", () => {
  const city = finish(demoCity(demoSpec("huaibei"), 1, "city"));

  it("has exactly 20,000 zones and 3,000 facilities with ordered, unique ids", () => {
    expect([city.zones.length, city.facilities.length]).toEqual([20_000, 3_000]);
    expectOrdered(city);
  });

  it("keeps its towns apart and sums their people", () => {
    const districts = city.units.filter((unit) => unit.level === "district");
    expect(districts.length).toBe(22);
    const outlines = districts.map((unit) => unit.shape?.[0]?.[0] as Ring);
    outlines.forEach((a, i) => {
      for (const b of outlines.slice(i + 1)) expect(ringsOverlap(a, b)).toBe(false);
    });
    const root = city.units.find((unit) => unit.parent === undefined);
    expect(root?.population?.residents).toBe(
      districts.reduce((sum, unit) => sum + (unit.population?.residents ?? 0), 0),
    );
  });

  it("numbers its streets below a district as root as well", () => {
    const codes = finish(demoCity(demoSpec("sucheng"), 1, "city")).units.map((unit) => unit.id);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.startsWith("321302"))).toBe(true);
  });
});

describe("the province size", () => {
  it("has exactly 200,000 zones and 25,000 facilities in streets that add up", () => {
    const province = finish(demoCity(demoSpec("xuzhou"), 1, "province"));
    expect([province.zones.length, province.facilities.length]).toEqual([200_000, 25_000]);
    expectOrdered(province);
    const households = province.zones.reduce((sum, zone) => sum + (zone.households ?? 0), 0);
    expect(province.units.reduce((sum, unit) => sum + (unit.population?.households ?? 0), 0)).toBe(
      households,
    );
  });
});

describe("bare points", () => {
  const city = finish(demoPoints("city", 1));

  it.each([
    ["city", city],
    ["province", finish(demoPoints("province", 1))],
  ] as const)("of a %s are as many as they should be, on earth", (size, points) => {
    const { zones, facilities } = DEMO_ROWS[size];
    for (const [table, count, starts] of [
      [points.zones, zones, points.zoneStarts],
      [points.facilities, facilities, points.facilityStarts],
    ] as const) {
      expect([table.lng.length, table.lat.length, starts.at(-1)]).toEqual([count, count, count]);
      expect(table.lng.every((lng) => lng > 90 && lng < 135)).toBe(true);
      expect(table.lat.every((lat) => lat > 20 && lat < 50)).toBe(true);
    }
  });

  it("are the same for a seed and others for another", () => {
    const lngs = (seed: number) => finish(demoPoints("city", seed)).zones.lng;
    expect(lngs(1)).toEqual(city.zones.lng);
    expect(lngs(2)).not.toEqual(city.zones.lng);
  });

  it("stand where the towns' own points would: as many neighbours within 500 m", () => {
    const town = finish(demoCity(demoSpec("xuzhou"), 1)).zones.flatMap((zone) => (zone.at ? [zone.at] : []));
    const first = Array.from(city.zones.lng.subarray(0, city.zoneStarts[1]), (lng, i) => ({
      lng,
      lat: city.zones.lat[i] as number,
    }));
    const ratio = meanNeighbours(first) / meanNeighbours(town);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

function expectOrdered(project: Project): void {
  for (const table of [project.zones, project.facilities, project.units, project.sites]) {
    const ids = table.map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  }
}

function meanNeighbours(points: readonly { lng: number; lat: number }[]): number {
  const near = (a: { lng: number; lat: number }, b: { lng: number; lat: number }) =>
    Math.hypot((a.lng - b.lng) * 92_000, (a.lat - b.lat) * 110_900) < 500;
  return (
    points.reduce((sum, a) => sum + points.filter((b) => b !== a && near(a, b)).length, 0) / points.length
  );
}
