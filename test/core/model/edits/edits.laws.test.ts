import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import { type Dice, diceOf } from "../../../../src/core/base/random.ts";
import { applyPatch } from "../../../../src/core/model/apply-patch.ts";
import {
  addFacility,
  changeFacility,
  closeFacility,
  deleteFacility,
  reopenFacility,
} from "../../../../src/core/model/edits/change-facility.ts";
import { changeZone } from "../../../../src/core/model/edits/change-zone.ts";
import { inverse } from "../../../../src/core/model/inverse.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import { patchBetween } from "../../../../src/core/model/patch-between.ts";
import type { Project } from "../../../../src/core/model/project.ts";
import { value } from "../../../builders/outcomes.ts";
import { randomProject } from "../../../builders/random-project.ts";
import { aFacility, elderlyRooms } from "../../../builders/rows.ts";

/** Some edit of some row, perhaps one that is refused. */
function someEdit(project: Project, dice: Dice): Outcome<Patch> {
  const id = `f${dice.whole(0, 32)}`;
  const zone = `z${dice.whole(0, 26)}`;
  const count = dice.chance(0.9) ? dice.whole(0, 500) : -1;
  switch (dice.whole(0, 6)) {
    case 0:
      return addFacility(project, aFacility(id, { ...elderlyRooms(count), zone }));
    case 1:
      return closeFacility(project, { id });
    case 2:
      return reopenFacility(project, { id, ...(dice.chance(0.5) && { status: "built" }) });
    case 3:
      return deleteFacility(project, { id });
    case 4:
      return changeZone(project, {
        id: zone,
        change: { households: count, elderly60: undefined, ...(dice.chance(0.5) && { status: "new" }) },
      });
    case 5:
      return changeFacility(project, { id, change: { zone: dice.chance(0.5) ? undefined : zone } });
    default:
      return changeFacility(project, { id, change: { ...elderlyRooms(count), beds: count, storey: 1 } });
  }
}

test("edits are taken back one by one to what there was, and together are what lies between; the rest is left as it is", () => {
  let made = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 8 }), (seed, count) => {
      const dice = diceOf(seed, "edits");
      const first = randomProject(seed);
      const steps: { readonly before: Project; readonly patch: Patch }[] = [];
      let project = first;
      for (let i = 0; i < count; i += 1) {
        const edit = someEdit(project, dice);
        if (edit.ok) {
          made += 1;
          steps.push({ before: project, patch: edit.value });
          const named = new Set(
            [...(edit.value.facilities ?? []), ...(edit.value.zones ?? [])].map(
              ({ before, after }) => (before ?? after)?.id,
            ),
          );
          const next = value(applyPatch(project, edit.value));
          expect(named.size).toBe(1);
          for (const table of ["facilities", "zones"] as const) {
            const rest = (from: Project) => [...from[table]].filter(({ id }) => !named.has(id));
            expect(rest(next)).toEqual(rest(project));
          }
          project = next;
        } else {
          refused += 1;
          expect(edit.issues.length).toBeGreaterThan(0);
        }
      }
      expect(value(applyPatch(first, patchBetween(first, project)))).toEqual(project);
      for (const { before, patch } of steps.toReversed()) {
        project = value(applyPatch(project, inverse(patch)));
        expect(project).toEqual(before);
      }
      expect(project).toEqual(first);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(made).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(50);
});
