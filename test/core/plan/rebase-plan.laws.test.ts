import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { exact, toNumber } from "../../../src/core/base/decimal.ts";
import { type Dice, diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import { countedPlan } from "../../../src/core/plan/counted-plan.ts";
import { type Measure, placeKey } from "../../../src/core/plan/measure.ts";
import { measuresIn, type PlanBasis, planBasis } from "../../../src/core/plan/plan-basis.ts";
import { withMeasures } from "../../../src/core/plan/plan-of-analysis.ts";
import {
  type ConflictChoice,
  decidedMeasures,
  isConflict,
  type PlannedMeasure,
  type PresentMeasures,
  rebasePlan,
} from "../../../src/core/plan/rebase-plan.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const ground = { standards: shippedStandards(), parameters: DEFAULT_PARAMETERS, terms: shippedTerms() };

function present(project: Project): PresentMeasures {
  const base = value(finish(openPipeline(project, ground.standards, ground.parameters)));
  return { project, ...measuresIn(base, ground.terms) };
}

function aSite(id: string, differs: Partial<CandidateSite> = {}): CandidateSite {
  return {
    ...{ id, kind: "public_building", at: east(100), usableArea: 1000, storey: 1, fireClass: 2 },
    ...{ titleCertificate: true, expropriationListed: false, cost: 400 },
    ...differs,
  };
}

const IDLE = aFacility("H", { status: "built_not_handed_over", at: east(200), ...elderlyRooms(200) });
const TOWN = aProject([aZone("A"), aZone("B")], [IDLE, aFacility("R", elderlyRooms(50))], {
  sites: [aSite("S"), aSite("T", { at: east(300) }), aSite("U", { enlarges: "R", usableArea: 300 })],
});
const PLAN = plannedIn(present(TOWN), ["H:hand_over", "S:elderly-1000", "T:elderly-300"]);

function plannedIn({ measures }: PresentMeasures, ids: readonly string[]): readonly PlannedMeasure[] {
  return ids.map((id) => ({ measure: measures.find((each) => each.id === id) as Measure }));
}

const withSite = (id: string, differs: Partial<CandidateSite>): Project => ({
  ...TOWN,
  sites: TOWN.sites.map((site) => (site.id === id ? { ...site, ...differs } : site)),
});
const fates = (project: Project, plan = PLAN, lastYear?: number) =>
  rebasePlan(plan, present(project), lastYear).map(({ was, fate }) => [was.measure.id, fate.is]);
const fateAt = (project: Project, at: number, plan = PLAN) => rebasePlan(plan, present(project))[at]?.fate;

describe("a plan on a project that was changed since", () => {
  it("stands where nothing it rests on has changed: neither people nor names do", () => {
    const [first, ...others] = TOWN.zones;
    const busier = { ...TOWN, zones: [{ ...first, id: "A", residents: 9000 }, ...others] } as Project;
    const renamed = withSite("S", { name: "旧厂房", owner: "街道" });
    for (const project of [TOWN, busier, renamed])
      expect(fates(project).map(([, is]) => is)).toEqual(["carried", "carried", "carried"]);
  });

  it("has just the one conflict of a site that is gone", () => {
    const without = { ...TOWN, sites: TOWN.sites.filter(({ id }) => id !== "S") };
    expect(fates(without)).toEqual([
      ["H:hand_over", "carried"],
      ["S:elderly-1000", "gone"],
      ["T:elderly-300", "carried"],
    ]);
  });

  it("tells what is done already from what was done otherwise", () => {
    const [handed, built] = PLAN.map(({ measure }) => measure);
    const adopted = withMeasures(TOWN, [handed as Measure, built as Measure]);
    expect(fates(adopted).map(([, is]) => is)).toEqual(["done", "done", "carried"]);
    const smaller = plannedIn(present(TOWN), ["S:elderly-300"]).map(({ measure }) => measure);
    expect(fateAt(withMeasures(TOWN, smaller), 1)).toMatchObject({
      is: "used",
      rooms: [{ id: "S-elderly", areas: [{ area: 300 }] }],
    });
    const runs = { ...IDLE, status: "built" as const, ...elderlyRooms(150) };
    expect(fateAt(aProject(TOWN.zones, [runs], { sites: TOWN.sites }), 0)).toMatchObject({ is: "used" });
  });

  it("writes over no room that stands where its site has come back", () => {
    const built = withMeasures(
      TOWN,
      plannedIn(present(TOWN), ["S:elderly-300"]).map(({ measure }) => measure),
    );
    expect(fateAt({ ...built, sites: TOWN.sites }, 1)).toMatchObject({ is: "used" });
  });

  it("says what is otherwise, and what it would be now", () => {
    expect(fateAt(withSite("S", { usableArea: 800 }), 1)).toMatchObject({
      ...{ is: "otherwise", now: { measure: { id: "S:elderly-800" } } },
      parts: ["rooms"],
    });
    expect(fateAt(withSite("S", { cost: 500 }), 1)).toMatchObject({ is: "otherwise", parts: ["cost"] });
    expect(fateAt(withSite("S", { at: east(150) }), 1)).toMatchObject({ is: "otherwise", parts: ["at"] });
    expect(fateAt(withSite("S", { storey: 2 }), 1)).toMatchObject({ is: "otherwise", parts: ["rest"] });
    const larger = aProject(TOWN.zones, [{ ...IDLE, ...elderlyRooms(250) }], { sites: TOWN.sites });
    expect(fateAt(larger, 0)).toMatchObject({ is: "otherwise", parts: expect.arrayContaining(["rooms"]) });
    const taken = aProject(TOWN.zones, [{ ...IDLE, status: "handed_over_not_operating" }], {
      sites: TOWN.sites,
    });
    expect(fateAt(taken, 0)).toMatchObject({ is: "otherwise", now: { measure: { kind: "put_to_use" } } });
  });

  it("is refused where the place may not be used any more, by the reason", () => {
    expect(fateAt(withSite("S", { expropriationListed: true }), 1)).toMatchObject({
      ...{ is: "refused", refusals: [{ place: { site: "S" }, why: "to-be-expropriated" }] },
    });
    const closed = aProject(TOWN.zones, [{ ...IDLE, status: "closed" }], { sites: TOWN.sites });
    expect(fateAt(closed, 0)).toEqual({ is: "not-offered" });
  });

  it("follows what grows, and what it grows from", () => {
    const plan = plannedIn(present(TOWN), ["U:elderly-300"]);
    expect(fates(TOWN, plan)).toEqual([["U:elderly-300", "carried"]]);
    const larger = aProject(TOWN.zones, [IDLE, aFacility("R", elderlyRooms(90))], { sites: TOWN.sites });
    expect(fateAt(larger, 0, plan)).toMatchObject({ is: "otherwise", parts: ["rooms"] });
    const alone = aProject(TOWN.zones, [IDLE], { sites: TOWN.sites });
    expect(fateAt(alone, 0, plan)).toMatchObject({ is: "refused", refusals: [{ why: "no-such-facility" }] });
    const grown = withMeasures(
      TOWN,
      plan.map(({ measure }) => measure),
    );
    expect(fates(grown, plan)).toEqual([["U:elderly-300", "done"]]);
  });

  it("begins no sooner than it can now, or not at all within the years", () => {
    const plan = PLAN.slice(1, 2).map((each) => ({ ...each, year: 2027 }));
    expect(fates(TOWN, plan, 2028).map(([, is]) => is)).toEqual(["carried"]);
    expect(fateAt(withSite("S", { earliest: 2028 }), 0, plan)).toMatchObject({
      ...{ is: "otherwise", now: { year: 2028 }, parts: ["years"] },
    });
    expect(rebasePlan(plan, present(withSite("S", { earliest: 2029 })), 2028)[0]?.fate).toEqual({
      ...{ is: "too-late", earliest: 2029 },
    });
  });
});

describe("any plan on any changed project", () => {
  const runs = { seed: 7, numRuns: process.env["QUAN_LONG"] ? 300 : 20 };
  const cases = (check: (basis: PlanBasis, plan: readonly PlannedMeasure[], dice: Dice) => void) =>
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const dice = diceOf(seed, "rebase");
        const town = withSites(randomProject(seed), dice);
        const basis = value(finish(planBasis({ ...ground, project: town })));
        check(basis, somePlan(basis.measures, dice), dice);
      }),
      runs,
    );

  it("is all of it as it was on the same project", () => {
    cases((basis, plan) => {
      const rebased = rebasePlan(plan, { project: basis.base.project, ...basis });
      expect(rebased.map(({ fate }) => fate.is)).toEqual(plan.map(() => "carried"));
      expect(decidedMeasures(rebased, new Map())).toEqual(plan);
    });
  });

  it("loses no measure unseen, whatever the order of rows", () => {
    cases((basis, plan, dice) => {
      const now = present(changed(basis.base.project, plan, dice));
      const rebased = rebasePlan(plan, now);
      expect(rebased.map(({ was }) => was)).toEqual(plan);
      const all = new Map(plan.map(({ measure }) => [measure.id, "as-now"] as const));
      const kept = decidedMeasures(rebased, new Map());
      const asNow = decidedMeasures(rebased, all);
      const counts = (is: string) => rebased.filter(({ fate }) => fate.is === is).length;
      const conflicts = rebased.filter(({ fate }) => isConflict(fate)).length;
      expect(counts("carried") + counts("done") + conflicts).toBe(plan.length);
      expect([kept.length, asNow.length - kept.length]).toEqual([counts("carried"), counts("otherwise")]);
      const shuffled: PresentMeasures = {
        project: now.project,
        measures: dice.shuffled(now.measures),
        refused: dice.shuffled(now.refused),
      };
      const order = dice.shuffled(plan.map((_, at) => at));
      const other = rebasePlan(
        order.map((at) => plan[at] as PlannedMeasure),
        shuffled,
      );
      for (const [place, at] of order.entries()) expect(told(other[place])).toEqual(told(rebased[at]));
    });
  });

  it("is counted as the project with what is left of it is from scratch", () => {
    cases((basis, plan, dice) => {
      const project = changed(basis.base.project, plan, dice);
      const now = value(finish(planBasis({ ...ground, project })));
      const rebased = rebasePlan(plan, { project, ...now });
      const choices = new Map(
        plan.map(({ measure }) => [measure.id, dice.pick<ConflictChoice>(["out", "as-now"])]),
      );
      const decided = decidedMeasures(rebased, choices).map(({ measure }) => measure);
      const counted = value(finish(countedPlan(now, decided)));
      const again = now.measures.filter(({ id }) => decided.some((each) => each.id === id));
      const whole = value(
        finish(
          openPipeline(withMeasures(project, again), ground.standards, {
            ...ground.parameters,
            supply: "fair",
          }),
        ),
      );
      expect(counted.missing.map(({ metric, after }) => [metric, toNumber(after)])).toEqual(
        (whole.results.allocations ?? []).map(({ metric, totals }) => [metric, toNumber(totals.missing)]),
      );
      expect(toNumber(counted.cost)).toBeCloseTo(
        again.reduce((sum, { cost }) => sum + toNumber(cost), toNumber(exact(0))),
        6,
      );
    });
  });
});

