import { expect, test } from "vitest";
import { newId } from "../../../src/platform/browser/new-id.ts";

test("rows that are added at two places do not get one id", () => {
  const ids = Array.from({ length: 1000 }, () => newId([]));
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => /^new-[2-9a-z]{6}$/.test(id))).toBe(true);
});
