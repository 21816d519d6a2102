import { expect, test } from "vitest";
import { streetFacts, streetsToPrint } from "../../src/app/derived/sheet-facts.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { STREET_TIER } from "../../src/core/deficit/territory.ts";
import type { Polygon } from "../../src/core/geo/lng-lat.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

const standards = shippedStandards();
const EAST = { adminCode: "320302", district: "泉山区", street: "东街" };
const WEST = { adminCode: "320302", district: "泉山区", street: "西街" };
/** A square of 100 m, so many metres east. */
const around = (metres: number): Polygon[] => [
  [[east(metres - 50, -50), east(metres + 50, -50), east(metres + 50, 50), east(metres - 50, 50)]],
];

/** East lacks 200 − 150 = 50 of 1000 households and 60 − 0 of 300; west lacks 40 − 0 of 200. */
const project = aProject(
  [
    aZone("A", { ...EAST, residents: 1000 }),
    aZone("B", { ...EAST, households: 300, residents: 9000, at: east(500), shape: around(500) }),
    aZone("C", { ...WEST, households: 200, at: east(620) }),
  ],
  [
    aFacility("F", { ...EAST, zone: "A", ...elderlyRooms(150), at: east(10) }),
    aFacility("G", { ...WEST, ...elderlyRooms(80), at: east(600) }),
  ],
);
const view = projectView(project, standards);
const results = analysisView(
  analysisColumns(
    value(finish(openPipeline(project, standards, { ...DEFAULT_PARAMETERS, supply: "onsite" }))),
  ),
);
const unitNamed = (name: string) => results.territory.units.find((unit) => unit.name === name)?.unit ?? "";
const sheetOf = (name: string) =>
  streetFacts(
    view,
    results,
    unitNamed(name),
    (rule) => ({ zh: rule, en: rule }),
    (level) => level,
  );

test("a street's sheet lists its own zones, those that hold most of what is missing first", () => {
  const sheet = sheetOf("东街");
  expect(sheet?.zones).toBe(2);
  // Elderly rooms: A 50, B 60 of 260; slots: far more for the 9000 residents of B.
  expect(sheet?.listed.map(({ name, mark }) => [mark, name])).toEqual([
    [1, "B"],
    [2, "A"],
  ]);
  const rooms = (name: string) =>
    sheet?.listed
      .find((zone) => zone.name === name)
      ?.missing.find(({ metric }) => metric === "elderly_building_area")?.amount;
  expect([rooms("A"), rooms("B")]).toEqual([50, 60]);
  expect(sheet?.metrics.find(({ metric }) => metric === "elderly_building_area")).toMatchObject({
    ...{ required: 260, provided: 150, missing: 110 },
  });
  expect(sheet?.people.residents).toEqual({ sum: 10_000, known: 2 });
});

test("its map marks the zones listed where they stand, and leaves what lies in other streets faint", () => {
  const drawing = sheetOf("东街")?.drawing;
  const zone = (id: string) => drawing?.zones.find((one) => one.id === id);
  expect(zone("B")).toMatchObject({ chosen: true, mark: { number: 1 } });
  expect(zone("A")).toMatchObject({ chosen: true, mark: { number: 2 } });
  // The middle of B is 500 m east of A.
  expect((zone("B")?.mark?.x ?? 0) - (zone("A")?.mark?.x ?? 0)).toBeGreaterThan(495);
  expect((zone("B")?.mark?.x ?? 0) - (zone("A")?.mark?.x ?? 0)).toBeLessThan(505);
  const facility = (id: string) => drawing?.facilities.find((one) => one.id === id)?.chosen;
  expect(facility("F")).toBe(true);
  expect(facility("G")).toBe(false);
});

test("streets are printed in the order of the sentence on top: by their part of what is missing", () => {
  // East lacks 110 m² of 150 and most slots, though west meets none of its need.
  const units = [unitNamed("东街"), unitNamed("西街")];
  expect(streetsToPrint(results)).toEqual({ units, without: 0 });
  expect(results.headline.worstStreets).toEqual(["东街", "西街"]);
});

test("a street without zones has no page, and is counted", () => {
  const empty = { id: "320302999", name: "空街", level: "street", parent: "320302" } as const;
  const { rollUp } = analysisView(
    analysisColumns(
      value(finish(openPipeline({ ...project, units: [empty] }, standards, DEFAULT_PARAMETERS))),
    ),
  );
  expect(rollUp.ofTier(STREET_TIER).some(({ name, zones }) => name === "空街" && zones === 0)).toBe(true);
  const { units, without } = streetsToPrint({ ...results, rollUp });
  expect([units.length, without]).toEqual([2, 1]);
});
