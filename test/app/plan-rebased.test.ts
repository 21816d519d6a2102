import { describe, expect, it } from "vitest";
import { conflictFacts, movedFacts, standingOf } from "../../src/app/derived/plan-facts.ts";
import {
  conflictsOf,
  heldAs,
  isAdoptable,
  isCounted,
  isSamePlan,
  originOf,
  type PlanMade,
  type PlansHeld,
  restoredOn,
  withDecisions,
} from "../../src/app/state/plan-made.ts";
import type { ConflictChoice } from "../../src/core/plan/rebase-plan.ts";
import type { ConflictDecision, RebasedView } from "../../workers/plan-tasks.ts";

const NO_ZONES = { ids: [], names: [] };
const GONE = { is: "gone" } as const;
const measure = (id: string, name: string, place: object) => ({ id, name, place, cost: 1, conditions: [] });
/** The same done for another cost. */
const dearer = (cost: number) =>
  ({ is: "otherwise", parts: ["cost"], now: { ...measure("S:elderly-300", "", {}), cost } }) as never;
const fates = (ofS: unknown): readonly RebasedView[] => [
  { id: "H:hand_over", fate: { is: "done" } },
  { id: "S:elderly-300", fate: ofS as never },
  { id: "T:elderly-300", fate: { is: "carried" } },
];
const ASKED = { goal: { for: "budget", budget: 100 }, places: { with: [], without: [] } } as const;
const missing = (left: number) => [
  { metric: "elderly_building_area", unit: "m2", before: 400, missing: left },
  { metric: "childcare_slots", unit: "slot", before: 0, missing: 0 },
];
const FROM = {
  asked: ASKED,
  ground: { source: undefined, after: undefined, choices: {} },
  found: {
    measures: [
      measure("H:hand_over", "甲站", { facility: "H" }),
      measure("S:elderly-300", "旧厂房", { site: "S" }),
      measure("T:elderly-300", "空地", { site: "T" }),
    ],
    missing: missing(100),
  },
} as unknown as PlanMade;

interface Changed {
  readonly ofS?: unknown;
  readonly decisions?: readonly ConflictDecision[];
  readonly by?: readonly ConflictDecision[];
}

/** On another ground, by default with S gone. */
function rebased({ ofS = GONE, decisions = [], by = decisions }: Changed = {}): PlanMade {
  const ground = { ...FROM.ground, after: {} };
  return { ...FROM, ground, decisions, rebased: { from: FROM, fates: fates(ofS), by } };
}

const decided = (choice: ConflictChoice, of: unknown): ConflictDecision => ({
  ...{ id: "S:elderly-300", choice },
  of: of as never,
});

