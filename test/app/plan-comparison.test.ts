import { beforeAll, describe, expect, it } from "vitest";
import { planComparison } from "../../src/app/derived/plan-comparison.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../src/core/analysis/parameters.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import type { PlanCounted } from "../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, east, elderlyRooms } from "../builders/rows.ts";
import { drive, SHORT_PROJECT, surveyed } from "../builders/surveyed.ts";

describe("plans side by side", () => {
  let view: ProjectView;
  let now: AnalysisView;
  let count: (measures: readonly string[]) => Promise<PlanCounted>;
  beforeAll(async () => {
    const desk = deskTasks();
    const bytes = new Uint8Array(await new Response(writeProject(SHORT_PROJECT)).arrayBuffer());
    const files = [{ name: "a.quan", bytes }];
    ({ view } = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive)));
    now = analysisView(value(await desk.analyse({ ...DEFAULT_PARAMETERS, supply: "fair" }, drive)));
    const { tasks } = await surveyed(SHORT_PROJECT);
    count = async (measures) => value(await tasks.count({ measures, moved: [] }, drive));
  });

  it("tells what is spent over its years beside what measures cost once", async () => {
    const found = await count(["H:hand_over"]);
    const years = [2026, 2027, 2028].map((year) => ({ year, cost: 3, missing: [] }));
    const spread = { id: "1", name: "分年", found: { ...found, cost: 9, years } };
    const [plan] = planComparison(view.zones, now, [spread], ({ id }) => id).plans;
    expect(plan).toMatchObject({ once: 5, over: { first: 2026, last: 2028, cost: 9 } });
  });

  it("tells what each costs, leaves missing, does where, and for whom", async () => {
    const kept = [
      { id: "1", name: "移交", found: await count(["H:hand_over"]) },
      { id: "2", name: "都做", found: await count(["H:hand_over", "S:elderly-300"]) },
    ];
    const facts = planComparison(view.zones, now, kept, ({ id }) => id);
    expect(facts.metrics.map(({ metric, missing }) => [metric, missing])).toEqual([
      ["elderly_building_area", 400],
      ["childcare_slots", 0],
    ]);
    expect(facts.plans).toMatchObject([
      { id: "1", once: 5, measures: 1, missing: [200, 0], closed: [0.5, 1], better: 2, worse: [], enough: 0 },
      { id: "2", once: 125, measures: 2, missing: [0, 0], closed: [1, 1], better: 2, worse: [], enough: 2 },
    ]);
    // Nobody has anything; rooms handed over serve both zones half of their need.
    expect(facts.metrics.map(({ leastServed }) => leastServed)).toEqual([2, 0]);
    expect(facts.plans.map(({ leastServed }) => leastServed)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(facts.plans.map(({ over }) => over)).toEqual([undefined, undefined]);
    expect(facts.zones.map(({ name, now, shares }) => [name, now, shares])).toEqual([
      ["A", 0, [0.5, 1]],
      ["二园", 0, [0.5, 1]],
    ]);
    expect(facts.places).toEqual([
      { id: "facility H", name: "H", measures: ["H:hand_over", "H:hand_over"] },
      { id: "site S", name: "旧厂房", measures: [undefined, "S:elderly-300"] },
    ]);
  });

  it("names the zones that a plan gives less than they have", async () => {
    const rich = analysisView((await count(["H:hand_over", "S:elderly-300"])).after);
    const kept = [{ id: "1", name: "不做", isOverBudget: true, found: await count([]) }];
    const [plan] = planComparison(view.zones, rich, kept, ({ id }) => id).plans;
    expect(plan?.isOverBudget).toBe(true);
    expect([plan?.better, plan?.worse.map(({ name }) => name), plan?.enough]).toEqual([0, ["A", "二园"], 0]);
  });

  /** A and B share the 240 m² of H, of which nobody knows in the end how much it has. */
  const emptied = async (parameters: Parameters) => {
    const desk = deskTasks();
    const facilities = [aFacility("H", { at: east(200), ...elderlyRooms(240) })];
    const project = { ...SHORT_PROJECT, facilities };
    const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
    const files = [{ name: "a.quan", bytes }];
    const opened = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
    const before = analysisView(value(await desk.analyse(parameters, drive)));
    const edit = { kind: "change-facility", id: "H" as FacilityId, typed: { elderly_m2: "" } } as const;
    const effect = value(await desk.effect(edit, drive));
    value(await desk.edit(edit, drive));
    const after = value(await desk.analyse(parameters, drive));
    const found = { ...(await count([])), after };
    const plans = [{ id: "1", name: "一", found }];
    return { effect, facts: planComparison(opened.view.zones, before, plans, ({ id }) => id) };
  };

  it("counts who gets more and less as the effect does, also zones whose verdict is left in doubt", async () => {
    const { effect, facts } = await emptied(DEFAULT_PARAMETERS);
    const [plan] = facts.plans;
    expect([plan?.losing, plan?.gaining, plan?.unsure]).toEqual([[2, 0], [0, 0], 0]);
    for (const [at, { metric }] of facts.metrics.entries()) {
      const told = effect.metrics.find((each) => each.metric === metric);
      expect([plan?.losing[at], plan?.gaining[at]]).toEqual([told?.losing.zones, told?.gaining.zones]);
    }
    expect(plan?.worse.map(({ name }) => name)).toEqual(["A", "二园"]);
    expect(facts.zones.map(({ name, now, shares }) => [name, now, shares])).toEqual([
      ["A", 0.6, [0]],
      ["二园", 0.6, [0]],
    ]);
  });

  it("tells how many zones it knows nothing of on one side, and lists them", async () => {
    const { facts } = await emptied({ ...DEFAULT_PARAMETERS, supply: "catchment" });
    const [plan] = facts.plans;
    expect([plan?.better, plan?.worse.length, plan?.unsure]).toEqual([0, 0, 2]);
    expect(facts.zones.map(({ name, shares }) => [name, shares])).toEqual([
      ["A", [Number.NaN]],
      ["二园", [Number.NaN]],
    ]);
  });
});