/** Of refusals it is only which. */
function told(rebased: ReturnType<typeof rebasePlan>[number] | undefined) {
  const fate = rebased?.fate;
  if (fate?.is !== "refused") return fate;
  return { ...fate, refusals: fate.refusals.map(({ why, rule }) => `${why} ${rule}`).sort() };
}

function withSites(town: Project, dice: Dice): Project {
  const running = town.facilities.filter(({ status }) => status === "built");
  const sites = Array.from({ length: dice.whole(2, 6) }, (_, at) =>
    aSite(`s${at}`, {
      ...(running.length > 0 && dice.chance(0.3) && { enlarges: dice.pick(running).id }),
      at: east(dice.whole(0, 2500), dice.whole(0, 2500)),
      usableArea: dice.whole(300, 1500),
      ...(dice.chance(0.4) && { ways: ["buy", "lease"] as const }),
    }),
  );
  return { ...town, sites };
}

/** One measure at some of the places. */
function somePlan(measures: readonly Measure[], dice: Dice): readonly PlannedMeasure[] {
  const byPlace = new Map<string, Measure[]>();
  for (const each of measures) {
    const key = placeKey(each.place);
    byPlace.set(key, [...(byPlace.get(key) ?? []), each]);
  }
  return [...byPlace.values()].filter(() => dice.chance(0.7)).map((here) => ({ measure: dice.pick(here) }));
}

