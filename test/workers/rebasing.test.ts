import { describe, expect, it } from "vitest";
import type { Project } from "../../src/core/model/project.ts";
import type { ConflictChoice } from "../../src/core/plan/rebase-plan.ts";
import type { ConflictDecision, PlanFound, RebasedView } from "../../workers/plan-tasks.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { drive, SHORT_PROJECT, surveyed } from "../builders/surveyed.ts";

const ANYWHERE = { with: [], without: [] };

/** Hands over H and makes 300 m² of S, which closes all that A and B lack. */
async function madeOf(project: Project, years?: { first: number; last: number }): Promise<PlanFound> {
  const { tasks } = await surveyed(project);
  const asked = { goal: { for: "most" }, places: ANYWHERE } as const;
  return value(await tasks.plan({ ...asked, ...(years && { years: { ...years, carry: false } }) }, drive));
}

const withSite = (differs: object): Project => ({
  ...SHORT_PROJECT,
  sites: SHORT_PROJECT.sites.map((site) => ({ ...site, ...differs })),
});

/** Every conflict decided alike, as somebody would who has seen it. */
async function rebased(project: Project, choice?: ConflictChoice) {
  const { planned } = await madeOf(SHORT_PROJECT);
  const { tasks } = await surveyed(project);
  const seen = value(await tasks.rebase({ planned, decisions: [] }, drive));
  if (choice === undefined) return { tasks, is: seen };
  const decisions = decidedAll(seen.fates, choice);
  return { tasks, is: value(await tasks.rebase({ planned, decisions }, drive)) };
}

function decidedAll(fates: readonly RebasedView[], choice: ConflictChoice): readonly ConflictDecision[] {
  return fates.flatMap(({ id, fate: of }) =>
    of.is === "carried" || of.is === "done" ? [] : [{ id, choice, of }],
  );
}

