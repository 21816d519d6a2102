import { beforeAll, describe, expect, it } from "vitest";
import { planReport } from "../../src/app/derived/plan-report.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { CityFacts } from "../../src/core/city/city-facts.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import type { PlanReportFacts } from "../../src/ui/plans/report-facts.ts";
import type { AnalysisView, ProjectView } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aZone } from "../builders/rows.ts";
import { drive, SHORT_PROJECT, surveyed } from "../builders/surveyed.ts";

const { households: _households, residents: _residents, ...NOBODY_KNOWN } = aZone("C", { street: "乙街道" });
/** A and B stand in 甲街道, and nobody knows who lives in C, which stands in 乙街道. */
const PROJECT = {
  ...SHORT_PROJECT,
  zones: [...SHORT_PROJECT.zones.map((zone) => ({ ...zone, street: "甲街道" })), NOBODY_KNOWN],
};

describe("the report of a plan", () => {
  let of: PlanReportFacts;
  beforeAll(async () => {
    const desk = deskTasks();
    const bytes = new Uint8Array(await new Response(writeProject(PROJECT)).arrayBuffer());
    const files = [{ name: "a.quan", bytes }];
    const opened = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
    const view: ProjectView = opened.view;
    const now: AnalysisView = analysisView(
      value(await desk.analyse({ ...DEFAULT_PARAMETERS, supply: "fair" }, drive)),
    );
    const city: CityFacts = value(await desk.city(undefined, drive));
    const { tasks } = await surveyed(PROJECT);
    const found = value(await tasks.count({ measures: ["H:hand_over"], moved: [] }, drive));
    const { packs } = shippedStandards();
    of = planReport(
      view,
      now,
      analysisView(found.after),
      city,
      packs.filter(({ id }) => id === "xuzhou-2022"),
      { found, refused: [{ name: "S", why: "too-small" }], asked: "问", status: "答" },
    );
  });

  it("adds up who is short, street by street, now and with the plan", () => {
    expect(of.zones).toBe(3);
    expect(of.verdicts).toMatchObject({ fail: 2, missing_data: 1 });
    expect(of.concerned).toMatchObject({ zones: 2, people: { residents: { sum: 5600, known: 2 } } });
    expect(of.streets.map(({ name, zones, missing, after }) => [name, zones, missing[0], after[0]])).toEqual([
      ["甲街道", 2, 400, 200],
      ["乙街道", 1, Number.NaN, Number.NaN],
    ]);
  });

  it("says what the plan does, whom it serves and what it leaves", () => {
    expect(of.plan.metrics[0]).toMatchObject({ before: 400, after: 200 });
    expect(of.plan.measures).toMatchObject([
      { number: 1, name: "H", kind: "hand_over", elderly: 200, cost: 5, zones: 2 },
    ]);
    expect(of.plan.measures[0]?.areas).toMatchObject(
      [1, 2].map((number) => ({ number, before: 200, after: 100 })),
    );
    expect(of.plan.refused).toEqual([{ name: "S", why: "too-small" }]);
    expect(of.drawing?.places).toMatchObject([{ number: 1 }]);
  });

  it("tells the times that the standards give", () => {
    expect(of.deadlines.map(({ years }) => years)).toEqual([4]);
  });
});
