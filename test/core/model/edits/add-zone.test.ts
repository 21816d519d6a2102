import { describe, expect, it } from "vitest";
import type { Polygon } from "../../../../src/core/geo/lng-lat.ts";
import type { AdminUnit } from "../../../../src/core/model/admin-unit.ts";
import { addZone } from "../../../../src/core/model/edits/add-zone.ts";
import { deleteZone } from "../../../../src/core/model/edits/delete-zone.ts";
import { value } from "../../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../../builders/rows.ts";

const square = (x: number, width: number): Polygon => [
  [east(x), east(x + width), east(x + width, width), east(x, width)],
];
const UNITS: readonly AdminUnit[] = [
  { id: "320302", name: "鼓楼区", level: "district" },
  { id: "320302001", name: "湖滨街道", level: "street", shape: [square(0, 2000)] },
  { id: "320302002", name: "北桥街道", level: "street", shape: [square(2000, 2000)] },
];
const PROJECT = aProject([aZone("z1", { street: "东街" })], [], { units: UNITS });

describe("adding a zone", () => {
  it("files it under the street that its outline lies in, and its code", () => {
    const place = { shape: [square(2500, 300)] };
    const patch = value(addZone(PROJECT, { zone: { id: "z2", name: "新村" }, place }));
    expect(patch.zones).toHaveLength(1);
    expect(patch.zones?.[0]?.before).toBeUndefined();
    expect(patch.zones?.[0]?.after).toMatchObject({
      ...{ id: "z2", name: "新村", street: "北桥街道", district: "鼓楼区", adminCode: "320302002" },
    });
  });

  it("keeps what was said of where it lies", () => {
    const said = { id: "z2", street: "湖滨街道", adminCode: "320302" };
    const patch = value(addZone(PROJECT, { zone: said, place: { shape: [square(2500, 300)] } }));
    expect(patch.zones?.[0]?.after).toMatchObject(said);
  });

  it("takes the code of its street where no unit tells, if the street has one", () => {
    const project = aProject([aZone("a", { street: "东街" }), aZone("b", { street: "西街" })], []);
    const codeIn = (street: string) =>
      value(addZone(project, { zone: { id: "z2", street } })).zones?.[0]?.after?.adminCode;
    expect(codeIn("东街")).toBe("320302");
    expect(codeIn("南街")).toBeUndefined();
  });

  it("is refused without an id, with one that is taken, and with numbers or an outline that cannot be", () => {
    const codes = (zone: Parameters<typeof addZone>[1]["zone"], place?: { shape: readonly Polygon[] }) =>
      addZone(PROJECT, { zone, place }).issues.map(({ code }) => code);
    expect(codes({ id: " " })).toEqual(["row.id-missing"]);
    expect(codes({ id: "z1" })).toEqual(["edit.zone-id-taken"]);
    expect(codes({ id: "z2", households: 1.5 })).toEqual(["edit.impossible-number"]);
    expect(codes({ id: "z2" }, { shape: [[[east(0), east(9)]]] })).toEqual(["edit.outline-too-few"]);
  });
});

describe("deleting a zone", () => {
  const project = aProject(
    [
      aZone("z1", { name: "东园", phases: [{ no: 1, facilities: ["f1"] }] }),
      aZone("z2", { name: "西园" }),
      aZone("z3"),
      aZone("西园"),
    ],
    [
      aFacility("f1", { name: "东站", zone: "z1" }),
      aFacility("f2", { zone: "z2", pooling: { zones: ["z1", "z2"] } }),
      aFacility("f3", { zone: "z3" }),
    ],
  );

  it("leaves its rooms to nobody: they name it still, by its name; what is lost is told", () => {
    const edit = deleteZone(project, { id: "z1" });
    const patch = value(edit);
    expect(patch.zones).toEqual([{ before: project.zones[0] }]);
    expect(patch.facilities?.map(({ after }) => [after?.id, after?.zone])).toEqual([["f1", "东园"]]);
    expect(edit.issues.map(({ code, facts }) => ({ code, ...facts }))).toEqual([
      { code: "edit.rooms-without-zone", count: 1, facilities: ["东站"] },
      { code: "edit.pool-without-zone", count: 1, facilities: ["f2"] },
      { code: "edit.phases-deleted", phases: 1 },
    ]);
  });

  it("never ties its rooms to another zone whose id is its name, and leaves a nameless one's as they are", () => {
    expect(value(deleteZone(project, { id: "z2" }))).not.toHaveProperty("facilities");
    expect(value(deleteZone(project, { id: "z3" }))).not.toHaveProperty("facilities");
  });

  it("never ties its rooms to another zone of its name, which a later import would take them for", () => {
    const twins = aProject(
      [aZone("z1", { name: "东园（一期）" }), aZone("z2", { name: "东园 一期" })],
      [aFacility("f1", { zone: "z1" })],
    );
    expect(value(deleteZone(twins, { id: "z1" }))).not.toHaveProperty("facilities");
  });

  it("tells nothing of a zone that nothing hangs on, and is refused of nobody", () => {
    expect(deleteZone(project, { id: "西园" }).issues).toEqual([]);
    expect(deleteZone(project, { id: "z9" }).issues.map(({ code }) => code)).toEqual(["edit.unknown-zone"]);
  });
});
