import { describe, expect, test } from "vitest";
import { areaDoubts } from "../../../src/core/analysis/area-doubts.ts";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { compare } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { CARE_SUBJECTS } from "../../../src/core/model/facility-kind.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const FAIR = { ...DEFAULT_PARAMETERS, supply: "fair" } as const;
const analysed = (project: Project) => value(finish(openPipeline(project, shippedStandards(), FAIR)));

function without<Row extends object, Key extends keyof Row>(row: Row, key: Key): Omit<Row, Key> {
  const { [key]: _, ...rest } = row;
  return rest;
}

/**
 * 甲 and 乙 need 20 m² each and reach f (10). 甲 reaches g, of no stated size, and s (15) of no stated status; 乙 reaches o
 * (30), shared by a zone whose households nobody knows. 丙 needs 20, far off, and reaches nothing.
 */
const town = analysed(
  aProject(
    [
      aZone("a", { households: 100 }),
      without(aZone("b", { households: 100, at: east(700) }), "residents"),
      without(aZone("c", { households: 100, at: east(9000) }), "residents"),
      without(aZone("owner", { at: east(1310) }), "households"),
    ],
    [
      aFacility("f", { ...elderlyRooms(10), at: east(350) }),
      aFacility("g", { at: east(-400) }),
      without(aFacility("s", { ...elderlyRooms(15), at: east(-300) }), "status"),
      aFacility("o", { ...elderlyRooms(30), at: east(1300), zone: "owner", shared: true }),
    ],
  ),
);

describe("what is in doubt of 片区", () => {
  test("is named with why and how much, the most first, and not told where nothing is", () => {
    expect(areaDoubts(town, "elderly")).toEqual([
      {
        ...{ metric: "elderly_building_area", area: 1, zones: [] },
        facilities: [
          { facility: "g", why: "no-amount-stated" },
          { facility: "o", why: "kept-by-unknown-need", more: 30 },
          { facility: "s", why: "status-unknown", more: 15 },
        ],
      },
    ]);
  });

  test("is what zones need whose residents nobody states", () => {
    const zones = areaDoubts(town, "childcare").flatMap((each) => each.zones);
    expect(zones.map(({ zone }) => zone)).toEqual(["b", "c"]);
    for (const { least, most } of zones) expect(least).toBeLessThan(most);
  });
});

const projects = [
  ...(["xuzhou", "sucheng", "huaibei"] as const).map((city) => finish(demoCity(demoSpec(city), 1))),
  ...Array.from({ length: 30 }, (_, seed) => randomProject(seed)),
];

test("a 片区 of which nothing is named lacks for certain what it is told to lack", () => {
  let doubted = 0;
  for (const pipeline of projects.map(analysed)) {
    for (const subject of CARE_SUBJECTS) {
      const found = areaDoubts(pipeline, subject);
      for (const { metric, subject: of, areas, certificates } of pipeline.results.allocations ?? []) {
        if (of !== subject) continue;
        areas.forEach((certificate, at) => {
          const { missing, certain = missing } = certificates[certificate] ?? { missing: undefined };
          if (!missing || !certain) throw new Error("a 片区 is a certificate");
          if (found.some((each) => each.metric === metric && each.area === at + 1)) return;
          expect(compare(missing, certain)).toBe(0);
        });
      }
      doubted += found.length;
    }
  }
  expect(doubted).toBeGreaterThan(10);
});
