import { beforeAll, describe, expect, it } from "vitest";
import { applyPatch } from "../../src/core/model/apply-patch.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { PlanSurvey, PlanTasks } from "../../workers/plan-tasks.ts";
import type { TaskTable } from "../../workers/serve.ts";
import { loadProgrammes } from "../../workers/solver/highs-programme.ts";
import { solverTasks } from "../../workers/tasks/solver-tasks.ts";
import { value } from "../builders/outcomes.ts";
import { east } from "../builders/rows.ts";
import { drive, SHORT_PROJECT, surveyed } from "../builders/surveyed.ts";

const ANYWHERE = { with: [], without: [] };
const FAR = { site: "S", to: east(50_000) };
/** The same with land in place of the building. */
const LAND: Project = {
  ...SHORT_PROJECT,
  sites: SHORT_PROJECT.sites.map((site) => ({ ...site, kind: "vacant_land" })),
};

describe("who looks for plans", () => {
  let tasks: TaskTable<PlanTasks>;
  let survey: PlanSurvey;
  beforeAll(async () => {
    ({ tasks, survey } = await surveyed(SHORT_PROJECT));
  });

  it("tells what is missing, and what can be done where", () => {
    const { missing, places } = survey;
    expect(missing.find(({ metric }) => metric === "elderly_building_area")).toMatchObject({
      unit: "m2",
      missing: 400,
    });
    expect(places.map(({ place, name }) => [place, name])).toEqual([
      [{ facility: "H" }, "H"],
      [{ site: "S" }, "旧厂房"],
    ]);
  });

  it("tells where nobody would have more room, as every plan then does", async () => {
    const [site] = SHORT_PROJECT.sites;
    const far = {
      ...SHORT_PROJECT,
      sites: [...SHORT_PROJECT.sites, { ...site, id: "T", name: "远处", at: east(9000) }],
    };
    const told = await surveyed(far as typeof SHORT_PROJECT);
    expect(told.survey.idle).toMatchObject([{ place: { site: "T" }, name: "远处", why: "nobody-in-reach" }]);
    const plan = value(await told.tasks.plan({ goal: { for: "most" }, places: ANYWHERE }, drive));
    expect(plan.refused).toEqual([...told.survey.refused, ...told.survey.idle]);
    const there = value(
      await told.tasks.plan({ goal: { for: "most" }, places: { with: ["T"], without: [] } }, drive),
    );
    expect(there.measures.map(({ place }) => place)).toContainEqual({ site: "T" });
    expect(there.refused).toEqual([]);
  });

  it("names no place that a plan uses among those without use, whatever it is refused for besides", async () => {
    const [site] = SHORT_PROJECT.sites;
    // In Sucheng 250 m² are too little for the elderly, and enough for a nursery.
    const small = {
      ...SHORT_PROJECT,
      zones: SHORT_PROJECT.zones.map((zone) => ({ ...zone, adminCode: "321302" })),
      facilities: SHORT_PROJECT.facilities.filter(({ id }) => id === "H"),
      sites: [{ ...site, usableArea: 250 }],
    };
    const told = await surveyed(small as typeof SHORT_PROJECT);
    const plan = value(await told.tasks.plan({ goal: { for: "most" }, places: ANYWHERE }, drive));
    expect(told.survey.refused).toContainEqual(expect.objectContaining({ place: { site: "S" } }));
    expect(plan.measures.map(({ place }) => place)).toContainEqual({ site: "S" });
    expect(plan.refused).toEqual([]);
  });

  it("finds a plan, says whom each measure serves and of which 片区, and what it makes of the document", async () => {
    const plan = value(await tasks.plan({ goal: { for: "close" }, places: ANYWHERE }, drive));
    expect([plan.status, plan.measures.map(({ id }) => id), plan.gap]).toEqual([
      "optimal",
      ["H:hand_over", "S:elderly-300"],
      0,
    ]);
    expect(plan.cost).toBe(125);
    // S states what it costs.
    expect(plan.measures.map(({ isCostAssumed }) => isCostAssumed)).toEqual([true, undefined]);
    const [, built] = plan.measures;
    expect(built?.serves.map(({ zone }) => zone)).toContain("B");
    // S is nearer: it has A's 200 m² and half of B's, whose other half is H's.
    const of = { metric: "elderly_building_area", unit: "m2", before: 200, left: 0 };
    expect(plan.measures.map(({ areas }) => areas)).toEqual([
      [{ ...of, number: 2, given: 100 }],
      [
        { ...of, number: 1, given: 200 },
        { ...of, number: 2, given: 100 },
      ],
    ]);
    const next = value(applyPatch(SHORT_PROJECT, plan.patch));
    expect(next.facilities.map(({ id, status }) => [id, status])).toEqual([
      ["H", "built"],
      ["N", "built"],
      ["S-elderly", "built"],
    ]);
  });

  it("does nothing where it may not, and something where it must", async () => {
    const places = { with: ["S"], without: ["H"] };
    const plan = value(await tasks.plan({ goal: { for: "budget", budget: 1000 }, places }, drive));
    expect(plan.measures.map(({ id }) => id)).toEqual(["S:elderly-600"]);
  });

  it("leaves less missing for more money, and nothing where money pays for no plan", async () => {
    const points = [];
    for (const budget of [0, 5, 125])
      points.push(value(await tasks.point({ budget, places: ANYWHERE }, drive)));
    expect(points.map((point) => [point?.cost, point?.missing[0], point?.objective])).toEqual([
      [0, 400, 1],
      [5, 200, 0.5],
      [125, 0, 0],
    ]);
    const must = { with: ["S"], without: [] };
    expect(value(await tasks.point({ budget: 10, places: must }, drive))).toBeUndefined();
  });

  it("counts what somebody chose, sites being elsewhere", async () => {
    const { tasks } = await surveyed(LAND);
    const here = value(await tasks.count({ measures: ["S:elderly-600"], moved: [] }, drive));
    const there = value(await tasks.count({ measures: ["S:elderly-600"], moved: [FAR] }, drive));
    expect([here, there].map(({ missing }) => missing[0]?.missing)).toEqual([0, 400]);
    expect(there.patch.sites).toHaveLength(1);
    expect(there.measures[0]?.at).toEqual(east(50_000));
    // The document has the site where it was.
    const adopted = value(applyPatch(LAND, there.patch));
    expect(adopted.facilities.find(({ id }) => id === "S-elderly")?.at).toEqual(east(50_000));
    expect(adopted.sites).toEqual([]);
  });

  it("does not have a building that is there stand elsewhere", async () => {
    const moved = await tasks.count({ measures: ["S:elderly-600"], moved: [FAR] }, drive);
    expect(moved).toMatchObject({
      ok: false,
      issues: [{ code: "plan.not-movable", facts: { measures: "S:elderly-600" } }],
    });
    expect(value(await tasks.count({ measures: ["H:hand_over"], moved: [FAR] }, drive)).cost).toBe(5);
  });

  it("says that it was given nothing, and which measures are none", async () => {
    const nothing = await solverTasks(loadProgrammes).point({ budget: 1, places: ANYWHERE }, drive);
    expect(nothing).toMatchObject({ ok: false, issues: [{ code: "plan.nothing-surveyed" }] });
    const unknown = await tasks.count({ measures: ["X"], moved: [] }, drive);
    expect(unknown).toMatchObject({
      ok: false,
      issues: [{ code: "plan.not-there", facts: { measures: "X" } }],
    });
  });

  it("spreads a plan over years, and dates when zones have enough", async () => {
    const years = { first: 2027, last: 2029, yearly: [5, 60, 60], carry: true };
    const plan = value(await tasks.plan({ goal: { for: "most" }, places: ANYWHERE, years }, drive));
    expect(plan.measures.map(({ id, year }) => [id, year])).toEqual([
      ["H:hand_over", 2027],
      ["S:elderly-300", 2029],
    ]);
    expect(plan.years?.map(({ year, cost, missing }) => [year, cost, missing[0]?.missing])).toEqual([
      [2027, 5, 200],
      [2028, 0, 200],
      [2029, 120, 0],
    ]);
    expect(plan.dates?.map(({ zone, year }) => [zone, year])).toEqual([
      ["A", 2029],
      ["B", 2029],
    ]);
  });

  it("builds nothing before it can be built, counted from the year that the plan begins in", async () => {
    const land = SHORT_PROJECT.sites.map((each) => ({ ...each, kind: "vacant_land" }) as const);
    const { tasks: builders, survey: told } = await surveyed({ ...SHORT_PROJECT, sites: land });
    const build = told.places.flatMap(({ measures }) => measures).find(({ kind }) => kind === "build");
    expect(build?.earliest).toBe(2028);
    const within = async (first: number, last: number) => {
      const years = { first, last, carry: false };
      const plan = value(await builders.plan({ goal: { for: "most" }, places: ANYWHERE, years }, drive));
      return plan.measures.map(({ kind, year }) => [kind, year]);
    };
    expect(await within(2027, 2028)).toEqual([["hand_over", 2027]]);
    expect(await within(2026, 2028)).toEqual([
      ["hand_over", 2026],
      ["build", 2028],
    ]);
  });

  it("opens so that people reach care, whatever it holds", async () => {
    const goal = { for: "most-people", subject: "elderly", count: 1 } as const;
    const plan = value(await tasks.locate({ goal, places: ANYWHERE }, drive));
    expect(plan).toMatchObject({ status: "optimal", objective: 5600, reach: { people: 5600 } });
    expect([plan.reach?.before.covered, plan.measures.length]).toEqual([0, 1]);
    const all = { for: "everybody", subject: "elderly" } as const;
    const none = value(await tasks.locate({ goal: all, places: { with: [], without: ["H", "S"] } }, drive));
    expect([none.status, none.reach?.why?.is]).toEqual(["infeasible", "out-of-reach"]);
  });
});
