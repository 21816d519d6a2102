import fc from "fast-check";
import { expect, it } from "vitest";
import { sheetNames } from "../../../src/io/export/formats/sheet-names.ts";

it("names sheets as a workbook takes them", () => {
  expect(sheetNames(["小区 湖滨街道", "小区 湖滨街道", "A/B: [1]", "'x'", "", "a\tb"])).toEqual([
    "小区 湖滨街道",
    "小区 湖滨街道 2",
    "A B 1",
    "x",
    "-",
    "a b",
  ]);
  expect(sheetNames([`${"长".repeat(30)}𠮷`])).toEqual(["长".repeat(30)]);
});

it("keeps every name short, lawful and its own", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(..."湖aA[]:*?/\\' \n𠮷"), maxLength: 40 })),
      (wanted) => {
        const names = sheetNames(wanted);
        expect(names).toHaveLength(wanted.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u);
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});
