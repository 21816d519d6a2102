import { describe, expect, it } from "vitest";
import { conflictFacts, movedFacts, standingOf } from "../../src/app/derived/plan-facts.ts";
import {
  conflictsOf,
  isAdoptable,
  isCounted,
  originOf,
  type PlanMade,
} from "../../src/app/state/plan-made.ts";
import type { ConflictDecision, RebasedView } from "../../workers/plan-tasks.ts";

const NO_ZONES = { ids: [], names: [] };
const GONE = { is: "gone" } as const;
const FATES: readonly RebasedView[] = [
  { id: "H:hand_over", fate: { is: "done" } },
  { id: "S:elderly-300", fate: GONE },
  { id: "T:elderly-300", fate: { is: "carried" } },
];
const measure = (id: string, name: string, place: object) => ({ id, name, place, cost: 1, conditions: [] });
const ASKED = { goal: { for: "budget", budget: 100 }, places: { with: [], without: [] } } as const;
const missing = (left: number) => [
  { metric: "elderly_building_area", unit: "m2", before: 400, missing: left },
  { metric: "childcare_slots", unit: "slot", before: 0, missing: 0 },
];
const FROM = {
  asked: ASKED,
  ground: {},
  found: {
    measures: [
      measure("H:hand_over", "甲站", { facility: "H" }),
      measure("S:elderly-300", "旧厂房", { site: "S" }),
      measure("T:elderly-300", "空地", { site: "T" }),
    ],
    missing: missing(100),
  },
} as unknown as PlanMade;

function rebased(wanted: readonly ConflictDecision[], decided = wanted): PlanMade {
  return { ...FROM, rebased: { from: FROM, fates: FATES, wanted, decided } };
}

const OUT: ConflictDecision = { id: "S:elderly-300", choice: "out", of: GONE };

describe("a plan that is taken over onto a changed document", () => {
  it("names what does not stand, numbered as it was found", () => {
    expect(conflictFacts(rebased([]))).toMatchObject([
      { id: "S:elderly-300", number: 2, name: "旧厂房", place: "site", now: GONE, choice: undefined },
    ]);
    expect(conflictFacts(rebased([OUT]))[0]?.choice).toBe("out");
    expect(conflictsOf(FROM)).toEqual([]);
  });

  it("is adopted once all is decided, and counted by that", () => {
    expect([isAdoptable(FROM), isAdoptable(rebased([])), isAdoptable(rebased([OUT]))]).toEqual([
      true,
      false,
      true,
    ]);
    const notCounted = rebased([OUT], []);
    expect([isCounted(notCounted), isAdoptable(notCounted)]).toEqual([false, false]);
    expect(originOf(rebased([]))).toBe(FROM);
  });

  it("stands as counted, never as proved, and says where it costs more than was given", () => {
    const found = { ...FROM.found, status: "optimal", bound: 1, lacking: [], cost: 120 } as never;
    expect(standingOf(rebased([]), found, false, NO_ZONES)).toEqual({
      ...{ status: "rebased", goal: "budget", isStopped: false, isSpread: false, lacking: 0 },
      rebased: { open: 1, decided: 0, done: 1, overBudget: 100 },
    });
    expect(standingOf(rebased([OUT]), found, true, NO_ZONES)).toMatchObject({
      ...{ status: "moved", rebased: { open: 0, decided: 1, done: 1 } },
    });
  });
});

it("tells of a site on trial what is missing with the plan as it was made, and now", () => {
  expect(movedFacts(FROM, undefined)).toEqual([]);
  expect(movedFacts(FROM, { moved: [], found: { missing: missing(250) } as never })).toEqual([
    { metric: "elderly_building_area", unit: "m2", before: 100, after: 250 },
  ]);
});
