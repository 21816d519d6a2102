import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { analyse } from "../../../src/core/analysis/pipeline.ts";
import type { Results } from "../../../src/core/analysis/results.ts";
import { exact, toNumber } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import { unitFinder } from "../../../src/core/deficit/find-unit.ts";
import { territoryOf } from "../../../src/core/deficit/territory.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import type { AdminUnit } from "../../../src/core/model/admin-unit.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

const CITY: readonly AdminUnit[] = [
  { id: "320300", name: "徐州市", level: "city", population: { residents: 10_000, elderly60: 2_000 } },
  { id: "320302", name: "鼓楼区", level: "district", parent: "320300" },
  { id: "320302001", name: "东街", level: "street", parent: "320302" },
  { id: "320302002", name: "西街", level: "street", parent: "320302" },
  { id: "320302001001", name: "甲社区", level: "community", parent: "320302001" },
  { id: "320302001002", name: "乙社区", level: "community", parent: "320302001" },
  {
    id: "320302002001",
    name: "丙社区",
    level: "community",
    parent: "320302002",
    shape: [[[east(0), east(1000), east(1000, 1000), east(0, 1000)]]],
  },
];

function results(project: Project, choice: Partial<Parameters> = {}): Results {
  const outcome = finish(analyse(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choice }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe("units against their targets", () => {
  const project = aProject(
    [
      aZone("A", { adminCode: "320302001001" }),
      aZone("B", { adminCode: "320302001002" }),
      aZone("C", { adminCode: "320302002001" }),
    ],
    [
      aFacility("F1", { kind: "E_STREET_COMP", adminCode: "320302001", beds: 0 }),
      aFacility("F2", { kind: "E_COMM_CENTRE", adminCode: "320302001001" }),
      aFacility("F3", { kind: "C_COMMUNITY", adminCode: "320302001001", slots: 30 }),
      aFacility("F4", { kind: "C_INSTITUTION", adminCode: "320302002001", slots: 15, registered: true }),
      aFacility("F5", { kind: "E_INSTITUTION", adminCode: "320302", beds: 60, nursingBeds: 48 }),
      aFacility("F6", { kind: "E_COMM_CENTRE", adminCode: "320302001002", status: "planned" }),
    ],
    { units: CITY },
  );
  const { units } = results(project);
  const lineOf = (unit: string, rule: string) => {
    const line = units
      .filter((each) => each.unit === unit)
      .flatMap(({ judgement }) => judgement.lines)
      .find((each) => each.rule === rule);
    return (
      line && {
        verdict: line.verdict,
        required: line.required && toNumber(line.required),
        actual: line.actual && toNumber(line.actual),
      }
    );
  };

  it("passes nothing by those registered where no residents are published", () => {
    const [city, ...below] = CITY as readonly [AdminUnit, ...AdminUnit[]];
    const slotsBy = (population: NonNullable<AdminUnit["population"]>) =>
      results({ ...project, units: [{ ...city, population }, ...below] })
        .units.find(({ unit }) => unit === "320300")
        ?.judgement.lines.find(({ rule }) => rule === "XZ-CT-C-45")?.verdict;
    // 30 + 15 = 45 = 10 × 4.5
    expect(slotsBy({ residents: 10_000 })).toBe("pass");
    expect(slotsBy({ hukou: 10_000 })).toBe("needs_ruling");
    expect(slotsBy({ hukou: 20_000 })).toBe("fail");
  });

  it("judges each street by its own facilities", () => {
    expect(lineOf("320302001", "XZ-ST-E-1")).toEqual({ verdict: "pass", required: 1, actual: 1 });
    expect(lineOf("320302002", "XZ-ST-E-1")).toEqual({ verdict: "fail", required: 1, actual: 0 });
  });

  it("judges the share of communities together, and names those without", () => {
    // 1 of 3 communities has a centre that runs; all 3 should: F6 is only planned
    expect(lineOf("320300", "XZ-CM-E-100")).toEqual({ verdict: "fail", required: 3, actual: 1 });
    expect(units.find(({ level }) => level === "community")?.lacking).toEqual({
      "XZ-CM-E-100": ["320302001002", "320302002001"],
    });
    const planned = results(project, { countStatuses: ["built", "planned"] });
    expect(planned.units.find(({ level }) => level === "community")?.lacking).toEqual({
      "XZ-CM-E-100": ["320302002001"],
    });
  });

  it("judges slots and beds of the city by its published population", () => {
    // 30 + 15 = 45 slots for 10 000 ÷ 1000 × 4.5 = 45
    expect(lineOf("320300", "XZ-CT-C-45")).toEqual({ verdict: "pass", required: 45, actual: 45 });
    // 60 beds for 2000 ÷ 1000 × 40 = 80; 48 of 60 are nursing beds, 75 % of 60 = 45
    expect(lineOf("320300", "XZ-CT-E-40")).toEqual({ verdict: "fail", required: 80, actual: 60 });
    expect(lineOf("320300", "XZ-CT-E-NURS")).toEqual({ verdict: "pass", required: 45, actual: 48 });
  });

  it("takes the target of the year", () => {
    const early = results(project, { year: 2023 }).units.flatMap(({ judgement }) => judgement.lines);
    // 10 000 ÷ 1000 × 2.86 = 28.6
    const slots = early.find(({ rule }) => rule === "XZ-CT-C-454");
    expect(slots?.required && toNumber(slots.required)).toBe(28.6);
  });

  it("gives no verdict on a population that nobody published", () => {
    const unknown = CITY.map(({ population: _population, ...unit }) => unit);
    const lines = results({ ...project, units: unknown }).units.flatMap(({ judgement }) => judgement.lines);
    expect(lines.find(({ rule }) => rule === "XZ-CT-C-45")?.verdict).toBe("insufficient_data");
  });

  it("counts two rows of one place once", () => {
    const twins = ["T1", "T2"].map((id) =>
      aFacility(id, { kind: "E_STREET_COMP", name: "西街养老中心", adminCode: "320302002" }),
    );
    const found = results({ ...project, facilities: [...project.facilities, ...twins] });
    const line = found.units.find(({ unit }) => unit === "320302002")?.judgement.lines[0];
    expect(line?.actual && toNumber(line.actual)).toBe(1);
  });
});

describe("the size of a unit's centre", () => {
  const district: AdminUnit = { id: "321302", name: "宿城区", level: "district" };
  const centre = (id: string, more: Partial<Facility>) =>
    aFacility(id, {
      kind: "C_CITY_CENTRE",
      adminCode: "321302",
      areas: [{ subject: "childcare", area: 2100 }],
      slots: 120,
      ...more,
    });
  const verdictOf = (...centres: Facility[]) =>
    results(aProject([aZone("A", { adminCode: "321302001001" })], centres, { units: [district] }))
      .units.flatMap(({ judgement }) => judgement.lines)
      .find(({ rule }) => rule === "SQ-CT-C-CENTRE")?.verdict;

  it("is that of rooms above ground whose figures can be trusted", () => {
    // 2100 m² for 2000, 120 slots for 100
    expect(verdictOf(centre("F", { storey: 1 }))).toBe("pass");
    expect(verdictOf(centre("F", { storey: -1 }))).toBe("fail");
    expect(verdictOf(centre("F", { unread: ["storey"] }))).toBe("insufficient_data");
    expect(verdictOf(centre("F", { totalArea: 1500 }))).toBe("insufficient_data");
    expect(verdictOf(centre("F", { totalArea: 1500 }), centre("G", { storey: 2, at: east(90) }))).toBe(
      "pass",
    );
  });

  it("has no slots that are said not to be inclusive", () => {
    expect(verdictOf(centre("F", { inclusive: true }))).toBe("pass");
    expect(verdictOf(centre("F", { inclusive: false }))).toBe("fail");
  });

  it("may be larger than the largest that is known", () => {
    const small = centre("F", { areas: [{ subject: "childcare", area: 1900 }] });
    expect(verdictOf(small)).toBe("fail");
    expect(verdictOf(small, centre("G", { areas: [], at: east(90) }))).toBe("insufficient_data");
  });
});

describe("what is there to be counted in a unit", () => {
  const street: AdminUnit = { id: "320302001", name: "东街", level: "street" };
  const lines = (units: readonly AdminUnit[], facilities: readonly Facility[], pack?: string) =>
    results(aProject([aZone("A")], facilities, { units }), pack === undefined ? {} : { pack }).units.flatMap(
      ({ judgement }) => judgement.lines,
    );
  const presence = (...more: Partial<Facility>[]) =>
    lines(
      [street],
      more.map((each, i) => aFacility(`F${i}`, { kind: "E_STREET_COMP", adminCode: street.id, ...each })),
    ).find(({ rule }) => rule === "XZ-ST-E-1")?.verdict;

  it("stands above ground", () => {
    expect(presence({ storey: 1 })).toBe("pass");
    expect(presence({ storey: -1 })).toBe("fail");
    expect(presence({ unread: ["storey"] })).toBe("insufficient_data");
    expect(presence({ unread: ["storey"] }, { storey: 1 })).toBe("pass");
  });

  it("is perhaps one of no status, and perhaps a place that another row says is closed", () => {
    const { status: _status, ...unknown } = aFacility("F", { kind: "E_STREET_COMP", adminCode: street.id });
    expect(lines([street], [unknown]).find(({ rule }) => rule === "XZ-ST-E-1")?.verdict).toBe(
      "insufficient_data",
    );
    expect(presence({ name: "东街中心" }, { name: "东街中心", status: "closed" })).toBe("insufficient_data");
  });

  it("is told apart from what only may be, where even both are too few: 1 sure and 1 perhaps of 3", () => {
    const district: AdminUnit = { id: "320723", name: "灌云县", level: "district" };
    const regional = (id: string) =>
      aFacility(id, { kind: "E_TOWN_REGIONAL", adminCode: district.id, name: `${id}中心` });
    const { status: _status, ...unknown } = regional("F");
    const project = aProject([aZone("A")], [unknown, regional("G")], { units: [district] });
    const { units } = results(project, { pack: "lianyungang-draft" });
    const found = units.find(({ unit }) => unit === district.id)?.judgement.lines;
    expect(found?.find(({ rule }) => rule === "LYG-CN-E-3")).toMatchObject({
      verdict: "fail",
      actual: exact(2),
      sure: exact(1),
      shortage: exact(1),
    });
  });

  it("is registered where slots count only so", () => {
    const communities = (registered: boolean | undefined) =>
      lines(
        [{ id: "321302001001", name: "甲社区", level: "community" }],
        [
          aFacility("F", {
            kind: "C_INSTITUTION",
            adminCode: "321302001001",
            ...(registered !== undefined && { registered }),
          }),
        ],
        "sucheng-2023",
      ).find(({ rule }) => rule === "SQ-CM-C-50")?.verdict;
    expect(communities(true)).toBe("pass");
    expect(communities(false)).toBe("fail");
    expect(communities(undefined)).toBe("insufficient_data");
  });

  it("is inclusive by its own word", () => {
    const inclusive = (said: boolean | undefined) =>
      lines(
        [{ id: "320702001", name: "街道", level: "street" }],
        [
          aFacility("F", {
            kind: "C_COMMUNITY",
            adminCode: "320702001",
            ...(said !== undefined && { inclusive: said }),
          }),
        ],
        "lianyungang-draft",
      ).find(({ rule }) => rule === "LYG-ST-C-1")?.verdict;
    expect(inclusive(true)).toBe("pass");
    expect(inclusive(false)).toBe("fail");
    expect(inclusive(undefined)).toBe("insufficient_data");
  });

  it("tells its beds, or a share of beds cannot be told", () => {
    const city: AdminUnit = { id: "320300", name: "徐州市", level: "city" };
    const share = (...more: Partial<Facility>[]) =>
      lines(
        [city],
        more.map((each, i) => aFacility(`F${i}`, { kind: "E_INSTITUTION", adminCode: "320300", ...each })),
      ).find(({ rule }) => rule === "XZ-CT-E-NURS")?.verdict;
    expect(share({ beds: 100, nursingBeds: 80 })).toBe("pass");
    expect(share({ beds: 100, nursingBeds: 80 }, {})).toBe("insufficient_data");
    expect(share({ beds: 100, nursingBeds: 80 }, { status: "closed" })).toBe("pass");
  });
});

describe("the unit of a row", () => {
  const find = unitFinder(CITY);
  const unitOf = (row: ResidentialZone) => find(row).unit?.id;
  const { adminCode: _adminCode, ...plain } = aZone("Z", { at: east(5000) });

  it("is found by code, else by name, else by polygon", () => {
    expect(unitOf({ ...plain, adminCode: "320302001002" })).toBe("320302001002");
    expect(unitOf({ ...plain, street: "东街", community: "甲社区" })).toBe("320302001001");
    expect(unitOf({ ...plain, at: east(500, 500) })).toBe("320302002001");
    expect(unitOf(plain)).toBeUndefined();
  });

  it("is the finer one of a code and a name that lies in it", () => {
    expect(unitOf({ ...plain, adminCode: "320302", community: "乙社区" })).toBe("320302001002");
  });

  it("is said where a code and a name, or a name and a point, do not go together", () => {
    expect(find({ ...plain, adminCode: "320302002", community: "甲社区" })).toMatchObject({
      unit: { id: "320302002" },
      conflict: { code: "unit.code-and-name" },
    });
    expect(find({ ...plain, community: "丙社区" })).toMatchObject({
      unit: { id: "320302002001" },
      conflict: { code: "unit.outside" },
    });
  });

  const stranger = { ...plain, adminCode: "340603001", street: "高岳街道" };
  const HUAIBEI: readonly AdminUnit[] = [
    { id: "340600", name: "淮北市", level: "city" },
    { id: "340602", name: "杜集区", level: "district" },
    { id: "340602001", name: "高岳街道", level: "street" },
  ];

  it("is no street of another district than the code's, whatever its name, and that is said", () => {
    expect(unitFinder(HUAIBEI)(stranger)).toMatchObject({
      unit: { id: "340600" },
      conflict: { code: "unit.code-and-name", facts: { code: "340603001", name: "高岳街道" } },
    });
    const { street: _street, ...unnamed } = stranger;
    const square: Polygon[] = [[[east(4900), east(5100), east(5100, 100), east(4900, 100)]]];
    const drawn = HUAIBEI.map((unit) => (unit.level === "district" ? { ...unit, shape: square } : unit));
    expect(unitFinder(drawn)({ ...unnamed, at: east(5000, 50) })).toMatchObject({
      unit: { id: "340600" },
      conflict: { code: "unit.outside", facts: { name: "340603001" } },
    });
  });

  it("is its district, where that is all its names tell, and a district that is not the code's is said", () => {
    const find = unitFinder(HUAIBEI);
    expect(find({ ...plain, district: "杜集区" })).toEqual({ unit: HUAIBEI[1] });
    expect(find({ ...plain, district: "杜集区", street: "别的街道" })).toEqual({ unit: HUAIBEI[1] });
    expect(find({ ...plain, adminCode: "340603", district: "杜集区" })).toMatchObject({
      unit: { id: "340600" },
      conflict: { code: "unit.code-and-name", facts: { code: "340603", name: "杜集区" } },
    });
  });

  it("is the one of two of a name that the code leaves open", () => {
    const twins = [...HUAIBEI, { id: "340603001", name: "高岳街道", level: "street" as const }];
    expect(unitFinder(twins)({ ...stranger, adminCode: "340602" })).toMatchObject({
      unit: { id: "340602001" },
    });
    expect(unitFinder(twins)({ ...stranger, adminCode: "340603" }).conflict).toBeUndefined();
  });

  it("lies where its code says, if it states no parent", () => {
    const found = unitFinder(HUAIBEI)({ ...stranger, adminCode: "340602" });
    expect(found).toEqual({ unit: HUAIBEI[2] });
    expect(unitFinder(HUAIBEI)({ ...plain, adminCode: "340602001000" })).toEqual({ unit: HUAIBEI[2] });
    const zones = [
      aZone("a", { adminCode: "340602001" }),
      aZone("b", { adminCode: "340602", street: "高岳街道" }),
      aZone("c", { adminCode: "340602", street: "别的街道" }),
      { ...plain, id: "d", street: "高岳街道" },
      { ...stranger, id: "e" },
    ];
    const project = { ...aProject(zones, []), units: HUAIBEI };
    const { units, zoneUnits } = territoryOf(project, unitFinder(HUAIBEI));
    const tier = (of: number) => [...(zoneUnits[of] ?? [])].map((row) => units[row]?.unit);
    expect(tier(1)).toEqual(["340602001", "340602001", "340602/别的街道", "340602001", "340603/高岳街道"]);
    expect(tier(2)).toEqual(["340602", "340602", "340602", "340602", "340603"]);
    expect(tier(3)).toEqual(["340600", "340600", "340600", "340600", "340600"]);
  });
});
