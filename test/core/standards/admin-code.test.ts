import { expect, test } from "vitest";
import { isOfficialCode, liesIn, meaningful } from "../../../src/core/standards/admin-code.ts";

test("levels of zeros at the end say nothing, a zero inside a level does", () => {
  expect(meaningful("320300")).toBe("3203");
  expect(meaningful("320300000000")).toBe("3203");
  expect(meaningful("320311001000")).toBe("320311001");
  // Yangzhou is 3210: the 10 is a prefecture, not a 1 and a zero.
  expect(meaningful("321000")).toBe("3210");
  expect(meaningful("320000")).toBe("32");
  expect(meaningful("320310")).toBe("320310");
  expect(meaningful("320302010")).toBe("320302010");
});

test("a place holds itself and what lies in it, and nothing else", () => {
  expect(liesIn("320311001002", "3203")).toBe(true);
  expect(liesIn("320300", "320300000000")).toBe(true);
  expect(liesIn("3203", "320311")).toBe(false);
  expect(liesIn("321302", "321000")).toBe(false);
  expect(liesIn("320311", "320310")).toBe(false);
});

test("what is no official code lies only in itself", () => {
  expect(["32", "3203", "320311", "320311001", "320311001002"].every(isOfficialCode)).toBe(true);
  expect(["", "3", "320", "32031", "32031100", "3203a1", "徐州", " 3203"].some(isOfficialCode)).toBe(false);
  expect(liesIn("demo-1", "demo-1")).toBe(true);
  expect(liesIn("demo-12", "demo-1")).toBe(false);
  expect(liesIn("", "")).toBe(false);
});
