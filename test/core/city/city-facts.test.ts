import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { type CityFacts, cityFacts } from "../../../src/core/city/city-facts.ts";
import type { AdminUnit } from "../../../src/core/model/admin-unit.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { shippedCities } from "../../../src/io/standards/cities.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function factsOf(project: Project, choice: Partial<Parameters> = {}): CityFacts {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choice }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return cityFacts(outcome.value, shippedCities());
}

function indicator(facts: CityFacts, id: string) {
  const found = facts.comparisons[0]?.indicators.find((each) => each.indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

const city: AdminUnit = {
  id: "320300",
  name: "云湖市",
  level: "city",
  population: { residents: 10_000, elderly60: 2000, year: 2022 },
};
const district: AdminUnit = { id: "320302", name: "湖口区", level: "district", parent: "320300" };
const street = (id: string, name: string): AdminUnit => ({ id, name, level: "street", parent: "320302" });

function withoutResidents({ residents: _residents, ...zone }: ResidentialZone): ResidentialZone {
  return zone;
}

describe("a town of three estates in Xuzhou", () => {
  const project = aProject(
    [
      aZone("A", { households: 1000, residents: 2500, residentsBasis: "resident", adminCode: "320302001" }),
      aZone("B", { status: "new", households: 500, residents: 1000, adminCode: "320302002" }),
      withoutResidents(aZone("C", { status: "new", households: 300, adminCode: "320302002" })),
    ],
    [
      aFacility("E1", { zone: "A", ...elderlyRooms(150), adminCode: "320302001" }),
      aFacility("E3", { kind: "E_STREET_COMP", beds: 0, adminCode: "320302001" }),
      aFacility("E2", { kind: "E_INSTITUTION", beds: 70, nursingBeds: 49, adminCode: "320302001" }),
      aFacility("C1", {
        at: east(30),
        kind: "C_INSTITUTION",
        slots: 30,
        registered: true,
        adminCode: "320302002",
      }),
      aFacility("C2", { at: east(30), kind: "C_INSTITUTION", slots: 12, adminCode: "320302002" }),
    ],
    { units: [city, district, street("320302001", "东街街道"), street("320302002", "西街街道")] },
  );
  const facts = factsOf(project);

  it("counts zones and people by what rows state, and says who states nothing", () => {
    expect(facts.zones).toEqual({
      all: 3,
      byStatus: { new: 2, existing: 1, unstated: 0 },
      // C has households only: its childcare rests on the coefficient
      estimated: 1,
    });
    // 1000 + 500 + 300; 2500 + 1000
    expect(facts.people.slice(0, 2)).toEqual([
      { of: "households", number: 1800, zones: 3, zonesWithout: 0, bases: [] },
      { of: "residents", number: 3500, zones: 2, zonesWithout: 1, bases: [{ base: "resident", zones: 1 }] },
    ]);
  });

  it("sums what is missing by status and metric", () => {
    const sum = (status: string, metric: string) =>
      facts.standards.find((each) => each.status === status && each.metric === metric);
    // A: 1000 ÷ 100 × 20 = 200 m², has 150
    expect(sum("existing", "elderly_building_area")).toMatchObject({
      required: 200,
      missing: 50,
      share: 0.75,
      zonesShort: 1,
    });
    // B: 1000 ÷ 1000 × 10 = 10; C: 300 × 3.2 = 960 residents at most, 9.6 → 10, of which 837 at least ask for 8.37 → 9
    expect(sum("new", "childcare_slots")).toMatchObject({
      required: 20,
      missing: 20,
      perhaps: 1,
      zones: 2,
      zonesKnown: 2,
    });
  });

  it("names the units without the facility of their tier", () => {
    const streets = facts.tiers.find(({ level }) => level === "street");
    expect(streets).toMatchObject({
      rules: ["XZ-ST-E-1"],
      all: 2,
      lacking: [{ unit: "320302002", name: "西街街道" }],
    });
  });

  it("divides the supply of the city by its published people", () => {
    // 70 ÷ 2000 × 1000 = 35 of 42.5
    const beds = indicator(facts, "XZ-T1-101");
    expect(beds.finding).toEqual({
      ...{ kind: "figure", value: 35, arithmetic: "70 ÷ 2000 × 1000" },
      over: { name: "云湖市", base: "elderly60", hukou: false, year: 2022 },
    });
    expect(beds.target?.value).toBe(42.5);
    expect(beds.reached).toBeCloseTo(35 / 42.5, 12);
    // 49 ÷ 70 = 70 %
    expect(indicator(facts, "XZ-T1-96").finding).toMatchObject({ kind: "figure", value: 70 });
  });

  it("gives both ends where a nursery does not say whether it is registered", () => {
    // 30 surely, 42 at most, of 10,000
    expect(indicator(facts, "XZ-T1-114").finding).toEqual({
      kind: "between",
      least: 3,
      most: 4.2,
      arithmetic: "30 ÷ 10000 × 1000",
      over: { name: "云湖市", base: "residents", hukou: false, year: 2022 },
    });
    expect(indicator(facts, "XZ-T1-114").reached).toBeUndefined();
  });

  it("takes the target of the year, and none before the first", () => {
    expect(indicator(factsOf(project, { year: 2023 }), "XZ-T1-114").target?.value).toBe(2.86);
    // 2020 is what was found, not a target
    const before = indicator(factsOf(project, { year: 2020 }), "XZ-T1-101");
    expect([before.target, before.reached]).toEqual([undefined, undefined]);
  });

  it("takes estates by their own lines, of one supply method that may be added", () => {
    // A alone: 150 m² ÷ 1000 × 100 = 15
    expect(indicator(facts, "XZ-T1-84").finding).toEqual({
      kind: "figure",
      value: 15,
      arithmetic: "150 ÷ 1000 × 100",
      zonesWithout: 0,
    });
    const screened = factsOf(project, { supply: "catchment" });
    expect(indicator(screened, "XZ-T1-84").finding).toEqual({ kind: "unknown", why: "screening" });
  });

  it("says in a word what the data cannot say", () => {
    const why = (of: CityFacts, id: string) => {
      const { finding } = indicator(of, id);
      return finding.kind === "unknown" ? finding.why : finding.kind;
    };
    expect(why(facts, "XZ-T1-80")).toBe("not-in-data");
    expect(why(factsOf({ ...project, units: [] }), "XZ-T1-101")).toBe("no-population");
    const elsewhere = project.zones.map((zone) => ({ ...zone, adminCode: "110101" }));
    const lent = factsOf({ ...project, zones: elsewhere, units: [] }, { pack: "xuzhou-2022" });
    expect(lent.comparisons[0]?.borrowed).toBe(true);
    expect(why(lent, "XZ-T1-101")).toBe("borrowed");
  });

  it("puts no share beside a number of places of an invented town", () => {
    const huaibei = (origin: Project["origin"]) =>
      indicator(
        factsOf(
          aProject(
            [aZone("A", { adminCode: "340602" })],
            [aFacility("C1", { kind: "C_INSTITUTION", registered: true, adminCode: "340602" })],
            {
              origin,
              units: [
                { id: "340600", name: "市", level: "city" },
                { id: "340602", name: "区", level: "district", parent: "340600" },
              ],
            },
          ),
        ),
        "HB-T1-118",
      );
    expect(huaibei("imported")).toMatchObject({ finding: { kind: "figure", value: 1 }, reached: 1 / 86 });
    expect(huaibei("demo").reached).toBeUndefined();
  });
});

describe("what each city asks for childcare", () => {
  const contrast = (adminCode: string) =>
    factsOf(aProject([aZone("A", { adminCode })], [aFacility("F")])).comparisons[0]?.contrast;

  it("is slots of everybody in Xuzhou, and slots of the estate", () => {
    expect(contrast("320302")).toMatchObject({
      city: { threshold: 4.5, per: 1000 },
      estates: { new: [{ threshold: 10, per: 1000 }], existing: [{ threshold: 8 }] },
    });
  });

  it("is m² of the estate in Sucheng, and no number for existing ones in Lianyungang", () => {
    expect(contrast("321302")?.estates).toMatchObject({
      new: [{ threshold: 48, unit: "m2", base: "households", per: 100 }],
      existing: [{ threshold: 28, unit: "m2" }],
    });
    expect(contrast("320703")?.estates).toMatchObject({ existing: "unspecified" });
  });
});

describe("estates without a number in the document", () => {
  it("are counted as such, not as nothing missing", () => {
    const facts = factsOf(aProject([aZone("A", { adminCode: "320703" })], [aFacility("F")]));
    expect(
      facts.standards.map(({ metric, zonesUnspecified, zonesKnown }) => [
        metric,
        zonesUnspecified,
        zonesKnown,
      ]),
    ).toEqual([
      ["elderly_building_area", 1, 0],
      ["childcare_slots", 1, 0],
    ]);
  });

  it("so too where the land was granted before the document", () => {
    const zone = aZone("A", { adminCode: "321302", status: "new", grantDate: "2022-01-01" });
    const facts = factsOf(aProject([zone], [aFacility("F")]));
    expect(facts.standards.every(({ zonesUnspecified }) => zonesUnspecified === 1)).toBe(true);
    expect(facts.standards.length).toBe(2);
  });
});
