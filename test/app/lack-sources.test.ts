import { expect, it } from "vitest";
import { lackSources } from "../../src/app/derived/lack-sources.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { Project } from "../../src/core/model/project.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { drive, surveyed } from "../builders/surveyed.ts";

/** A and B are judged. C reaches rooms of unknown size alone: it may have enough. N is new and has to have its own. */
const PROJECT: Project = aProject(
  [
    aZone("A", { households: 333, residents: 777 }),
    aZone("B", { households: 500, residents: 1111 }),
    aZone("C", { at: east(5000) }),
    aZone("N", { status: "new", households: 400, residents: 1000 }),
  ],
  [
    aFacility("E", { kind: "E_COMM_CENTRE", at: east(100), ...elderlyRooms(60) }),
    aFacility("F", { at: east(5100) }),
    aFacility("K", { kind: "C_COMMUNITY", slots: 3, at: east(150) }),
  ],
  { parameters: DEFAULT_PARAMETERS },
);

async function sources(project: Project, supply: "fair" | "onsite" = "fair") {
  const desk = deskTasks();
  const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
  value(
    await desk.open({ kind: "files", files: [{ name: "a.quan", bytes }], options: {}, into: "new" }, drive),
  );
  const results = analysisView(value(await desk.analyse({ ...DEFAULT_PARAMETERS, supply }, drive)));
  return { results, of: lackSources(results) };
}

it("adds up to what plans count, and to what the page tells on top", async () => {
  const { results, of } = await sources(PROJECT);
  const { survey } = await surveyed(PROJECT);
  expect(of.map(({ metric }) => metric)).toEqual(survey.missing.map(({ metric }) => metric));
  // 20 m² for 100 households: A and B want 166.6 and have 60; C wants 200; N wants 80.
  const [rooms] = of;
  expect(rooms).toMatchObject({ metric: "elderly_building_area", openZones: 1 });
  for (const [part, amount] of [
    [rooms?.judged, 106.6],
    [rooms?.open, 200],
    [rooms?.rounding, 0],
    [rooms?.elsewhere, 80],
  ] as const)
    expect(part).toBeCloseTo(amount, 3);
  // A zone lacks whole slots, and what is shared out does not.
  expect(of[1]?.rounding).toBeGreaterThan(0.5);
  for (const [at, { judged, open, rounding, elsewhere, metric }] of of.entries()) {
    expect(judged + open).toBeCloseTo(survey.missing[at]?.missing ?? Number.NaN, 6);
    const told = results.headline.missing.find((each) => each.metric === metric)?.amount ?? Number.NaN;
    expect(judged + rounding + elsewhere).toBeCloseTo(told, 6);
  }
});

it("says nothing where results are by another method", async () => {
  expect((await sources(PROJECT, "onsite")).of).toEqual([]);
});
