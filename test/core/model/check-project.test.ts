import { describe, expect, it } from "vitest";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import { checkProject } from "../../../src/core/model/check-project.ts";
import { overlappingZones } from "../../../src/core/model/overlapping-zones.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

const findings = (...rows: Parameters<typeof aProject>) =>
  checkProject(aProject(...rows)).map(({ table, finding }) => [table, finding.at.id, finding.code]);

const rectangle = (x: number, y: number, width: number, height: number): Polygon[] => [
  [[east(x, y), east(x + width, y), east(x + width, y + height), east(x, y + height)]],
];
const drawn = (id: string, ...at: Parameters<typeof rectangle>): ResidentialZone =>
  aZone(id, { shape: rectangle(...at) });

describe("a project", () => {
  it("of sound rows has nothing to tell", () => {
    expect(
      findings([aZone("Z1"), aZone("Z2", { residents: 12_000 })], [aFacility("F1", { zone: "Z1" })]),
    ).toEqual([]);
  });

  it("tells zones of one name at one point of one street, which may be listed twice", () => {
    const twin = (id: string, metres: number, differs: Partial<ResidentialZone> = {}) =>
      aZone(id, { name: "东园", street: "东街", at: east(metres), ...differs });
    const told = (...zones: readonly ResidentialZone[]) =>
      findings(zones, []).filter(([, , code]) => code === "project.zone-maybe-twice");
    expect(told(twin("Z1", 0), twin("Z2", 29), twin("Z3", 2))).toEqual([
      ["zones", "Z2", "project.zone-maybe-twice"],
      ["zones", "Z3", "project.zone-maybe-twice"],
    ]);
    expect(told(twin("Z1", 0), twin("Z2", 31))).toEqual([]);
    expect(told(twin("Z1", 0), twin("Z2", 0, { street: "西街" }), twin("Z3", 0, { name: "西园" }))).toEqual(
      [],
    );
  });

  it("tells which zones have the name that a facility gives", () => {
    const zones = [
      aZone("Z1", { name: "东园", street: "东街" }),
      aZone("Z2", { name: "东园", at: east(90) }),
    ];
    const [told] = checkProject(aProject(zones, [aFacility("F1", { zone: "东 园" })]));
    expect(told?.finding).toMatchObject({
      code: "project.ambiguous-zone",
      facts: { zone: "东 园", count: 2, zones: ["东街 Z1", "Z2"] },
    });
  });

  it("tells people that cannot be, once those that are unknown, and codes of nowhere", () => {
    const { households: _households, residents: _residents, ...unknown } = aZone("Z3");
    expect(
      findings(
        [
          // 400 + 201 > 600; 12 001 > 12 × 1000
          aZone("Z1", { residents: 600, elderly60: 400, under3: 201 }),
          aZone("Z2", { residents: 12_001 }),
          unknown,
          { ...unknown, id: "Z4" },
          aZone("Z5", { adminCode: "32030" }),
          aZone("Z6", { residents: 600, elderly60: 400, under3: 200 }),
          // 2 × 499 < 1000
          aZone("Z7", { residents: 499 }),
          aZone("Z8", { residents: 500 }),
          aZone("Z9a", { households: 100_000, residents: 300_000 }),
          aZone("Z9b", { households: 100_001, residents: 300_000 }),
          aZone("Z9c", { households: 100_000, residents: 300_001 }),
        ],
        [],
      ),
    ).toEqual([
      ["zones", "Z1", "project.more-than-residents"],
      ["zones", "Z2", "project.crowded"],
      ["zones", "Z5", "project.code-unofficial"],
      ["zones", "Z7", "project.deserted"],
      ["zones", "Z9b", "project.vast-households"],
      ["zones", "Z9c", "project.vast-residents"],
      ["zones", "Z3", "project.people-unknown"],
    ]);
  });

  it("tells a zone of nobody, rooms far from their zone, and rows that seem to be one place", () => {
    const station = { name: "站", zone: "Z1" };
    expect(
      findings(
        [aZone("Z1"), aZone("Z2", { households: 0 }), aZone("Z3", { residents: 0 })],
        [
          aFacility("F1", { ...station, at: east(20) }),
          aFacility("F2", station),
          // 377 km, and just beyond 1 000 m.
          aFacility("F3", { zone: "Z1", at: { lng: 118.79, lat: 31.95 } }),
          aFacility("F4", { zone: "Z1", at: east(1000.1) }),
          aFacility("F5", { zone: "Z1", at: east(999.9) }),
        ],
      ),
    ).toEqual([
      ["zones", "Z2", "project.nobody"],
      ["zones", "Z3", "project.nobody"],
      ["facilities", "F3", "project.far-from-zone"],
      ["facilities", "F4", "project.far-from-zone"],
      ["facilities", "F1", "project.counted-once"],
    ]);
  });

  it("tells rows abroad, and facilities of a zone that is not there", () => {
    const abroad = { at: { lng: 10, lat: 50 } };
    expect(findings([aZone("Z1", abroad)], [aFacility("F1", { ...abroad, zone: "Z2" })])).toEqual([
      ["zones", "Z1", "project.abroad"],
      ["facilities", "F1", "project.abroad"],
      ["facilities", "F1", "project.unknown-zone"],
    ]);
  });
});

describe("two zones", () => {
  it("overlap where half or more of the smaller lies in the other", () => {
    const large = drawn("L", 0, 0, 400, 400);
    expect(overlappingZones([large, drawn("inside", 100, 100, 80, 80)])).toEqual([
      { zone: "inside", other: "L", share: 1 },
    ]);
    const [most] = overlappingZones([drawn("most", -30, 0, 100, 100), large]);
    // 70 of its 100 m
    expect(most).toMatchObject({ zone: "most", other: "L" });
    expect(Math.abs((most?.share ?? 0) - 0.7)).toBeLessThan(0.15);
    expect(overlappingZones([large, drawn("less", -120, 0, 200, 100)])).toEqual([]);
    expect(
      overlappingZones([large, drawn("beside", 400, 0, 400, 400), drawn("away", 900, 900, 50, 50)]),
    ).toEqual([]);
  });

  it("do not overlap where one lies in the court of the other", () => {
    const [court] = rectangle(100, 100, 200, 200)[0] ?? [];
    const [outer] = rectangle(0, 0, 400, 400)[0] ?? [];
    const ring = aZone("ring", { shape: [[outer ?? [], court ?? []]] });
    expect(overlappingZones([ring, drawn("inside", 120, 120, 100, 100)])).toEqual([]);
  });
});
