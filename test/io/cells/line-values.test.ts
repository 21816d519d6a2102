import { expect, test } from "vitest";
import { LineValues, placesOf } from "../../../src/io/cells/line-values.ts";

test("a line holds its cells trimmed, under the columns that we know, without those that are empty", () => {
  const places = placesOf(["id", undefined, "name", "street", "slots"]);
  const values = new LineValues([" f1 ", "of no column", "\u200b托育\u200b", "　"], places);
  expect([...values]).toEqual([
    ["id", "f1"],
    ["name", "托育"],
  ]);
  expect(values.has("name")).toBe(true);
  for (const field of ["street", "slots", "kind"] as const) {
    expect(values.has(field)).toBe(false);
    expect(values.get(field)).toBeUndefined();
  }
});
