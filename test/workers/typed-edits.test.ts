import { beforeEach, expect, test } from "vitest";
import type { Drive } from "../../src/core/base/work.ts";
import { inverse } from "../../src/core/model/inverse.ts";
import type { Edit } from "../../workers/edit.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);
const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = [
  {
    name: "zones.csv",
    bytes: bytes("id,name,status,households,adminCode,lon,lat\nz1,东园,existing,800,320302,117.2,34.26\n"),
  },
  {
    name: "f.csv",
    bytes: bytes("id,name,kind,status,elderly_m2,storey,lon,lat\nf1,甲,E_MEAL,built,60,夹层,117.2,34.26\n"),
  },
];

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  value(await desk.open({ kind: "files", files: FILES, options: {}, into: "new" }, drive));
});

const edit = (of: Edit) => desk.edit(of, drive);

test("a row is given as texts, with what nobody could read of it", async () => {
  const { texts, unread } = value(await desk.texts({ table: "facilities", id: "f1" }, drive));
  expect(texts).toMatchObject({ id: "f1", kind: "E_MEAL", status: "built", elderly_m2: "60", lon: "117.2" });
  expect(unread).toEqual(["storey"]);
  expect(value(await desk.texts({ table: "zones", id: "z1" }, drive)).texts).toMatchObject({
    households: "800",
  });
  expect((await desk.texts({ table: "zones", id: "f1" }, drive)).issues[0]?.code).toBe("edit.unknown-zone");
});

test("what was typed is taken in, and taken back by the patch that it gives", async () => {
  const first = value(
    await edit({ kind: "add-facility", typed: { id: "f2", kind: "C_COMMUNITY", slots: "30个" } }),
  );
  expect([...first.view.facilities.slots]).toEqual([Number.NaN, 30]);
  const second = value(
    await edit({ kind: "change-facility", id: "f1", typed: { elderly_m2: "90平", storey: "1" } }),
  );
  expect(second.view.facilities.elderlyArea[0]).toBe(90);
  expect(second.patch.facilities?.[0]?.after).not.toHaveProperty("unread");
  expect(value(await edit({ kind: "close-facility", id: "f2" })).view.facilities.statuses[1]).toBe("closed");
  expect(value(await edit({ kind: "reopen-facility", id: "f2" })).view.facilities.statuses[1]).toBe(
    "unknown",
  );
  expect(value(await edit({ kind: "delete-facility", id: "f2" })).view.facilities.ids).toEqual(["f1"]);
  const zone = value(await edit({ kind: "change-zone", id: "z1", typed: { households: "0.1万户" } }));
  expect([...zone.view.zones.households]).toEqual([1000]);
});

test("a candidate site is added, said otherwise and deleted, and what is wrong is refused", async () => {
  const typed = { id: "s1", usable_m2: "420", ways: "lease", lon: "117.2", lat: "34.26" };
  const added = value(await edit({ kind: "add-site", typed }));
  expect([added.view.sites.ids, [...added.view.sites.lng]]).toEqual([["s1"], [117.2]]);
  const changed = value(await edit({ kind: "change-site", id: "s1", typed: { name: "旧门面" } }));
  expect(changed.view.sites.names).toEqual(["旧门面"]);
  const texts = async () => value(await desk.texts({ table: "sites", id: "s1" }, drive)).texts;
  expect(await texts()).toEqual({ ...typed, name: "旧门面" });
  const refusals = [
    await edit({ kind: "change-site", id: "s1", typed: { cost: "-1" } }),
    await edit({ kind: "change-site", id: "s1", typed: { enlarges: "f9" } }),
    await edit({ kind: "change-site", id: "s9", typed: { name: "x" } }),
    await edit({ kind: "add-site", typed }),
    await edit({ kind: "delete-site", id: "s9" }),
  ];
  expect(refusals.map(({ issues }) => [issues[0]?.code, issues[0]?.at.column])).toEqual([
    ["value.out-of-range", "cost"],
    ["edit.unknown-facility", "enlarges"],
    ["edit.unknown-site", undefined],
    ["edit.site-id-taken", "id"],
    ["edit.unknown-site", undefined],
  ]);
  expect(await texts()).toEqual({ ...typed, name: "旧门面" });
  expect(value(await edit({ kind: "apply", patch: inverse(changed.patch) })).view.sites.names).toEqual([""]);
  expect(value(await edit({ kind: "delete-site", id: "s1" })).view.sites.ids).toEqual([]);
  expect((await desk.texts({ table: "sites", id: "s1" }, drive)).issues[0]?.code).toBe("edit.unknown-site");
});

test("what is refused leaves the document as it was", async () => {
  const before = value(await desk.texts({ table: "facilities", id: "f1" }, drive));
  const refusals = [
    await edit({ kind: "change-facility", id: "f1", typed: { elderly_m2: "约90", phone: "1" } }),
    await edit({ kind: "change-facility", id: "f9", typed: { phone: "1" } }),
    await edit({ kind: "add-facility", typed: { id: "f1", kind: "E_MEAL" } }),
    await edit({ kind: "change-zone", id: "z1", typed: { households: "-1" } }),
  ];
  expect(refusals.map(({ ok, issues }) => [ok, issues[0]?.code])).toEqual([
    [false, "value.estimate"],
    [false, "edit.unknown-facility"],
    [false, "edit.id-taken"],
    [false, "value.out-of-range"],
  ]);
  expect(value(await desk.texts({ table: "facilities", id: "f1" }, drive))).toEqual(before);
});

test("cells of a block that cannot be as typed forbid all of it, or themselves alone, and rows follow", async () => {
  const block = {
    table: "facilities" as const,
    rows: [{ id: "f1", typed: { elderly_m2: "90平", beds: "约5", name: "=甲" } }],
  };
  const ids = ["f1", "f2"];
  const before = value(await desk.rows({ table: "facilities", ids }, drive));
  expect(before.ids).toEqual(["f1"]);
  const all = await edit({ kind: "change-rows", refused: "all", ...block });
  expect(all.ok).toBe(false);
  expect(all.issues.map(({ code, at }) => [code, at.id, at.column])).toEqual([
    ["value.estimate", "f1", "beds"],
  ]);
  expect(value(await desk.rows({ table: "facilities", ids }, drive))).toEqual(before);
  const rest = value(await edit({ kind: "change-rows", refused: "alone", ...block }));
  expect(rest.view.facilities.elderlyArea[0]).toBe(90);
  expect(rest.view.facilities.names[0]).toBe("=甲");
  expect(rest.issues.map(({ at }) => at.column)).toEqual(["beds"]);
  value(await edit({ kind: "apply", patch: inverse(rest.patch) }));
  expect(value(await desk.rows({ table: "facilities", ids }, drive))).toEqual(before);
});