describe("a plan handed back on a project that was changed since", () => {
  it("is counted on what people need now, as if it had been chosen now", async () => {
    const [first, ...others] = SHORT_PROJECT.zones;
    const busier = {
      ...SHORT_PROJECT,
      zones: [{ ...first, ...aZone("A", { households: 2000 }) }, ...others],
    };
    const { tasks, is } = await rebased(busier);
    expect(is.fates).toEqual([
      { id: "H:hand_over", fate: { is: "carried" } },
      { id: "S:elderly-300", fate: { is: "carried" } },
    ]);
    expect(is.counted.missing[0]).toMatchObject({ before: 600, missing: 100 });
    const again = await tasks.count({ measures: ["H:hand_over", "S:elderly-300"], moved: [] }, drive);
    expect(is.counted).toEqual(value(again));
  });

  it("leaves out what is gone, and what nobody has decided yet", async () => {
    const { is } = await rebased({ ...SHORT_PROJECT, sites: [] });
    expect(is.fates.map(({ fate }) => fate)).toEqual([{ is: "carried" }, { is: "gone" }]);
    expect(is.counted.measures.map(({ id }) => id)).toEqual(["H:hand_over"]);
    expect(is.counted.missing[0]?.missing).toBe(200);
    const dearer = await rebased(withSite({ cost: 800, at: east(150) }));
    const [, site] = dearer.is.fates;
    expect(site?.fate).toMatchObject({ is: "otherwise", parts: ["at", "cost"], now: { cost: 240 } });
    expect(site?.fate.is === "otherwise" && site.fate.metres).toBeCloseTo(50, 0);
    expect([dearer.is.counted.cost, dearer.is.counted.missing[0]?.missing]).toEqual([5, 200]);
  });

  it("is done as it now is where somebody says so", async () => {
    const { is } = await rebased(withSite({ cost: 800 }), "as-now");
    expect([is.counted.cost, is.counted.missing[0]?.missing]).toEqual([245, 0]);
    const out = await rebased(withSite({ cost: 800 }), "out");
    expect(out.is.counted.cost).toBe(5);
  });

  it("keeps to a decision as long as the conflict is the one that was decided", async () => {
    const { planned } = await madeOf(SHORT_PROJECT);
    const first = await surveyed(withSite({ cost: 800 }));
    const { fates } = value(await first.tasks.rebase({ planned, decisions: [] }, drive));
    const decisions = decidedAll(fates, "as-now");
    const second = await surveyed(withSite({ cost: 900 }));
    const is = value(await second.tasks.rebase({ planned, decisions }, drive));
    expect([is.counted.measures.length, is.counted.cost]).toEqual([1, 5]);
    const again = value(await first.tasks.rebase({ planned, decisions }, drive));
    expect([again.counted.measures.length, again.counted.cost]).toEqual([2, 245]);
  });

  it("tells what stands in its place, and why nothing is to be done", async () => {
    const closed: Project = {
      ...SHORT_PROJECT,
      facilities: SHORT_PROJECT.facilities.map((row) =>
        row.id === "H" ? { ...row, status: "closed" } : row,
      ),
    };
    expect((await rebased(closed)).is.fates[0]?.fate).toEqual({ is: "not-offered", status: "closed" });
    const rooms = aFacility("S-elderly", { name: "新站", at: east(100), ...elderlyRooms(120) });
    const used = { ...SHORT_PROJECT, sites: [], facilities: [...SHORT_PROJECT.facilities, rooms] };
    expect((await rebased(used)).is.fates[1]?.fate).toEqual({
      is: "used",
      rooms: [{ name: "新站", status: "built", elderly: 120, childcare: 0, slots: 0 }],
    });
    const barred = await rebased(withSite({ titleCertificate: false }));
    expect(barred.is.fates[1]?.fate).toMatchObject({ is: "refused", refusals: [{ why: "no-title" }] });
  });

  it("keeps the years in which its measures begin", async () => {
    const plan = await madeOf(SHORT_PROJECT, { first: 2027, last: 2029 });
    expect(plan.planned.map(({ year }) => year)).toEqual([2027, 2028]);
    const { tasks } = await surveyed(withSite({ earliest: 2029 }));
    const asked = { planned: plan.planned, over: { first: 2027, last: 2029 } };
    const { fates } = value(await tasks.rebase({ ...asked, decisions: [] }, drive));
    const decisions = decidedAll(fates, "as-now");
    const is = value(await tasks.rebase({ ...asked, decisions }, drive));
    expect(is.counted.measures.map(({ id, year }) => [id, year])).toEqual([
      ["H:hand_over", 2027],
      ["S:elderly-300", 2029],
    ]);
    expect(is.counted.years?.map(({ missing }) => missing[0]?.missing)).toEqual([200, 200, 0]);
  });

  it("is held against the cases of doubt anew, as it was when it was found", async () => {
    const asked = { goal: { for: "most" }, places: ANYWHERE, doubt: "worst", equity: 4 } as const;
    const found = await surveyed(SHORT_PROJECT);
    const { planned, cases } = value(await found.tasks.plan(asked, drive));
    expect(cases?.length).toBeGreaterThan(5);
    const doubted = { equity: 4 };
    const same = value(await found.tasks.rebase({ planned, decisions: [], doubted }, drive));
    expect(same.counted.cases).toEqual(cases);
    const ids = planned.map(({ measure }) => measure.id);
    const counted = value(await found.tasks.count({ measures: ids, moved: [], doubted }, drive));
    expect(counted.cases).toEqual(cases);

    const { tasks } = await surveyed({ ...SHORT_PROJECT, sites: [] });
    const { counted: left } = value(await tasks.rebase({ planned, decisions: [], doubted }, drive));
    const given = left.cases?.find(({ name }) => name === "as-given");
    expect(given?.missing[0]?.after).toBe(left.missing[0]?.missing);
    const worst = (of = left.cases) => of?.find(({ isWorst }) => isWorst)?.missing[0]?.after ?? Number.NaN;
    expect(worst()).toBeGreaterThan(worst(cases));
    const plain = value(await tasks.rebase({ planned, decisions: [] }, drive));
    expect(plain.counted.cases).toBeUndefined();
  });

  it("is held against them in the last of its years", async () => {
    const span = { first: 2027, last: 2029 };
    const years = { ...span, yearly: [5, 60, 60], carry: true };
    const asked = { goal: { for: "most" }, places: ANYWHERE, doubt: "average", years } as const;
    const { tasks } = await surveyed(SHORT_PROJECT);
    const { planned, cases } = value(await tasks.plan(asked, drive));
    const input = { planned, decisions: [], over: span, doubted: {} };
    expect(value(await tasks.rebase(input, drive)).counted.cases).toEqual(cases);
    const early = { ...input, over: { first: 2027, last: 2027 } };
    const then = value(await tasks.rebase(early, drive)).counted.cases?.[0]?.missing[0]?.after;
    expect([cases?.[0]?.missing[0]?.after, then]).toEqual([0, 200]);
  });

  it("tells who reaches care with it, of a question of that", async () => {
    const { tasks } = await surveyed(SHORT_PROJECT);
    const goal = { for: "most-people", subject: "elderly", count: 1 } as const;
    const plan = value(await tasks.locate({ goal, places: ANYWHERE }, drive));
    const { planned } = plan;
    const same = value(await tasks.rebase({ planned, decisions: [], reach: "elderly" }, drive));
    expect(same.counted.reach).toEqual(plan.reach);
    const far = await surveyed({
      ...SHORT_PROJECT,
      zones: SHORT_PROJECT.zones.map((zone) => ({ ...zone, at: east(zone.id === "A" ? 20_000 : 0) })),
    });
    const apart = value(await far.tasks.rebase({ planned, decisions: [], reach: "elderly" }, drive));
    expect([plan.reach?.after.covered, apart.counted.reach?.after.covered]).toEqual([5600, 2800]);
  });
});
