import { expect, test } from "vitest";
import { unitSums } from "../../src/app/derived/unit-sums.ts";
import type { AnalysisView, ProjectView } from "../../workers/protocol.ts";

test("people are added up over the zones that state them, and the community that lacks most is found", () => {
  const nothing = Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN);
  const zones = {
    households: Float64Array.of(100, 200, Number.NaN, 50),
    residents: nothing,
    elderly60: Float64Array.of(30, 40, 20, 10),
    under3: nothing,
  } as unknown as ProjectView["zones"];
  const results = {
    territory: {
      units: [
        { level: "community", unit: "a", name: "甲社区" },
        { level: "community", unit: "b", name: "乙社区" },
        { level: "street", unit: "s", name: "东街" },
      ],
      zoneUnits: [Int32Array.of(0, 1, 1, -1), Int32Array.of(2, 2, 2, -1)],
    },
    // 甲 lacks 50, 乙 lacks 30 + 25 = 55
    zones: { byMetric: [{ metric: "elderly_building_area", missing: Float64Array.of(50, 30, 25, 99) }] },
  } as unknown as AnalysisView;
  const street = unitSums(zones, results, 1, "elderly_building_area").get("s");
  expect(street?.worst).toBe("乙社区");
  expect(street?.people).toEqual({
    households: { sum: 300, known: 2 },
    residents: { sum: 0, known: 0 },
    elderly60: { sum: 90, known: 3 },
    under3: { sum: 0, known: 0 },
  });
  expect(unitSums(zones, results, 0, "elderly_building_area").get("b")?.worst).toBeUndefined();
});
