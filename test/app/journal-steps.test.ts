import fc from "fast-check";
import { expect, it } from "vitest";
import { opposite } from "../../src/app/derived/opposite.ts";
import type { Deed } from "../../src/app/state/document.ts";
import { type Step, stepsTo, type Trail } from "../../src/app/state/journal-steps.ts";
import { east } from "../builders/rows.ts";

const move = (from: number, to: number): Deed => ({
  patch: {
    facilities: [
      {
        before: { id: "F", kind: "E_COMM_CENTRE", areas: [], at: east(from) },
        after: { id: "F", kind: "E_COMM_CENTRE", areas: [], at: east(to) },
      },
    ],
  },
});
const setDetour = (before: number, after: number): Deed => ({
  choices: { before: { detour: before }, after: { detour: after } },
});
const NOTHING: Trail = { done: [], undone: [], before: 0 };
const how = { opposite, takenIn: () => false };

const kinds = (steps: readonly { readonly step: Step }[]) => steps.map(({ step }) => step.kind);

it("an edit, taken back, made again, is three steps that say no row twice", () => {
  const deed = move(0, 50);
  const made = stepsTo(NOTHING, { done: [deed], undone: [] }, how);
  expect(made.steps.map(({ step }) => step)).toEqual([{ kind: "do", deed }]);
  const back = stepsTo(made.trail, { done: [], undone: [deed] }, how);
  expect(back.steps.map(({ step }) => step)).toEqual([{ kind: "undo" }]);
  const again = stepsTo(back.trail, { done: [deed], undone: [] }, how);
  expect(again.steps.map(({ step }) => step)).toEqual([{ kind: "redo" }]);
});

it("what was done before the journal began is taken back by what that changes", () => {
  const deed = move(0, 50);
  const { steps } = stepsTo({ done: [deed], undone: [], before: 1 }, { done: [], undone: [deed] }, how);
  expect(steps.map(({ step }) => step)).toEqual([{ kind: "take-back", deed: move(50, 0) }]);
});

it("a parameter that is typed on amends the last step; an edit never does", () => {
  const typed = stepsTo(NOTHING, { done: [setDetour(1.3, 1.4)], undone: [] }, how);
  const on = stepsTo(typed.trail, { done: [setDetour(1.3, 1.45)], undone: [] }, how);
  expect([on.amends, kinds(on.steps)]).toEqual([true, ["do"]]);
  const moved = stepsTo(typed.trail, { done: [move(0, 50)], undone: [] }, how);
  expect([moved.amends, kinds(moved.steps)]).toEqual([false, ["undo", "do"]]);
});

it("files that were taken in stand beside their step", () => {
  const deed = move(0, 50);
  const { steps } = stepsTo(NOTHING, { done: [deed], undone: [] }, { ...how, takenIn: () => true });
  expect(steps.map(({ step }) => step)).toEqual([{ kind: "take-in" }]);
});

it("the steps lead again to what was done and what it made, whatever was done, taken back and saved in between", () => {
  const act = fc.oneof(
    fc.constantFrom("undo", "redo", "compact"),
    fc.nat(9).map((to) => ({ to })),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let done: readonly Deed[] = [];
      let undone: readonly Deed[] = [];
      let trail = NOTHING;
      // As the page: the place of the facility. As the journal: where it began, and its steps.
      let place = 0;
      let base = 0;
      let journal: Step[] = [];
      for (const what of acts) {
        const last = what === "undo" ? done.at(-1) : what === "redo" ? undone.at(-1) : undefined;
        if (what === "undo" && last)
          [done, undone, place] = [done.slice(0, -1), [...undone, last], fromOf(last)];
        else if (what === "redo" && last)
          [done, undone, place] = [[...done, last], undone.slice(0, -1), toOf(last)];
        else if (what === "compact")
          [base, journal, trail] = [place, [], { done, undone: [], before: done.length }];
        else if (typeof what === "object") {
          [done, undone] = [[...done, move(place, what.to)], []];
          place = what.to;
        }
        const followed = stepsTo(trail, { done, undone }, how);
        journal.push(...followed.steps.map(({ step }) => step));
        trail = followed.trail;
      }
      expect(replayed(base, journal)).toBe(place);
    }),
    { seed: 8, numRuns: process.env.QUAN_LONG ? 5000 : 300 },
  );
});

const fromOf = ({ patch }: Deed) => metres(patch?.facilities?.[0]?.before?.at?.lng);
const toOf = ({ patch }: Deed) => metres(patch?.facilities?.[0]?.after?.at?.lng);
const metres = (lng = 0) => [...Array(10).keys()].findIndex((each) => east(each).lng === lng);

/** Where the facility is after the steps; throws where one of them is made from another place. */
function replayed(base: number, steps: readonly Step[]): number {
  const done: Deed[] = [];
  const undone: Deed[] = [];
  let place = base;
  const make = (deed: Deed) => {
    expect(fromOf(deed)).toBe(place);
    place = toOf(deed);
  };
  for (const step of steps) {
    if (step.kind === "do" || step.kind === "take-back") {
      make(step.deed);
      if (step.kind === "do") done.push(step.deed);
      if (step.kind === "do") undone.length = 0;
    } else if (step.kind === "undo") {
      const last = done.pop() as Deed;
      make(opposite(last));
      undone.push(last);
    } else if (step.kind === "redo") {
      const last = undone.pop() as Deed;
      make(last);
      done.push(last);
    }
  }
  return place;
}
