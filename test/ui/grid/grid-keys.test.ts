import { expect, test } from "vitest";
import { deedOf } from "../../../src/ui/grid/grid-keys.ts";

const deed = (key: string, ctrl = false, shift = false) => deedOf({ key, ctrl, shift });

test("keys do what they do in spreadsheets, and letters alone are typed", () => {
  expect(["Enter", "F2", "Delete", "Backspace", "Escape"].map((key) => deed(key))).toEqual([
    ...["open", "open", "clear", "clear", "back"],
  ]);
  expect([deed("z", true), deed("Z", true, true), deed("y", true)]).toEqual(["undo", "redo", "redo"]);
  expect([deed("d", true), deed("a", true), deed(" ", true)]).toEqual([
    "fillDown",
    "chooseAll",
    "chooseColumns",
  ]);
  expect(deed(" ", false, true)).toBe("chooseRows");
  for (const key of ["z", "d", " ", "Process", "甲"]) expect(deed(key)).toBeUndefined();
  // Copying and pasting are left to the browser, which asks for the block then.
  for (const key of ["c", "x", "v"]) expect(deed(key, true)).toBeUndefined();
});
