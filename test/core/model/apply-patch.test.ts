import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch, settingsOf } from "../../../src/core/model/apply-patch.ts";
import { moveFacility } from "../../../src/core/model/edits/move-facility.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import type { Patch, RowChange } from "../../../src/core/model/patch.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

const PROJECT = aProject([aZone("Z1"), aZone("Z2")], [aFacility("F1"), aFacility("F3")]);

function applied(project: Project, patch: Patch): Project {
  const outcome = applyPatch(project, patch);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const refusedOf = (patch: Patch) => {
  const outcome = applyPatch(PROJECT, patch);
  return outcome.ok ? [] : outcome.issues.map(({ code, at }) => [code, at.id]);
};

describe("a patch", () => {
  it("adds, changes and removes rows, keeps them in order, and leaves other tables as they are", () => {
    const [f1, f3] = PROJECT.facilities as [Facility, Facility];
    const patch = {
      facilities: [{ before: f1 }, { after: aFacility("F2") }, { before: f3, after: { ...f3, beds: 5 } }],
    };
    const next = applied(PROJECT, patch);
    expect(next.facilities).toEqual([aFacility("F2"), { ...f3, beds: 5 }]);
    expect(next.zones).toBe(PROJECT.zones);
    expect(applied(next, inverse(patch))).toEqual(PROJECT);
  });

  it("changes settings, and can take them away", () => {
    const before = settingsOf(PROJECT);
    const patch = { settings: { before, after: { ...before, pack: "xuzhou-2022" } } };
    expect(applied(PROJECT, patch).pack).toBe("xuzhou-2022");
    expect(applied(applied(PROJECT, patch), inverse(patch))).toEqual(PROJECT);
    expect(refusedOf({ settings: { before: { ...before, name: "other" }, after: before } })).toEqual([
      ["patch.other-row", undefined],
    ]);
  });

  it("is refused where a row is not what it was made from, and then changes nothing", () => {
    const f1 = aFacility("F1");
    expect(refusedOf({ facilities: [{ before: { ...f1, beds: 1 }, after: f1 }] })).toEqual([
      ["patch.other-row", "F1"],
    ]);
    expect(refusedOf({ facilities: [{ before: aFacility("F2"), after: f1 }] })).toHaveLength(1);
    expect(refusedOf({ facilities: [{ before: aFacility("F2") }] })).toEqual([["patch.other-row", "F2"]]);
    expect(refusedOf({ facilities: [{ after: f1 }] })).toEqual([["patch.other-row", "F1"]]);
  });

  it("taken back leaves what was there", () => {
    const change = fc.record({
      id: fc.constantFrom("F1", "F2", "F3", "F4"),
      beds: fc.option(fc.nat(9), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: ({ id }) => id }), (changes) => {
        const facilities = changes.flatMap(({ id, beds }): RowChange<Facility>[] => {
          const before = PROJECT.facilities.find((row) => row.id === id);
          const after = beds === undefined ? undefined : aFacility(id, { beds });
          return before || after ? [{ ...(before && { before }), ...(after && { after }) }] : [];
        });
        const patch = {
          facilities: facilities.toSorted((a, b) =>
            ((a.after ?? a.before)?.id ?? "") < ((b.after ?? b.before)?.id ?? "") ? -1 : 1,
          ),
        };
        const next = applied(PROJECT, patch);
        expect(next.facilities.map(({ id }) => id)).toEqual(next.facilities.map(({ id }) => id).toSorted());
        expect(applied(next, inverse(patch))).toEqual(PROJECT);
      }),
      { seed: 1 },
    );
  });
});

describe("moving a facility", () => {
  it("is a patch of one row", () => {
    const moved = moveFacility(PROJECT, { id: "F3", to: east(500) });
    expect(moved.ok && applied(PROJECT, moved.value).facilities).toEqual([
      aFacility("F1"),
      aFacility("F3", { at: east(500) }),
    ]);
  });

  it("is refused for a facility that is not there, and a place that is none", () => {
    expect(moveFacility(PROJECT, { id: "F2", to: east(0) })).toMatchObject({ ok: false });
    for (const to of [
      { lng: Number.NaN, lat: 0 },
      { lng: 0, lat: 91 },
      { lng: 181, lat: 0 },
    ]) {
      expect(moveFacility(PROJECT, { id: "F1", to })).toMatchObject({
        ok: false,
        issues: [{ code: "edit.no-place" }],
      });
    }
  });
});
