import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../../src/core/base/digest.ts";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import { type Dice, diceOf } from "../../../../src/core/base/random.ts";
import type { LngLat, Polygon } from "../../../../src/core/geo/lng-lat.ts";
import { liesInside } from "../../../../src/core/geo/ring.ts";
import { crossingOf } from "../../../../src/core/geo/ring-crossing.ts";
import { applyPatch } from "../../../../src/core/model/apply-patch.ts";
import { addZone } from "../../../../src/core/model/edits/add-zone.ts";
import { deleteZone } from "../../../../src/core/model/edits/delete-zone.ts";
import { placeZone } from "../../../../src/core/model/edits/place-zone.ts";
import { inverse } from "../../../../src/core/model/inverse.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import type { Project } from "../../../../src/core/model/project.ts";
import { value } from "../../../builders/outcomes.ts";
import { randomProject } from "../../../builders/random-project.ts";
import { east } from "../../../builders/rows.ts";

const corner = (dice: Dice): LngLat => east(dice.whole(0, 900), dice.whole(0, 900));

/** Corners as a hand may set them: in order around a middle, or in no order at all. */
function someShape(dice: Dice): readonly Polygon[] {
  const corners = Array.from({ length: dice.whole(1, 7) }, () => corner(dice));
  if (dice.chance(0.4)) return [[corners]];
  const middle = east(450, 450);
  const angle = ({ lng, lat }: LngLat) => Math.atan2(lat - middle.lat, lng - middle.lng);
  return [[corners.toSorted((a, b) => angle(a) - angle(b))]];
}

function someEdit(project: Project, dice: Dice): Outcome<Patch> {
  const id = `z${dice.whole(0, 26)}`;
  switch (dice.whole(0, 4)) {
    case 0:
      return addZone(project, { zone: { id, name: "新" }, place: { shape: someShape(dice) } });
    case 1:
      return deleteZone(project, { id });
    case 2:
      return placeZone(project, { id, place: { at: dice.chance(0.2) ? undefined : corner(dice) } });
    default:
      return placeZone(project, { id, place: { shape: someShape(dice) } });
  }
}

test("edits of where zones lie are taken back to what there was; ids stay, refusals change nothing, outlines are sound", () => {
  const counts = { made: 0, refused: 0 };
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const dice = diceOf(seed, "zone edits");
      const first = randomProject(seed);
      let project = first;
      const steps: { readonly before: Project; readonly patch: Patch }[] = [];
      for (let i = 0; i < 6; i += 1) {
        const digest = digestOf(project);
        const edit = someEdit(project, dice);
        expect(digestOf(project)).toBe(digest);
        if (!edit.ok) {
          counts.refused += 1;
          expect(edit.issues.length).toBeGreaterThan(0);
          continue;
        }
        counts.made += 1;
        steps.push({ before: project, patch: edit.value });
        const [{ before, after } = {}] = edit.value.zones ?? [];
        expect(edit.value.zones).toHaveLength(1);
        if (before && after) expect(after.id).toBe(before.id);
        if (after?.shape) {
          expect(after.shape.every((polygon) => crossingOf(polygon) === undefined)).toBe(true);
          expect(liesInside(after.at as LngLat, after.shape)).toBe(true);
        }
        project = value(applyPatch(project, edit.value));
      }
      for (const { before, patch } of steps.toReversed()) {
        project = value(applyPatch(project, inverse(patch)));
        expect(project).toEqual(before);
      }
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(counts.made).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(100);
});
