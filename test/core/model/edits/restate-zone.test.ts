import { expect, test } from "vitest";
import type { ZoneChange } from "../../../../src/core/model/edits/change-zone.ts";
import type { ZonePlace } from "../../../../src/core/model/edits/place-zone.ts";
import { restateZone } from "../../../../src/core/model/edits/restate-zone.ts";
import { value } from "../../../builders/outcomes.ts";
import { aProject, aZone, east } from "../../../builders/rows.ts";

const PROJECT = aProject([aZone("z1", { name: "东园" })], []);
const restate = (change: ZoneChange, place?: ZonePlace) => restateZone(PROJECT, { id: "z1", change, place });

test("what a zone is and where it lies are one row before and after", () => {
  const before = PROJECT.zones[0];
  const rows = (change: ZoneChange, place?: ZonePlace) => value(restate(change, place)).zones;
  const to = { at: east(500) };
  expect(rows({ name: "西园" }, to)).toEqual([{ before, after: { ...before, name: "西园", at: east(500) } }]);
  expect(rows({}, to)).toEqual([{ before, after: { ...before, at: east(500) } }]);
  expect(rows({ name: "西园" }, { at: east(0) })).toEqual([{ before, after: { ...before, name: "西园" } }]);
  expect(rows({ name: "西园" })).toEqual([{ before, after: { ...before, name: "西园" } }]);
});

test("is refused for either, and where nothing would be different", () => {
  const codes = (change: ZoneChange, place?: ZonePlace) =>
    restate(change, place).issues.map(({ code }) => code);
  expect(codes({ households: -1 }, { at: east(500) })).toEqual(["edit.impossible-number"]);
  expect(codes({ name: "西园" }, { shape: [] })).toEqual(["edit.outline-too-few"]);
  expect(codes({}, { at: east(0) })).toEqual(["edit.nothing-changed"]);
});
