import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../../src/core/model/apply-patch.ts";
import { changeStreet, restoreStreet } from "../../../../src/core/model/edits/change-streets.ts";
import { inverse } from "../../../../src/core/model/inverse.ts";
import { mergeProjects } from "../../../../src/core/model/merge-projects.ts";
import type { Project } from "../../../../src/core/model/project.ts";
import type { StreetChange } from "../../../../src/core/network/changed-streets.ts";
import { readProject } from "../../../../src/io/project-file/read-project.ts";
import { value } from "../../../builders/outcomes.ts";
import { aProject, aZone, east } from "../../../builders/rows.ts";
import { streetMap } from "../../../builders/street-maps.ts";
import { writtenProject } from "../../../builders/written-project.ts";

const streets = streetMap({
  at: { a: [0, 0], b: [100, 0], c: [200, 0] },
  ways: [{ through: ["a", "b", "c"] }],
});
const PROJECT: Project = { ...aProject([aZone("Z1")], []), streets };
const CLOSED: StreetChange = { kind: "closed", way: 0, from: 0, to: 1, name: "永安路", metres: 100 };
const ADDED: StreetChange = { kind: "added", line: [east(200, 0), east(300, 0)], tags: { highway: "path" } };
const changed = (project: Project, change: StreetChange) =>
  value(applyPatch(project, value(changeStreet(project, change))));
const codesOf = ({ issues }: { readonly issues: readonly { readonly code: string }[] }) =>
  issues.map(({ code }) => code);

describe("a street that a planner changes", () => {
  const both = changed(changed(PROJECT, CLOSED), ADDED);

  it("stands beside the streets, which stay, and can be restored or taken back", () => {
    expect(both.streetChanges).toEqual([CLOSED, ADDED]);
    expect(both.streets).toBe(streets);
    const patch = value(restoreStreet(both, 0));
    const restored = value(applyPatch(both, patch));
    expect(restored.streetChanges).toEqual([ADDED]);
    expect(value(applyPatch(restored, inverse(patch)))).toEqual(both);
    expect(value(applyPatch(restored, value(restoreStreet(restored, 0))))).toEqual(PROJECT);
  });

  it("is refused without streets, twice, or where there is no such street; a remark where it joins nothing", () => {
    expect(codesOf(changeStreet(aProject([], []), CLOSED))).toEqual(["edit.no-streets"]);
    expect(codesOf(changeStreet(both, CLOSED))).toEqual(["edit.street-as-it-is"]);
    expect(codesOf(changeStreet(both, { ...CLOSED, way: 7 }))).toEqual(["edit.unknown-street"]);
    expect(codesOf(restoreStreet(both, 2))).toEqual(["edit.street-as-it-is"]);
    const apart: StreetChange = { ...ADDED, line: [east(0, 500), east(90, 500)] };
    expect(codesOf(changeStreet(both, apart))).toEqual(["edit.street-apart"]);
    expect(codesOf(changeStreet(both, ADDED))).toEqual([]);
  });

  it("is kept in the project file in its order, and changes no byte of a project without any", async () => {
    const read = await readProject(await writtenProject(both), "p.quan");
    expect(read).toEqual({ ok: true, value: both, issues: [] });
    const { streetChanges: _changes, ...bare } = both;
    expect(await writtenProject(bare)).toEqual(await writtenProject(PROJECT));
  });

  it("is in conflict with what another office changed otherwise", () => {
    const [a, b] = [changed(PROJECT, CLOSED), changed(PROJECT, ADDED)];
    expect(mergeProjects(PROJECT, a, PROJECT).project?.streetChanges).toEqual([CLOSED]);
    const { project, conflicts } = mergeProjects(PROJECT, a, b);
    expect(project).toBeUndefined();
    expect(conflicts.map(({ field }) => field)).toEqual(["streets+streetChanges"]);
    expect(mergeProjects(PROJECT, a, b, "b").project?.streetChanges).toEqual([ADDED]);
  });
});
