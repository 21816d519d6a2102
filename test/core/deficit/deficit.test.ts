import { describe, expect, it } from "vitest";
import type { MetricColumns, RollUpRow } from "../../../src/core/analysis/results.ts";
import { exact, ratio } from "../../../src/core/base/decimal.ts";
import { decidingLine, deficitOf } from "../../../src/core/deficit/deficit.ts";
import { rankedByMissing, worstStreets } from "../../../src/core/deficit/rank.ts";
import { rollUp } from "../../../src/core/deficit/roll-up.ts";
import { territoryOf } from "../../../src/core/deficit/territory.ts";
import type { Line } from "../../../src/core/standards/judgement.ts";
import type { Rule } from "../../../src/core/standards/rule.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aProject, aZone } from "../../builders/rows.ts";

const xuzhou = shippedStandards().packs.find(({ id }) => id === "xuzhou-2022");
const rules: ReadonlyMap<string, Rule> = new Map(xuzhou?.rules.map((rule) => [rule.id, rule]));

function aLine(rule: string, differs: Partial<Line>): Line {
  const severity = rules.get(rule)?.severity ?? "mandatory";
  return {
    rule,
    severity,
    verdict: "fail",
    unit: "m2",
    whole: false,
    estimated: false,
    notes: [],
    ...differs,
  };
}

describe("the deficit of a line", () => {
  it("is what is required less what is provided, exactly", () => {
    // 800 ÷ 100 × 48 = 384; 384 − 383.9 = 0.1 and not 0.10000000000002274
    const line = aLine("XZ-N-E-20", { required: exact(384), actual: exact(383.9) });
    expect(deficitOf(line)).toMatchObject({ missing: 0.1 });
  });

  it("counts what only may count as missing, and says how much that is", () => {
    // of 3 slots 2 may count: 1 to 3 are missing
    const slots = {
      unit: "slot",
      whole: true,
      required: exact(2.24),
      actual: exact(2),
      sure: exact(0),
    } as const;
    expect(deficitOf(aLine("XZ-O-C-8", slots))).toMatchObject({
      provided: exact(0),
      missing: 3,
      perhaps: 2,
      share: 0,
    });
  });

  it("counts whole slots of a requirement rounded up", () => {
    // 2100 ÷ 1000 × 8 = 16.8 → 17; 17 − 16 = 1; 16 ÷ 17
    const line = aLine("XZ-O-C-8", { unit: "slot", whole: true, required: exact(16.8), actual: exact(16) });
    expect(deficitOf(line)).toMatchObject({ required: exact(17), missing: 1 });
    expect(deficitOf(line)?.share).toBeCloseTo(16 / 17, 12);
  });

  it("compares slots that are shared out with what is required, unrounded", () => {
    // 11.25 of 11.2 are enough; 11.1 lack 0.1 and so a whole slot
    const line = { unit: "slot", whole: false, required: exact(11.2) } as const;
    expect(deficitOf(aLine("XZ-O-C-8", { ...line, verdict: "pass", actual: exact(11.25) }))).toMatchObject({
      missing: 0,
      share: 1,
    });
    expect(deficitOf(aLine("XZ-O-C-8", { ...line, actual: exact(11.1) }))).toMatchObject({ missing: 1 });
  });

  it("is not told where data are missing", () => {
    expect(deficitOf(aLine("XZ-N-E-20", { required: exact(100) }))).toBeUndefined();
    const open = { verdict: "insufficient_data", required: exact(100), actual: exact(50) } as const;
    expect(deficitOf(aLine("XZ-N-E-20", open))).toBeUndefined();
  });
});

describe("the line that decides a metric", () => {
  const mandatory = aLine("XZ-N-E-20", { verdict: "pass", required: exact(200), actual: exact(250) });
  const target = aLine("XZ-N-E-30", { required: exact(300), actual: exact(250) });

  it("is the mandatory one of a conflict group, the largest under the strict policy", () => {
    const of = (policy: "flag" | "clause" | "strict") =>
      decidingLine([mandatory, target], rules, "elderly_building_area", policy)?.rule;
    expect([of("flag"), of("clause"), of("strict")]).toEqual(["XZ-N-E-20", "XZ-N-E-20", "XZ-N-E-30"]);
  });

  it("is none where nothing mandatory is asked", () => {
    expect(decidingLine([target], rules, "elderly_building_area", "strict")).toBeUndefined();
    expect(decidingLine([mandatory], rules, "childcare_slots", "flag")).toBeUndefined();
  });
});

