import { beforeAll, describe, expect, it } from "vitest";
import { placesOf, planReport } from "../../src/app/derived/plan-report.ts";
import { streetFacts } from "../../src/app/derived/sheet-facts.ts";
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
/** A and B stand in 甲街道, A in 东社区 of it, and nobody knows who lives in C, which stands in 乙街道. */
const PROJECT = {
  ...SHORT_PROJECT,
  zones: [
    ...SHORT_PROJECT.zones.map((zone) => ({
      ...{ ...zone, street: "甲街道" },
      ...(zone.id === "A" && { community: "东社区" }),
    })),
    NOBODY_KNOWN,
  ],
};

const NO_TITLE = { zh: "", en: "" };

describe("the report of a plan", () => {
  let of: PlanReportFacts;
  let view: ProjectView;
  let now: AnalysisView;
  beforeAll(async () => {
    const desk = deskTasks();
    const bytes = new Uint8Array(await new Response(writeProject(PROJECT)).arrayBuffer());
    const files = [{ name: "a.quan", bytes }];
    const opened = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
    view = opened.view;
    now = analysisView(value(await desk.analyse({ ...DEFAULT_PARAMETERS, supply: "fair" }, drive)));
    const city: CityFacts = value(await desk.city(undefined, drive));
    const { tasks } = await surveyed(PROJECT);
    const found = value(await tasks.count({ measures: ["H:hand_over"], moved: [] }, drive));
    const packs = shippedStandards().packs.filter(({ id }) => id === "xuzhou-2022");
    of = planReport(
      view,
      now,
      analysisView(found.after),
      { on: "2026-11-27", city, packs, decides: DEFAULT_PARAMETERS.decides },
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

  it("tells communities that zones state, and no others", () => {
    expect(of.communities).toMatchObject([
      { name: "东社区", street: "甲街道", zones: 1, missing: [200, 0], after: [100, 0] },
    ]);
  });

  it("tells who has care within the walk of each profile, now and with the plan", () => {
    // Nothing for the elderly runs before H is handed over, 200 m from A and B; N is 100 m from them.
    expect(of.reached.map(({ subject, base }) => [subject, base])).toEqual([
      ["elderly", "residents"],
      ["childcare", "residents"],
    ]);
    expect(
      of.reached[0]?.profiles.map(({ profile, limit, decides, before, after }) => [
        ...[profile, limit, decides, before, after],
      ]),
    ).toEqual([
      ["elderly", 800, true, 0, 1],
      ["carer_with_infant", 900, false, 0, 1],
      ["adult", 1000, false, 0, 1],
    ]);
    expect(of.reached[1]?.profiles.map(({ before, decides }) => [before, decides])).toEqual([
      [1, false],
      [1, true],
      [1, false],
    ]);
  });

  it("says what the plan does, whom it serves and what it leaves", () => {
    expect(of.plan.metrics[0]).toMatchObject({ before: 400, after: 200 });
    expect(of.plan.measures).toMatchObject([
      { number: 1, name: "H", kind: "hand_over", elderly: 200, cost: 5, zones: 2 },
    ]);
    expect(of.plan.measures[0]?.areas).toMatchObject(
      [1, 2].map((number) => ({ number, given: 100, left: 100 })),
    );
    expect(of.plan.refused).toEqual([{ name: "S", why: "too-small" }]);
    expect(of.drawing?.places).toMatchObject([{ number: 1 }]);
    expect(of.drawing?.facilities).toEqual([]);
    // Where the room lies in no street that is known it stands on the page of those whom it serves. it stands beside facilities.
    const [street] = of.streets;
    const page = streetFacts(
      view,
      now,
      street?.id ?? "",
      () => NO_TITLE,
      String,
      placesOf(street?.measures ?? []),
    );
    expect(page?.drawing?.places).toMatchObject([{ number: 1 }]);
    expect(page?.drawing?.facilities.map(({ id }) => id)).toEqual(["H", "N"]);
  });

  it("tells the times that the standards give, from the day of the report", () => {
    expect(of.due).toMatchObject([
      {
        targets: [{ year: 2025, daysLeft: -331 }],
        remedies: [{ years: 4, startStated: false, fromNow: { due: "2030-11-27", daysLeft: 1461 } }],
      },
    ]);
  });
});
