import fc from "fast-check";
import { expect, test } from "vitest";
import { PATCHED_TABLES, patchAccount } from "../../../src/core/model/patch-account.ts";
import { patchBetween } from "../../../src/core/model/patch-between.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone } from "../../builders/rows.ts";

test("rows are added, changed, gone and the same, and the columns that changed are counted", () => {
  const before = aProject(
    [aZone("A"), aZone("B", { name: "乙园" }), aZone("C")],
    [aFacility("F", { beds: 20 }), aFacility("G", { beds: 5 }), aFacility("H")],
  );
  const after = aProject(
    [aZone("A"), aZone("B", { name: "乙园", households: 900 }), aZone("D", { name: "丁园" })],
    [aFacility("F", { beds: 30, phone: "1" }), aFacility("G", { beds: 6 }), aFacility("H")],
  );
  const [zones, facilities] = patchAccount(before, patchBetween(before, after));
  expect(zones).toEqual({
    table: "zones",
    added: [{ id: "D", name: "丁园" }],
    changed: [{ id: "B", name: "乙园" }],
    gone: [{ id: "C" }],
    same: 1,
    members: [{ member: "households", rows: 1 }],
  });
  expect(facilities).toMatchObject({
    changed: [{ id: "F" }, { id: "G" }],
    same: 1,
    members: [
      { member: "beds", rows: 2 },
      { member: "phone", rows: 1 },
    ],
  });
});

test("the counts add up on both sides, whatever was edited", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.array(fc.nat(1e6), { maxLength: 6 }), (seed, edits) => {
      const before = randomProject(seed);
      const after = edits.reduce(randomlyEdited, before);
      const accounts = patchAccount(before, patchBetween(before, structuredClone(after)));
      for (const table of PATCHED_TABLES) {
        const {
          added = [],
          changed = [],
          gone = [],
          same = 0,
        } = accounts.find((one) => one.table === table) ?? {};
        expect(gone.length + changed.length + same).toBe(before[table].length);
        expect(added.length + changed.length + same).toBe(after[table].length);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});
