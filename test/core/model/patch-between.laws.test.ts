import fc from "fast-check";
import { expect, test } from "vitest";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { patchBetween } from "../../../src/core/model/patch-between.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";

test("what is between two documents makes the second of the first, and back", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 6 }), (seed, edits) => {
      const before = randomProject(seed);
      const after = edits.reduce(randomlyEdited, before);
      const patch = patchBetween(before, structuredClone(after));
      expect(applyPatch(before, patch)).toMatchObject({ ok: true, value: after });
      expect(applyPatch(after, inverse(patch))).toMatchObject({ ok: true, value: before });
      expect(patchBetween(after, structuredClone(after))).toEqual({});
    }),
    { seed: 1, numRuns: 100 },
  );
});
