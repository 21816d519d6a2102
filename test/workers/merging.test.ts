import { beforeEach, expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { Drive } from "../../src/core/base/work.ts";
import { inverse } from "../../src/core/model/inverse.ts";
import type { Project } from "../../src/core/model/project.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";

const drive: Drive = async (work) => atOnce(work);
const file = async (name: string, project: Project) => ({ name, bytes: await writtenProject(project) });

const own = { zone: "Z1" };
const BASE = aProject(
  [aZone("Z1", { name: "东园" }), aZone("Z2", { name: "西园" })],
  [aFacility("F1", { ...elderlyRooms(100), ...own })],
);
const NURSERY = aFacility("F3", { kind: "C_COMMUNITY", slots: 100, ...own });
const MINE = aProject(
  [aZone("Z1", { name: "东园", residents: 2900 }), aZone("Z2", { name: "西园" })],
  BASE.facilities,
);
const THEIRS = aProject(
  [aZone("Z1", { name: "东园", residents: 3000 })],
  [...BASE.facilities, aFacility("F2", { ...elderlyRooms(900), ...own }), NURSERY],
);

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  const files = [await file("mine.quan", MINE)];
  value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
});

test("what another office did comes in as one change, with what was decided, and can be taken back", async () => {
  const before = value(await desk.analyse(DEFAULT_PARAMETERS, drive));
  const input = { theirs: await file("b.quan", THEIRS), base: await file("base.quan", BASE) };
  const shown = value(await desk.merge(input, drive));
  expect(shown.tables).toMatchObject([
    { table: "zones", added: [], changed: [], gone: [{ id: "Z2", name: "西园" }], same: 1 },
    { table: "facilities", added: [{ id: "F2" }, { id: "F3" }], changed: [], gone: [], same: 1 },
  ]);
  expect(shown.conflicts).toMatchObject([
    { table: "zones", ids: ["Z1"], name: "东园", values: [{ base: "2800", a: "2900", b: "3000" }] },
  ]);
  const decided = value(await desk.decide({ theirs: [0] }, drive));
  expect(decided.tables[0]).toMatchObject({ changed: [{ id: "Z1" }], gone: [{ id: "Z2" }] });
  const turned = { id: "Z1", name: "东园", before: "fail", after: "pass", turn: "newly-met" };
  expect(decided.turned).toEqual([
    { ...turned, subject: "elderly" },
    { ...turned, subject: "childcare" },
  ]);
  expect(value(await desk.analyse(DEFAULT_PARAMETERS, drive)).key).toBe(before.key);

  const { view, patch } = value(await desk.commit(undefined, drive));
  expect([...view.zones.residents]).toEqual([3000]);
  expect(view.facilities.ids).toEqual(["F1", "F2", "F3"]);
  value(await desk.edit({ kind: "apply", patch: inverse(patch ?? {}) }, drive));
  expect(value(await desk.analyse(DEFAULT_PARAMETERS, drive)).key).toBe(before.key);
});

test("without a common version nothing is removed", async () => {
  const shown = value(await desk.merge({ theirs: await file("b.quan", THEIRS) }, drive));
  expect(shown.tables[0]).toMatchObject({ gone: [], same: 2 });
  expect(shown.conflicts).toHaveLength(1);
  value(await desk.decide({ theirs: [] }, drive));
  const { view } = value(await desk.commit(undefined, drive));
  expect([...view.zones.residents]).toEqual([2900, 2800]);
});

test("one's own file changes nothing", async () => {
  const shown = value(await desk.merge({ theirs: await file("mine.quan", MINE) }, drive));
  expect(shown).toMatchObject({ conflicts: [], settings: [], issues: [] });
  expect(shown.tables.flatMap(({ added, changed, gone }) => [...added, ...changed, ...gone])).toEqual([]);
});

test("what would be doubtful afterwards is told before", async () => {
  const twin = aFacility("F9", { name: "养老服务站", ...elderlyRooms(50) });
  const theirs = aProject(MINE.zones, [...MINE.facilities, twin, { ...twin, id: "F8" }]);
  value(await desk.merge({ theirs: await file("b.quan", theirs) }, drive));
  const { issues } = value(await desk.decide({ theirs: [] }, drive));
  expect(issues.map(({ code }) => code)).toContain("project.counted-once");
});

test("files that cannot be merged say why, and the document stays", async () => {
  const whole = await writtenProject(THEIRS);
  const codes = async (theirs: { name: string; bytes: Uint8Array<ArrayBuffer> }, base?: typeof theirs) => {
    const refused = await desk.merge({ theirs, ...(base && { base }) }, drive);
    return refused.ok ? [] : refused.issues.map(({ code }) => code);
  };
  expect((await codes({ name: "b.quan", bytes: whole.slice(0, whole.length / 2) }))[0]).toMatch(
    /^(merge\.damaged|project\.damaged)$/,
  );
  expect(await codes({ name: "b.quan", bytes: new TextEncoder().encode('{"quan":99}\n') })).toEqual([
    "project.newer",
  ]);
  expect(await codes({ name: "b.quan", bytes: new TextEncoder().encode("id,name\n1,a\n") })).toEqual([
    "project.no-header",
  ]);
  const elsewhere = aProject([aZone("Z1", { adminCode: "321302" })], []);
  expect(await codes(await file("b.quan", elsewhere))).toEqual(["merge.other-city"]);
  const broken = { name: "base.quan", bytes: new Uint8Array([0x1f, 0x8b, 8]) };
  expect(await codes(await file("b.quan", THEIRS), broken)).not.toEqual([]);
  expect((await desk.decide({ theirs: [] }, drive)).issues[0]?.code).toBe("merge.changed");
});

test("a document that was edited meanwhile is not merged", async () => {
  value(await desk.merge({ theirs: await file("b.quan", THEIRS) }, drive));
  value(await desk.edit({ kind: "close-facility", id: "F1" }, drive));
  expect((await desk.decide({ theirs: [] }, drive)).issues[0]?.code).toBe("merge.changed");
});