describe("roll-up", () => {
  it("nets nothing between zones, and leaves out what is not known", () => {
    const zones = ["A", "B", "C"].map((id) =>
      aZone(id, { street: "东街", households: 500, residents: 1000 }),
    );
    const project = aProject(zones, []);
    const territory = territoryOf(project, () => ({}));
    const columns: MetricColumns = {
      metric: "elderly_building_area",
      subject: "elderly",
      unit: "m2",
      required: Float64Array.of(100, 100, Number.NaN),
      provided: Float64Array.of(180.1, 70.2, 50),
      missing: Float64Array.of(0, 29.8, Number.NaN),
      perhaps: Float64Array.of(0, 9.8, Number.NaN),
      share: Float64Array.of(1, 0.702, Number.NaN),
    };
    const street = rollUp(project.zones, territory, [columns]).find(({ level }) => level === "street");
    // 80.1 m² too much in A do not fill the 29.8 of B: (100 + 70.2) ÷ 200 = 0.851. C is counted, but not summed.
    expect(street).toEqual({
      level: "street",
      unit: "320302/东街",
      name: "东街",
      subject: "elderly",
      metric: "elderly_building_area",
      required: 200,
      provided: 250.3,
      missing: 29.8,
      perhaps: 9.8,
      share: 0.851,
      zones: 3,
      zonesKnown: 2,
      zonesShort: 1,
      households: 1500,
      residents: 3000,
      zonesWithHouseholds: 3,
      zonesWithResidents: 3,
    });
  });

  it("names the streets that hold most of all that is missing", () => {
    const row = (unit: string, metric: RollUpRow["metric"], missing: number): RollUpRow => ({
      ...{ level: "street", unit, name: `${unit}街道`, subject: "elderly", metric, missing },
      ...{ required: 1, provided: 0, perhaps: 0, share: 0, households: 1, residents: 1 },
      ...{ zonesWithHouseholds: 1, zonesWithResidents: 1 },
      ...{ zones: 1, zonesKnown: 1, zonesShort: 1 },
    });
    const rows = [
      row("a", "elderly_building_area", 100), // 100 ÷ 400 + 0 = 0.25
      row("b", "elderly_building_area", 300), // 300 ÷ 400 + 0 = 0.75
      row("c", "childcare_slots", 10), // 10 ÷ 10 = 1, though it is the smallest number
      row("d", "childcare_slots", 0),
    ];
    const districtOf = () => "甲区";
    expect(worstStreets(rows, 3, districtOf)).toEqual(["c街道", "b街道", "a街道"]);
    expect([...rankedByMissing(Float64Array.of(1, Number.NaN, 5, 1))]).toEqual([2, 0, 3, 1]);

    // Of one name, though only one of two lacks anything: by the district, by the code where that is the same, or none.
    const north = rows.map((each) => ({ ...each, name: "北街道" }));
    const inOne = { a: "甲区", b: "乙区", c: "甲区", d: "丙区" } as const;
    expect(worstStreets(north, 3, (unit) => inOne[unit as keyof typeof inOne])).toEqual([
      "北街道 c",
      "乙区 北街道",
      "北街道 a",
    ]);
    const [nowhere] = north.slice(2, 3).map((each) => ({ ...each, unit: "北街道" }));
    expect(worstStreets([...north.slice(0, 1), ...(nowhere ? [nowhere] : [])], 3, () => undefined)).toEqual([
      "北街道 a",
      "北街道",
    ]);
  });
});

it("adds thirds without losing any", () => {
  const third = { verdict: "fail", required: exact(200), actual: ratio(400n, 3n) } as const;
  expect(deficitOf(aLine("XZ-N-E-20", third))?.missing).toBeCloseTo(200 / 3, 12);
});
