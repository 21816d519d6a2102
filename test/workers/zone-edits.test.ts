import { beforeEach, expect, test } from "vitest";
import type { Drive } from "../../src/core/base/work.ts";
import type { Edit } from "../../workers/edit.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);
const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = [
  {
    name: "zones.csv",
    bytes: bytes("id,name,status,households,street,adminCode\nz1,东园,new,800,湖滨街道,320302\n"),
  },
  {
    name: "f.csv",
    bytes: bytes("id,name,kind,status,elderly_m2,zone\nf1,东站,E_ESTATE_STATION,built,60,z1\n"),
  },
];
const SQUARE = "117.2,34.26\n117.202,34.26\n117.202,34.262\n117.2,34.262";

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  value(await desk.open({ kind: "files", files: FILES, options: {}, into: "new" }, drive));
});

const edit = (of: Edit) => desk.edit(of, drive);
const textsOf = async (id: string) => value(await desk.texts({ table: "zones", id }, drive)).texts;

test("a zone is added with an outline, gets another one with its numbers, and is deleted", async () => {
  const added = value(
    await edit({
      kind: "add-zone",
      typed: {
        id: "z2",
        name: "西园",
        status: "new",
        households: "500户",
        street: "湖滨街道",
        outline: SQUARE,
      },
    }),
  );
  expect(added.view.zones.names).toEqual(["东园", "西园"]);
  expect([...added.view.zones.shapes.ringStarts]).toEqual([0, 4]);
  expect(added.patch.zones?.[0]?.after).toMatchObject({ adminCode: "320302", households: 500 });
  expect((await textsOf("z2")).outline).toBe(SQUARE);

  const wider = SQUARE.replaceAll("117.202", "117.204");
  const said = value(
    await edit({ kind: "change-zone", id: "z2", typed: { households: "900", outline: wider } }),
  );
  expect(said.patch.zones).toHaveLength(1);
  expect(said.view.zones.households[1]).toBe(900);
  expect((await textsOf("z2")).outline).toBe(wider);
});

test("a zone without a place is given a point by coordinates, and an outline on the map", async () => {
  value(await edit({ kind: "change-zone", id: "z1", typed: { lon: "117.2", lat: "34.26" } }));
  expect(await textsOf("z1")).toMatchObject({ lon: "117.2", lat: "34.26" });
  const ring = SQUARE.split("\n").map((line) => {
    const [lng = 0, lat = 0] = line.split(",").map(Number);
    return { lng, lat };
  });
  value(await edit({ kind: "place-zone", id: "z1", place: { shape: [[ring]] } }));
  expect(await textsOf("z1")).toMatchObject({ outline: SQUARE });
  expect(await textsOf("z1")).not.toHaveProperty("lon");
});

test("what an edit would bring with it is told without making it", async () => {
  const weighed = value(await desk.weigh({ kind: "delete-zone", id: "z1" }, drive));
  expect(weighed.map(({ code, facts }) => ({ code, ...facts }))).toEqual([
    { code: "edit.rooms-without-zone", count: 1, facilities: ["东站"] },
  ]);
  expect(await textsOf("z1")).toMatchObject({ name: "东园" });
  const deleted = value(await edit({ kind: "delete-zone", id: "z1" }));
  expect(deleted.view.zones.ids).toEqual([]);
  expect(deleted.issues).toEqual(weighed);
});

test("a refused outline leaves the document as it was", async () => {
  const before = await textsOf("z1");
  const crossing = "117.2,34.26\n117.202,34.262\n117.202,34.26\n117.2,34.262";
  const refused = await edit({ kind: "change-zone", id: "z1", typed: { name: "别名", outline: crossing } });
  expect(refused.issues.map(({ code, at }) => [code, at.column])).toEqual([
    ["edit.outline-crosses", "outline"],
  ]);
  const taken = await edit({ kind: "add-zone", typed: { id: "z1", name: "西园" } });
  expect(taken.issues.map(({ code, at }) => [code, at.column])).toEqual([["edit.zone-id-taken", "id"]]);
  expect(await textsOf("z1")).toEqual(before);
});