/** Two things done to places of the plan, or to others. */
function changed(project: Project, plan: readonly PlannedMeasure[], dice: Dice): Project {
  let { facilities, sites, zones } = project;
  for (let round = 0; round < 2; round++) {
    const site = dice.whole(0, Math.max(0, sites.length - 1));
    const row = dice.whole(0, Math.max(0, facilities.length - 1));
    const onSite = (of: (site: CandidateSite) => CandidateSite) => {
      sites = sites.map((each, at) => (at === site ? of(each) : each));
    };
    const onRow = (of: (row: Project["facilities"][number]) => Project["facilities"][number]) => {
      facilities = facilities.map((each, at) => (at === row ? of(each) : each));
    };
    const kinds = [
      () => (sites = sites.filter((_, at) => at !== site)),
      () => onSite((each) => ({ ...each, usableArea: dice.whole(100, 1200) })),
      () => onSite((each) => ({ ...each, cost: dice.whole(1, 900), storey: dice.whole(-1, 3) })),
      () => onSite((each) => ({ ...each, at: east(dice.whole(0, 2500)) })),
      () => (facilities = facilities.filter((_, at) => at !== row)),
      () => onRow((each) => ({ ...each, ...elderlyRooms(dice.whole(50, 700)) })),
      () => onRow((each) => ({ ...each, status: dice.pick(["built", "closed", "planned"] as const) })),
      () => (zones = zones.map((zone) => ({ ...zone, residents: dice.whole(100, 4000) }))),
      () => {
        const [one] = dice.shuffled(plan);
        if (one)
          ({ facilities, sites } = withMeasures({ ...project, facilities, sites, zones }, [one.measure]));
      },
    ];
    dice.pick(kinds)();
  }
  return { ...project, facilities, sites, zones };
}
