import { describe, expect, it } from "vitest";
import { digestOf } from "../../../src/core/base/digest.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { DemoCityId } from "../../../src/core/demo/spec.ts";
import type { Ring } from "../../../src/core/geo/lng-lat.ts";
import type { AdminUnit } from "../../../src/core/model/admin-unit.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { isSimple, ringArea, ringInside, ringsOverlap, within } from "../../oracles/polygons.ts";

/** The shipped seed of each city, and more seeds of some. */
const CASES: readonly (readonly [DemoCityId, number])[] = [
  ...DEMO_CITIES.map((city) => [city, DEMO_SEED] as const),
  ["xuzhou", 2],
  ["sucheng", 77],
  ["lianyungang", 4096],
  ["huaibei", 20_261_122],
];

describe("the four shipped towns", () => {
  it.each([
    ["xuzhou", "7934806b4ab639a07c788605a70cb1bd6b818a67f06f3017354ef8aac6aae9c8"],
    ["sucheng", "b687acc2af1b0b8cb05f13a54013cd5458a5ad658fd6e857451f78d2a39cea4e"],
    ["lianyungang", "d484a5fd53fd4f719f93c6aa642e12ac1c93c78a10dbc5216ed85510a625ccd6"],
    ["huaibei", "2e8db482ec82a9909fdabdcb032cf75919262c5f42c1f63b8854d7a607a4f85c"],
  ] as const)("%s is the same on every machine", (city, digest) => {
    const { streets: _streets, ...town } = finish(demoCity(demoSpec(city), DEMO_SEED));
    expect(digestOf(town)).toBe(digest);
  });
});

