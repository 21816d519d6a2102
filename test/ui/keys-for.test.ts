import { expect, test } from "vitest";
import { stepOf } from "../../src/ui/frame/keys-for.ts";

test("edits are taken back and done again by the keys of every system", () => {
  const pressed = (key: string, ctrl: boolean, shift: boolean) => stepOf({ key, ctrl, shift });
  expect(pressed("z", true, false)).toBe("undo");
  expect(pressed("Z", true, true)).toBe("redo");
  expect(pressed("y", true, false)).toBe("redo");
  // With caps lock.
  expect(pressed("Y", true, false)).toBe("redo");
  expect(pressed("Y", true, true)).toBeUndefined();
  expect(pressed("y", false, false)).toBeUndefined();
  expect(pressed("z", false, false)).toBeUndefined();
});
