import { expect, test } from "vitest";
import { typedRowsPatch } from "../../../src/io/typed/typed-rows.ts";
import { writtenRowOf, writtenTable } from "../../../src/io/typed/written-table.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const F1 = aFacility("f1", { name: "甲站", ...elderlyRooms(60), unread: ["storey"] });
const F2 = aFacility("f2", { name: "乙站", beds: 20 });
const PROJECT = aProject([aZone("z1")], [F1, F2]);

function told(rows: Parameters<typeof typedRowsPatch>[1]["rows"]) {
  const outcome = typedRowsPatch(PROJECT, { table: "facilities", rows });
  return outcome.issues.map(({ code, at }) => [code, at.id, at.column]);
}

test("a block is one patch in the order of ids, whatever the order of its rows", () => {
  const patch = value(
    typedRowsPatch(PROJECT, {
      table: "facilities",
      rows: [
        { id: "f2", typed: { beds: "30张", street: "湖滨街道" } },
        { id: "f1", typed: { elderly_m2: "90", storey: "B1" } },
      ],
    }),
  );
  const { unread: _unread, ...read } = F1;
  expect(patch).toEqual({
    facilities: [
      { before: F1, after: { ...read, ...elderlyRooms(90), storey: -1 } },
      { before: F2, after: { ...F2, beds: 30, street: "湖滨街道" } },
    ],
  });
});

test("each cell that cannot be as typed is told by row and column, and the others are left to be changed", () => {
  expect(told([{ id: "f1", typed: { elderly_m2: "约90", beds: "-2", slots: "30" } }])).toEqual([
    ["value.estimate", "f1", "elderly_m2"],
    ["value.out-of-range", "f1", "beds"],
  ]);
  expect(told([{ id: "f2", typed: { zone: "z9", beds: "1" } }])).toEqual([
    ["edit.unknown-zone", "f2", "zone"],
  ]);
  expect(told([{ id: "f2", typed: { kind: "", name: "x" } }])).toEqual([["row.kind-missing", "f2", "kind"]]);
  expect(told([{ id: "f2", typed: { id: "f3", name: "x" } }])).toEqual([["edit.id-fixed", "f2", "id"]]);
  expect(told([{ id: "f2", typed: { id: " f2 ", name: "x" } }])).toEqual([]);
  expect(told([{ id: "f9", typed: { name: "x" } }])).toEqual([["edit.unknown-facility", "f9", "name"]]);
});

test("one of two degrees that is wrong keeps the other from moving the row", () => {
  const outcome = typedRowsPatch(PROJECT, {
    table: "facilities",
    rows: [{ id: "f1", typed: { lon: "117.3", lat: "x", beds: "1" } }],
  });
  expect(outcome.issues.map(({ at }) => at.column)).toEqual(["lon", "lat"]);
  expect(value(outcome).facilities?.[0]?.after).toEqual({ ...F1, beds: 1 });
});

test("a block that says what there is already is no edit", () => {
  const outcome = typedRowsPatch(PROJECT, {
    table: "facilities",
    rows: [{ id: "f2", typed: { beds: "20" } }],
  });
  expect(outcome.ok).toBe(false);
  expect(outcome.issues.map(({ code }) => code)).toEqual(["edit.nothing-changed"]);
});

test("rows are given as texts by column, each word once, with what nobody could read", () => {
  const table = writtenTable(PROJECT, "facilities", ["f2", "f9", "f1"]);
  expect(table.ids).toEqual(["f2", "f1"]);
  expect(table.columns.find(({ field }) => field === "kind")?.words).toEqual(["", "E_COMM_CENTRE"]);
  expect(writtenRowOf(table, 0).texts).toMatchObject({ id: "f2", name: "乙站", beds: "20" });
  expect(writtenRowOf(table, 1)).toMatchObject({ texts: { elderly_m2: "60" }, unread: ["storey"] });
  expect(writtenRowOf(table, 0).unread).toEqual([]);
});
