import { beforeAll, describe, expect, it } from "vitest";
import { planReport } from "../../src/app/derived/plan-report.ts";
import { unitSheets } from "../../src/app/derived/plan-unit-sheets.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { formatGist, formatProvidedGist } from "../../src/i18n/numbers.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import type { PlanReportFacts } from "../../src/ui/plans/report-facts.ts";
import { afterKnown, afterWords, hasUnjudged, planEffectWords } from "../../src/ui/plans/report-words.ts";
import type { Speech } from "../../src/ui/words.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { drive, SHORT_PROJECT, surveyed } from "../builders/surveyed.ts";

/** A and B share 240 m² of H, and lack 80 m² each; D is far from everything and lacks 200. */
const PROJECT = {
  ...SHORT_PROJECT,
  zones: [
    aZone("A", { street: "甲街道", community: "东社区" }),
    aZone("B", { street: "乙街道" }),
    aZone("D", { street: "甲街道", at: east(30_000) }),
  ],
  facilities: [aFacility("H", { at: east(200), ...elderlyRooms(240) })],
};

const words = {
  ...{ t: wordsIn("zh"), language: "zh" },
  gist: (amount, unit) => formatGist(amount, unit, "zh"),
  providedGist: (amount, unit) => formatProvidedGist(amount, unit, "zh"),
} as Speech;

describe("units of zones that a plan leaves in doubt", () => {
  let of: PlanReportFacts;
  beforeAll(async () => {
    const desk = deskTasks();
    const bytes = new Uint8Array(await new Response(writeProject(PROJECT)).arrayBuffer());
    const files = [{ name: "a.quan", bytes }];
    const { view } = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
    const analysed = async () => analysisView(value(await desk.analyse(DEFAULT_PARAMETERS, drive)));
    const now = await analysed();
    const city = value(await desk.city(undefined, drive));
    const emptied = { kind: "change-facility", id: "H" as FacilityId, typed: { elderly_m2: "" } } as const;
    const effect = value(await desk.effect(emptied, drive));
    value(await desk.edit(emptied, drive));
    const { tasks } = await surveyed(PROJECT);
    const found = { ...value(await tasks.count({ measures: [], moved: [] }, drive)), effect };
    of = planReport(
      view,
      now,
      await analysed(),
      { on: "2026-11-28", city, packs: [], decides: DEFAULT_PARAMETERS.decides },
      { found, refused: [], asked: "问", status: "答" },
    );
  });

  it("are told how many those are and what they lack now, beside what the others lack", () => {
    const told = [...of.streets, ...of.communities].map(({ name, missing, after, unjudged }) => [
      ...[name, missing[0], after[0], unjudged[0]],
    ]);
    expect(told).toEqual([
      ["甲街道", 280, 200, { zones: 1, missing: 80 }],
      ["乙街道", 80, Number.NaN, { zones: 1, missing: 80 }],
      ["东社区", 80, Number.NaN, { zones: 1, missing: 80 }],
    ]);
  });

  it("lack nothing in no word: at least what is known, or an unknown amount", () => {
    const said = of.streets.map((street) => afterWords(street, 0, "m2", words));
    expect(said).toEqual(["≥ 200\u00a0m²", "未知"]);
    const enough = { after: [0, 0, Number.NaN], unjudged: [{ zones: 1, missing: 80 }, NONE, NONE] };
    expect([0, 1, 2].map((at) => afterWords(enough, at, "m2", words))).toEqual(["未知", "0\u00a0m²", "—"]);
    expect([0, 1, 2].map((at) => afterKnown(enough, at))).toEqual([undefined, 0, undefined]);
    expect([hasUnjudged(enough), hasUnjudged(enough, 1)]).toEqual([true, false]);
  });

  it("are a sentence of the plan with the number of zones and what they lacked", () => {
    const [line] = planEffectWords(of.plan.effect, words);
    expect(line).toMatch(/^养老用房：2 个小区少得 240\u00a0m²；.*A、B会判不了：.*原来算得出缺 160\u00a0m²/);
  });

  it("stand in the sheets with what nobody knows, and without a number that says nothing is missing", () => {
    const [streets, communities] = unitSheets(of, words);
    const [after, unknown] = [/实施后缺$/, /^另有未知$/].map((heading) =>
      streets?.columns.findIndex((column) => heading.test(column.heading)),
    );
    expect(streets?.rows.map((row) => [row[after ?? -1], row[unknown ?? -1]])).toEqual([
      [200, "养老用房：1 个小区实施后判不了，现状缺的 80\u00a0m² 还缺多少算不出"],
      [undefined, "养老用房：1 个小区实施后判不了，现状缺的 80\u00a0m² 还缺多少算不出"],
    ]);
    // A says who lives there, and not how old they are.
    expect(communities?.rows[0]?.at(-1)).toMatch(
      /^60 岁以上未知：没有小区载明；3 岁以下未知：没有小区载明；养老用房：/,
    );
    const people = { sum: 7310, known: 3 };
    const [unit] = of.communities;
    const partly = { ...unit, zones: 4, people: { ...unit?.people, residents: people } };
    const [, told] = unitSheets({ ...of, communities: [partly] } as PlanReportFacts, words);
    expect(told?.rows[0]?.at(-1)).toContain("人口至少这些：4 个小区中 1 个没有此数；");
  });
});

const NONE = { zones: 0, missing: 0 };