describe("a plan that is taken over onto a changed document", () => {
  it("names what does not stand, by the number that it has in the list now, or by none", () => {
    const [was] = conflictFacts(rebased({ ofS: dearer(2) }), [{ id: "T:elderly-300" }]);
    expect(was).toMatchObject({ id: "S:elderly-300", name: "旧厂房", place: "site", isOnly: false });
    expect([was?.number, was?.choice]).toEqual([undefined, undefined]);
    const decisions = [decided("as-now", dearer(2))];
    const listed = [{ id: "S:elderly-300" }, { id: "T:elderly-300" }];
    const [done] = conflictFacts(rebased({ ofS: dearer(2), decisions }), listed);
    expect([done?.number, done?.choice]).toEqual([1, "as-now"]);
    expect(conflictsOf(FROM)).toEqual([]);
  });

  it("leaves out by itself what can only be left out, and is not held up by it", () => {
    const [only] = conflictFacts(rebased(), [{ id: "T:elderly-300" }]);
    expect(only).toMatchObject({ now: GONE, isOnly: true, choice: "out", number: undefined });
    expect(isAdoptable(rebased())).toBe(true);
  });

  it("is adopted once all is decided, and counted by that", () => {
    const of = dearer(2);
    const decisions = [decided("out", of)];
    expect([isAdoptable(FROM), isAdoptable(rebased({ ofS: of }))]).toEqual([true, false]);
    expect(isAdoptable(rebased({ ofS: of, decisions }))).toBe(true);
    const notCounted = rebased({ ofS: of, decisions, by: [] });
    expect([isCounted(notCounted), isAdoptable(notCounted)]).toEqual([false, false]);
    expect(originOf(rebased())).toBe(FROM);
  });

  it("knows what was decided of a conflict for as long as it is that one, whatever is decided of others", () => {
    const first = withDecisions({}, [{ id: "S:elderly-300", of: dearer(2) }], "as-now");
    const both = withDecisions({ decisions: first }, [{ id: "S:elderly-300", of: dearer(3) }], "out");
    const choiceOf = (ofS: unknown, decisions = both) => conflictsOf(rebased({ ofS, decisions }))[0]?.choice;
    expect([choiceOf(dearer(2)), choiceOf(dearer(3)), choiceOf(dearer(4))]).toEqual([
      "as-now",
      "out",
      undefined,
    ]);
    const anew = withDecisions({ decisions: both }, [{ id: "S:elderly-300", of: dearer(2) }], "out");
    expect([choiceOf(dearer(2), anew), anew.length]).toEqual(["out", 2]);
    // What is decided of another conflict does not have it counted once more.
    expect(isCounted(rebased({ ofS: dearer(2), decisions: both, by: first }))).toBe(true);
  });

  it("stands as it was found where the document is as it was, and keeps what was decided", () => {
    const decisions = [decided("as-now", dearer(2))];
    const plan = rebased({ ofS: dearer(2), decisions });
    expect(restoredOn(plan, plan.ground)).toBe(plan);
    expect(restoredOn(FROM, FROM.ground)).toBe(FROM);
    const back = restoredOn(plan, FROM.ground);
    expect([back.found, back.rebased, back.decisions]).toEqual([FROM.found, undefined, decisions]);
  });

  it("stands as counted, never as proved, and says where it costs more than was given", () => {
    const found = { ...FROM.found, status: "optimal", bound: 1, lacking: [], cost: 120 } as never;
    const of = dearer(2);
    expect(standingOf(rebased({ ofS: of }), found, false, NO_ZONES)).toEqual({
      ...{ status: "rebased", goal: "budget", isStopped: false, isSpread: false, lacking: 0 },
      rebased: { leftOut: 0, open: 1, decided: 0, done: 1, overBudget: 100 },
    });
    expect(standingOf(rebased(), found, false, NO_ZONES).rebased).toMatchObject({
      ...{ leftOut: 1, open: 0, decided: 0 },
    });
    const decisions = [decided("out", of)];
    expect(standingOf(rebased({ ofS: of, decisions }), found, true, NO_ZONES)).toMatchObject({
      ...{ status: "moved", rebased: { leftOut: 0, open: 0, decided: 1, done: 1 } },
    });
  });
});

describe("plans that are kept", () => {
  const plan = rebased({ ofS: dearer(2) });
  const [one, two] = [
    { ...plan, number: 1 },
    { ...plan, number: 2 },
  ];
  const decidedOf = ({ made, kept }: PlansHeld) =>
    [...(made ? [made] : []), ...kept].map(({ decisions = [] }) => decisions.length).join("");
  const withDecided = (held: PlansHeld) => {
    const decisions = [decided("as-now", dearer(2))];
    return heldAs(held, (each) => (each === held.made ? { ...plan, decisions } : each));
  };

  it("are decided by themselves, one that is looked at on screen and where it is kept", () => {
    const looked = withDecided({ made: two, kept: [one, two] });
    expect([decidedOf(looked), looked.kept.map(({ number }) => number)]).toEqual(["101", [1, 2]]);
    expect(looked.made).toBe(looked.kept[1]);
    expect(decidedOf(withDecided({ made: plan, kept: [one, two] }))).toBe("100");
  });

  it("are counted once where they are the same, and decided alike", () => {
    expect([isSamePlan(plan, one), isSamePlan(one, { ...two, decisions: [] })]).toEqual([true, false]);
  });
});

it("tells of a site on trial what is missing with the plan as it was made, and now", () => {
  expect(movedFacts(FROM, undefined)).toEqual([]);
  expect(movedFacts(FROM, { moved: [], found: { missing: missing(250) } as never })).toEqual([
    { metric: "elderly_building_area", unit: "m2", before: 100, after: 250 },
  ]);
});
