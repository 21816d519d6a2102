import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { walkFindings } from "../../../src/core/analysis/walk-findings.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";

/** A river from south to north, a street on either bank, and one bridge 600 m up. */
const streets = streetMap({
  at: { w0: [0, 0], w1: [0, 600], e0: [200, 0], e1: [200, 600], farEast: [900, 0] },
  ways: [
    { through: ["w0", "w1"] },
    { through: ["e0", "e1"] },
    { through: ["w1", "e1"], tags: { highway: "residential", bridge: "yes" } },
    { through: ["e0", "farEast"] },
  ],
});
const river: Polygon = [[east(80, -500), east(120, -500), east(120, 900), east(80, 900)]];

const project: Project = aProject(
  [
    aZone("across", { at: east(0), elderly60: 100 }),
    aZone("beside", { at: east(600), elderly60: 300 }),
    aZone("out", { at: east(5000), elderly60: 50 }),
    aZone("unknown", { at: east(200, 300) }),
  ],
  [aFacility("F", { at: east(200) })],
  { streets, backdrop: { water: [river], green: [], railways: [], streets: [] } },
);

function found(parameters: Partial<Parameters> = {}, of = project) {
  const opened = finish(openPipeline(of, shippedStandards(), { ...DEFAULT_PARAMETERS, ...parameters }));
  return finish(walkFindings(value(opened)));
}

test("a zone across the river is in the circle and cannot be walked to, for the water between", () => {
  const { elderly } = found({ reach: "network" });
  expect(elderly.circle?.zones).toEqual({ both: 2, "circle-only": 1, "network-only": 0, neither: 1 });
  expect(elderly.circle?.apart).toMatchObject([
    { zone: 0, facility: 0, by: "circle-only", people: 100, connected: true, barrier: { kind: "water" } },
  ]);
  const [apart] = elderly.circle?.apart ?? [];
  expect(apart?.circle).toBeCloseTo(260, 0);
  expect(apart?.network).toBeCloseTo(1400, 0);
  expect(found().elderly.circle).toBeUndefined();
});

test("the walk that a zone asks for is told up to that of the fastest, along streets as in straight lines", () => {
  const byStreets = found({ reach: "network" }).elderly;
  const metres = Array.from(byStreets.needed.elderly.whole, Math.round);
  expect(metres).toEqual([Number.POSITIVE_INFINITY, 400, Number.POSITIVE_INFINITY, 300]);
  expect(byStreets.needed.adult.whole).toEqual(byStreets.needed.elderly.whole);
  expect(byStreets.stable).toEqual({
    ...{ base: "elderly60", covered: 300, uncovered: 150, total: 450, zonesWithoutNumber: 1 },
  });
  expect(Array.from(found().elderly.needed.elderly.whole, Math.round)).toEqual([260, 520, Infinity, 390]);
});

test("a zone without care near the border of what was brought is marked, within its units or without any", () => {
  const wide = east(-9000, -9000);
  const shape: readonly Polygon[] = [[[wide, east(9000, -9000), east(9000, 9000), east(-9000, 9000)]]];
  const unit = { id: "u", name: "区", level: "district" as const, shape };
  const choices = { reach: "network", supply: "onsite" } as const;
  expect([...found(choices).elderly.atEdge]).toEqual([1, 0, 1, 0]);
  const within = found(choices, { ...project, units: [unit] });
  expect(within.elderly.extent).toBe("units");
  expect([...within.elderly.atEdge]).toEqual([0, 0, 0, 0]);
});

test("a zone is marked too if it is short with others who come near the border, though it is covered itself", () => {
  const square: readonly Polygon[] = [
    [[east(-9000, -9000), east(9000, -9000), east(9000, 9000), east(-9000, 9000)]],
  ];
  const households = { households: 1000 };
  const city = aProject(
    [
      aZone("beside", { at: east(8800), ...households }),
      aZone("inner", { at: east(7950), ...households }),
      aZone("middle", { at: east(0), ...households }),
    ],
    [
      aFacility("F", { at: east(8500), ...elderlyRooms(10) }),
      aFacility("M", { at: east(100), ...elderlyRooms(10) }),
    ],
    { units: [{ id: "u", name: "区", level: "district" as const, shape: square }] },
  );
  expect([...found({ supply: "onsite" }, city).elderly.atEdge]).toEqual([0, 0, 0]);
  expect([...found({ supply: "fair" }, city).elderly.atEdge]).toEqual([1, 1, 0]);
});
