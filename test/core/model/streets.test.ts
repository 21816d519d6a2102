import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { checkProject } from "../../../src/core/model/check-project.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { mergeInto } from "../../../src/core/model/merge-into.ts";
import { mergeProjects } from "../../../src/core/model/merge-projects.ts";
import { streetsAccount } from "../../../src/core/model/patch-account.ts";
import { patchBetween } from "../../../src/core/model/patch-between.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";

const ONE = streetMap({ at: { a: [0, 0], b: [100, 0] }, ways: [{ through: ["a", "b"] }] });
const TWO = streetMap({
  at: { a: [0, 0], b: [100, 0], c: [100, 90] },
  ways: [{ through: ["a", "b"] }, { through: ["b", "c"] }],
});
const BARE = aProject([aZone("Z1")], [aFacility("F1")]);
const withStreets = (streets: StreetMap, others: Partial<Project> = {}): Project => ({
  ...BARE,
  ...others,
  streets,
});
const again = (streets: StreetMap): StreetMap => structuredClone(streets);

describe("a patch of streets", () => {
  it.each<[string, Project, Project, ReturnType<typeof streetsAccount>]>([
    ["brings them", BARE, withStreets(TWO), { after: 2 }],
    ["takes them away", withStreets(TWO), BARE, { before: 2 }],
    ["puts others in their place", withStreets(TWO), withStreets(ONE), { before: 2, after: 1 }],
  ])("%s, and is undone", (_name, before, after, account) => {
    const patch = patchBetween(before, after);
    expect(Object.keys(patch)).toEqual(["streets"]);
    expect(streetsAccount(patch)).toEqual(account);
    expect(value(applyPatch(before, patch))).toEqual(after);
    const sent = JSON.parse(JSON.stringify(inverse(patch)));
    expect(value(applyPatch(after, sent))).toEqual(before);
  });

  it("is none where they are the same, and others keep them as they are", () => {
    const before = withStreets(TWO);
    expect(patchBetween(before, withStreets(again(TWO)))).toEqual({});
    expect(streetsAccount({})).toBeUndefined();
    const named = patchBetween(before, withStreets(TWO, { name: "新名" }));
    expect(value(applyPatch(before, named)).streets).toBe(TWO);
  });

  it("goes with settings and rows", () => {
    const after = withStreets(ONE, { pack: "xuzhou-2022", zones: [] });
    const patch = patchBetween(BARE, after);
    expect(value(applyPatch(BARE, patch))).toEqual(after);
    expect(value(applyPatch(after, inverse(patch)))).toEqual(BARE);
  });

  it("is refused where the streets are not those it was made from, or are broken", () => {
    const patch = patchBetween(withStreets(ONE), withStreets(TWO));
    for (const other of [BARE, withStreets(TWO)]) {
      const outcome = applyPatch(other, patch);
      expect(outcome.issues.map(({ code, facts }) => [code, facts])).toEqual([
        ["patch.other-row", { id: "streets" }],
      ]);
    }
    const { after } = patch.streets ?? {};
    const broken = { streets: { ...patch.streets, ...(after && { after: { ...after, rows: [] } }) } };
    expect(applyPatch(withStreets(ONE), broken).ok).toBe(false);
  });
});

describe("streets of two projects", () => {
  it("are taken from the one that changed them", () => {
    expect(mergeProjects(BARE, withStreets(TWO), BARE)).toEqual({ project: withStreets(TWO), conflicts: [] });
    const base = withStreets(ONE);
    expect(mergeProjects(base, withStreets(again(ONE)), BARE).project?.streets).toBeUndefined();
    expect(mergeProjects(base, withStreets(again(ONE)), withStreets(TWO)).project?.streets).toBe(TWO);
  });

  it("are one conflict where both changed them, each in its own way", () => {
    const [mine, theirs] = [withStreets(ONE), withStreets(TWO)];
    const { conflicts, project } = mergeProjects(BARE, mine, theirs);
    expect(project).toBeUndefined();
    const conflict = { base: {}, a: { streets: ONE }, b: { streets: TWO } };
    expect(conflicts).toEqual([{ table: "project", field: "streets+streetChanges", ...conflict }]);
    const { made } = mergeInto(undefined, mine, theirs, "b");
    expect(made?.project.streets).toEqual(TWO);
    expect(streetsAccount(made?.patch ?? {})).toEqual({ before: 1, after: 2 });
    expect(mergeInto(undefined, mine, withStreets(again(ONE))).made?.patch).toEqual({});
  });

  it("stay where the other project has none, and come where one's own has none", () => {
    expect(mergeInto(undefined, withStreets(ONE), BARE).made?.patch).toEqual({});
    expect(mergeInto(undefined, BARE, withStreets(ONE)).made?.project.streets).toEqual(ONE);
  });
});

describe("streets that cannot be", () => {
  it("are told once, and those that can are not", () => {
    const wrong = { ...ONE, nodes: Uint32Array.of(0, 7) };
    expect(checkProject(withStreets(wrong)).filter(({ table }) => table === "streets")).toMatchObject([
      { finding: { code: "project.streets-wrong", severity: "error", facts: { column: "nodes", row: 1 } } },
    ]);
    expect(checkProject(withStreets(ONE))).toEqual(checkProject(BARE));
  });
});
