import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, exact, ratio } from "../../../src/core/base/decimal.ts";
import { readDecimal } from "../../../src/core/base/read-decimal.ts";

test("numbers are read as people type them", () => {
  const typed = {
    "20": 20,
    " 0.5 ": 0.5,
    "２０．５": 20.5,
    "1,200": 1200,
    ".5": 0.5,
    "1e-7": 1e-7,
    "-3": -3,
  };
  for (const [text, value] of Object.entries(typed)) {
    expect(readDecimal(text), text).toEqual({ state: "number", value });
  }
});

test("what is no number is none, and an empty field is not zero", () => {
  expect(readDecimal("  ")).toEqual({ state: "empty" });
  for (const text of ["二十", "20m²", "1,2", ".", "-", "1e999", "NaN", "Infinity", "0x10", "1 000"]) {
    expect(readDecimal(text), text).toEqual({ state: "no-number" });
  }
});

test("more digits than a number keeps are refused, not rounded", () => {
  // 2⁵³ + 1 is the first whole number that a number cannot hold.
  expect(readDecimal("9007199254740993")).toEqual({ state: "too-long" });
  expect(readDecimal("0.10000000000000000001")).toEqual({ state: "too-long" });
  expect(readDecimal("1e-999")).toEqual({ state: "too-long" });
  expect(readDecimal("0.000")).toEqual({ state: "number", value: 0 });
});

test("law: a number of up to 15 digits is exactly what was typed", () => {
  const digits = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });
  fc.assert(
    fc.property(digits, fc.nat({ max: 15 }), (all, places) => {
      const text = `${all}`.padStart(places + 1, "0");
      const cut = text.length - places;
      const read = readDecimal(`${text.slice(0, cut)}.${text.slice(cut)}`);
      if (read.state !== "number") throw new Error(read.state);
      expect(compare(exact(read.value), ratio(all, 10n ** BigInt(places)))).toBe(0);
    }),
    { seed: 1, numRuns: 500 },
  );
});
