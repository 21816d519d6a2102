import { beforeEach, expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { Drive } from "../../src/core/base/work.ts";
import { inverse } from "../../src/core/model/inverse.ts";
import type { FilesSource } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);
const ZONES = "id,name,status,households,residents,adminCode,lon,lat";
const ROOMS = "id,name,kind,status,zone,elderly_m2,slots,lon,lat";

const filesOf = (into: "open" | "new", files: Readonly<Record<string, string>>): FilesSource => ({
  kind: "files",
  files: Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  options: {},
  into,
});

const register = (...rows: string[]) => filesOf("open", { "f.csv": [ROOMS, ...rows].join("\n") });

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  const files = {
    "zones.csv": `${ZONES}\nz1,东园,existing,1000,2800,320302,117.2,34.26\nz2,西园,existing,1000,2800,320302,117.3,34.26\n`,
    "f.csv": `${ROOMS}\nf1,甲,E_MEAL,built,z1,60,,117.2,34.26\n`,
  };
  value(await desk.open(filesOf("new", files), drive));
});

const analysed = async () => value(await desk.analyse(DEFAULT_PARAMETERS, drive));

test("what an import would change is told, and nothing is changed until it is committed", async () => {
  const before = await analysed();
  const told = value(
    await desk.rehearse(
      register("f1,甲,E_COMM_CENTRE,built,z1,900,,117.2,34.26", "f2,乙,C_COMMUNITY,built,z1,,60,117.2,34.26"),
      drive,
    ),
  );
  expect(told.tables).toMatchObject([
    { table: "zones", added: [], changed: [], gone: [], same: 2 },
    { table: "facilities", added: [{ id: "f2", name: "乙" }], changed: [{ id: "f1" }], gone: [], same: 0 },
  ]);
  const turned = { id: "z1", name: "东园", before: "fail", after: "pass", turn: "newly-met" };
  expect(told.turned).toEqual([
    { ...turned, subject: "elderly" },
    { ...turned, subject: "childcare" },
  ]);
  expect((await analysed()).key).toBe(before.key);

  const { view, patch } = value(await desk.commit(undefined, drive));
  expect(view.facilities.ids).toEqual(["f1", "f2"]);
  const after = await analysed();
  expect([...after.zones.verdict]).not.toEqual([...before.zones.verdict]);

  const undone = await desk.edit({ kind: "apply", patch: inverse(patch ?? {}) }, drive);
  expect(value(undone).view.facilities.ids).toEqual(["f1"]);
});

test("without results yet, nothing is said of verdicts", async () => {
  expect(
    value(await desk.rehearse(register("f1,甲,E_MEAL,built,z1,60,,117.2,34.26"), drive)),
  ).not.toHaveProperty("turned");
});

test("a document that was changed meanwhile is not what was rehearsed", async () => {
  await analysed();
  value(await desk.rehearse(register("f9,丙,E_MEAL,built,z1,60,,117.2,34.26"), drive));
  value(await desk.edit({ kind: "close-facility", id: "f1" }, drive));
  const refused = await desk.commit(undefined, drive);
  expect([refused.ok, refused.issues[0]?.code]).toEqual([false, "desk.nothing-rehearsed"]);
  expect(value(await desk.texts({ table: "facilities", id: "f1" }, drive)).texts).toMatchObject({
    status: "closed",
  });
});

test("a register of nothing usable is refused, and there is nothing to commit", async () => {
  const refused = await desk.rehearse(register("f9,丙,nonsense,built,z1,60,,117.2,34.26"), drive);
  expect(refused.ok).toBe(false);
  expect((await desk.commit(undefined, drive)).ok).toBe(false);
});