describe.each(CASES)("the town of %s from seed %i", (city, seed) => {
  const spec = demoSpec(city);
  const town = finish(demoCity(spec, seed));
  const outlines = town.zones.flatMap((zone) => (zone.shape ?? []).map(([outer]) => ({ zone, outer })));
  const operating = town.facilities.filter((f) => f.status === "built" && f.source === "演示数据");

  it("has ordered, unique ids and finite numbers", () => {
    for (const table of [town.zones, town.facilities, town.units, town.sites]) {
      const ids = table.map((row) => row.id);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
    for (const value of numbersOf(town)) expect(Number.isFinite(value)).toBe(true);
  });

  it("counts what its spec says", () => {
    expect(town.zones.length).toBe(spec.zones.urban + spec.zones.villages);
    for (const [kind, count] of Object.entries(spec.facilities.counts)) {
      expect([kind, operating.filter((f) => f.kind === kind).length]).toEqual([kind, count]);
    }
    const later = town.facilities.filter((f) => f.status !== "built");
    expect(later.length).toBe(spec.facilities.notOperating);
  });

  it("meets the published totals as scaled", () => {
    const { people, facilities } = spec;
    const all = unitOf(town, spec.root.code).population ?? {};
    expect(all.residents).toBe(people.residents);
    expect(Math.abs((all.households ?? 0) * people.householdSize - people.residents)).toBeLessThan(
      people.residents * 0.005,
    );
    expect(Math.abs((all.elderly60 ?? 0) - people.residents * people.share60)).toBeLessThan(2);
    expect(Math.abs((all.under3 ?? 0) - people.residents * people.shareUnder3)).toBeLessThan(2);
    expect(sum(operating, (f) => f.slots)).toBe(facilities.slots);
    expect(sum(operating, (f) => f.beds)).toBe(facilities.beds);
  });

  it("adds its people up from communities to the whole", () => {
    for (const unit of town.units) {
      const parts = town.units.filter((part) => part.parent === unit.id);
      if (parts.length === 0) continue;
      for (const key of ["residents", "households", "elderly60", "under3", "urbanResidents"] as const) {
        expect(sum(parts, (part) => part.population?.[key])).toBe(unit.population?.[key]);
      }
    }
    for (const unit of town.units.filter((u) => u.level === "community" || u.level === "village")) {
      const zones = town.zones.filter((zone) => zone.adminCode === unit.id);
      if (zones.some((zone) => zone.residents === undefined)) continue;
      expect(sum(zones, (zone) => zone.residents)).toBe(unit.population?.residents);
    }
  });

  it("draws simple compounds of 4 to 14 corners, none a sliver", () => {
    for (const { zone, outer } of outlines) {
      expect([zone.id, isSimple(outer), ringArea(outer) > 0]).toEqual([zone.id, true, true]);
      expect(outer.length).toBeGreaterThanOrEqual(3);
      expect(outer.length).toBeLessThanOrEqual(14);
      expect([zone.id, compactness(outer) > 0.28]).toEqual([zone.id, true]);
      expect(zone.at && within(zone.at, outer)).toBe(true);
    }
  });

  it("lays no compound over another", () => {
    outlines.forEach((a, i) => {
      for (const b of outlines.slice(i + 1)) {
        expect(ringsOverlap(a.outer, b.outer) ? [a.zone.id, b.zone.id] : []).toEqual([]);
      }
    });
  });

  it("builds nothing in the water", () => {
    for (const [water] of town.backdrop.water) {
      for (const { zone, outer } of outlines) expect(ringsOverlap(outer, water) ? zone.id : "").toBe("");
      for (const place of [...town.zones, ...town.facilities, ...town.sites]) {
        expect(place.at && within(place.at, water) ? place.id : "").toBe("");
      }
    }
  });

  it("keeps every zone in its community, and each unit in the one above", () => {
    for (const { zone, outer } of outlines) {
      const unit = unitOf(town, zone.adminCode);
      expect([zone.id, (unit.shape ?? []).some(([ring]) => ringInside(outer, ring))]).toEqual([
        zone.id,
        true,
      ]);
      expect(unit.name).toBe(zone.community);
      expect(unitOf(town, unit.parent).name).toBe(zone.street);
    }
  });

  it("divides each unit among its parts without gap or overlap", () => {
    for (const unit of town.units) {
      const parts = town.units.filter((part) => part.parent === unit.id);
      if (parts.length > 0) expect(sum(parts, shapeArea) / shapeArea(unit)).toBeCloseTo(1, 6);
    }
  });

  it("has codes by which its pack is found", () => {
    const pack = shippedStandards().packs.find((p) => p.id === spec.pack);
    const codes = pack?.adminCodes ?? [];
    for (const row of [...town.zones, ...town.facilities]) {
      expect(codes.some((code) => row.adminCode?.startsWith(code))).toBe(true);
    }
  });

  it("refers to rows that exist", () => {
    const zones = new Set(town.zones.map((zone) => zone.id));
    const facilities = new Set(town.facilities.map((facility) => facility.id));
    for (const facility of town.facilities) {
      for (const id of [facility.zone, ...(facility.pooling?.zones ?? [])])
        if (id !== undefined) expect(zones.has(id)).toBe(true);
    }
    for (const zone of town.zones) {
      for (const phase of zone.phases ?? [])
        for (const id of phase.facilities) expect(facilities.has(id)).toBe(true);
      if (zone.phases) expect(sum(zone.phases, (phase) => phase.households)).toBe(zone.households);
    }
  });

  it("is as incomplete as a real list", () => {
    const some = (rows: readonly unknown[]) => expect(rows.length).toBeGreaterThan(0);
    some(town.zones.filter((zone) => zone.households === undefined));
    some(town.zones.filter((zone) => zone.households !== undefined && zone.residents === undefined));
    some(town.zones.filter((zone) => zone.shape === undefined));
    some(town.zones.filter((zone) => zone.phases !== undefined));
    some(town.zones.filter((zone) => zone.entrances !== undefined));
    some(town.facilities.filter((facility) => facility.at === undefined));
    some(town.facilities.filter((facility) => facility.areas.length === 0));
    some(town.facilities.filter((facility) => facility.pooling !== undefined));
    some(town.facilities.filter((facility) => facility.shared));
    expect(new Set(town.facilities.map((facility) => facility.status)).size).toBe(8);
    expect(twinsOf(town.facilities)).toBeGreaterThanOrEqual(1);
  });

  it("has sites to be had in several ways, and rooms that facilities which run could add", () => {
    const running = new Set(town.facilities.filter(({ status }) => status === "built").map(({ id }) => id));
    const growing = town.sites.flatMap(({ enlarges }) => enlarges ?? []);
    expect(growing.length).toBe(4);
    for (const id of growing) expect(running.has(id)).toBe(true);
    expect(new Set(town.sites.flatMap(({ ways = [] }) => ways)).size).toBeGreaterThan(1);
    for (const { kind, ways } of town.sites) if (kind === "vacant_land") expect(ways).toBeUndefined();
    const known = town.sites.filter(({ fireClass }) => fireClass !== undefined);
    expect(known.length).toBeLessThan(town.sites.length);
  });

  it("crosses the river by few bridges", () => {
    const bridges = town.backdrop.streets.filter((street) => street.bridge && street.rank === "main");
    expect(bridges.length).toBeGreaterThanOrEqual(3);
    expect(bridges.length).toBeLessThanOrEqual(20);
  });
});

function unitOf(town: Project, code: string | undefined): AdminUnit {
  return town.units.find((unit) => unit.id === code) as AdminUnit;
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number | undefined): number {
  return rows.reduce((total, row) => total + (of(row) ?? 0), 0);
}

function shapeArea(unit: AdminUnit): number {
  return sum(unit.shape ?? [], (polygon) => sum(polygon, ringArea));
}

/** 4π area ÷ perimeter², on the ground near 34° north: 1 for a disc, 0.785 for a square. */
function compactness(ring: Ring): number {
  const flat = ring.map((p) => ({ lng: p.lng * 0.829, lat: p.lat }));
  const around = sum(flat, (p) => {
    const next = flat[(flat.indexOf(p) + 1) % flat.length] as (typeof flat)[number];
    return Math.hypot(next.lng - p.lng, next.lat - p.lat);
  });
  return (4 * Math.PI * ringArea(flat)) / around ** 2;
}

function twinsOf(facilities: readonly Facility[]): number {
  const seen = new Map<string, number>();
  for (const { name, kind } of facilities)
    seen.set(`${kind} ${name}`, (seen.get(`${kind} ${name}`) ?? 0) + 1);
  return [...seen.values()].filter((count) => count > 1).length;
}

function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) yield* numbersOf(part);
}
