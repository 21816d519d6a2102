import { describe, expect, it } from "vitest";
import { ratio } from "../../src/core/base/decimal.ts";
import {
  formatExact,
  formatGist,
  formatMetres,
  formatNumber,
  formatPoints,
  formatProvided,
  formatProvidedGist,
  formatQuantity,
  formatShare,
  gistOf,
  percentOf,
  plainLack,
  plainMetres,
  plainShare,
  readableArithmetic,
  roundedDown,
  roundedUp,
} from "../../src/i18n/numbers.ts";

describe("numbers as they are shown", () => {
  it("groups thousands, uses a true minus and drops trailing zeros", () => {
    expect(formatNumber(-4120.5)).toBe("−4,120.5");
    expect(formatNumber(1000)).toBe("1,000");
    expect(formatNumber(0.126)).toBe("0.13");
    expect([formatNumber(-0), formatNumber(-0.001), formatQuantity(0, "slot", "zh")]).toEqual([
      "0",
      "0",
      "0\u00a0个",
    ]);
  });

  it("sets the unit after a thin space, slots whole and rounded up", () => {
    expect(formatQuantity(4120.126, "m2", "zh")).toBe("4,120.13\u00a0m²");
    expect(formatQuantity(12.1, "slot", "zh")).toBe("13\u00a0个");
    expect(formatQuantity(12, "slot", "en")).toBe("12\u00a0slots");
  });

  it("shows a lack of a thousandth as 0.01, never as nothing, and 16.8 slots as 17", () => {
    expect(formatExact(ratio(1n, 1000n), "m2", "zh", false)).toBe("0.01\u00a0m²");
    expect(formatExact(ratio(168n, 10n), "slot", "zh", true)).toBe("17\u00a0个");
  });

  it("takes plain numbers elsewhere with no more digits than mean something, no lack made less", () => {
    expect([plainLack(4867.5300000001, "m2"), plainLack(0.001, "m2"), plainLack(0, "m2")]).toEqual([
      4867.53, 0.01, 0,
    ]);
    expect([plainLack(67.2, "slot"), plainLack(68.0000000001, "slot")]).toEqual([68, 68]);
    expect(plainLack(Number.NaN, "m2")).toBeNaN();
    expect([plainMetres(1197.3307395550578), plainMetres(Number.NaN)]).toEqual([1197.3, Number.NaN]);
    expect([plainShare(0.99999), plainShare(0.3), plainShare(1)]).toEqual([0.9999, 0.3, 1]);
  });

  it("never rounds up what is there: 199.99 m² stays below 200", () => {
    expect(formatProvided(ratio(19999n, 100n), "m2", "zh")).toBe("199.99\u00a0m²");
    expect(formatProvided(ratio(199999n, 1000n), "m2", "zh")).toBe("199.99\u00a0m²");
  });

  it("leaves decimals out of lists from 10 up", () => {
    expect(formatGist(731.91, "m2", "zh")).toBe("732\u00a0m²");
    expect(formatGist(0.01, "m2", "zh")).toBe("0.01\u00a0m²");
  });

  it("shows metres whole and kilometres with one decimal", () => {
    expect(formatMetres(615.4)).toBe("615\u00a0m");
    expect(formatMetres(12_440)).toBe("12.4\u00a0km");
  });

  it("never shows less than the whole as 100 %", () => {
    expect(formatShare(0.9999)).toBe("99\u00a0%");
    expect(formatShare(1)).toBe("100\u00a0%");
    expect(formatShare(0.29)).toBe("29\u00a0%");
    expect(formatShare(0.99999, 1)).toBe("99.9\u00a0%");
  });

  it("never shows a little as nothing, and as many decimals as were asked for", () => {
    // 27 ÷ 3071 = 0.0088
    expect(formatShare(27 / 3071)).toBe("0.8\u00a0%");
    expect([formatShare(0.0004), formatShare(0)]).toEqual(["<\u00a00.1\u00a0%", "0\u00a0%"]);
    expect([formatShare(0.95, 1), formatPoints(-3, 1)]).toEqual(["95.0\u00a0%", "−3.0"]);
  });

  it("tells the number that a gist shows, so that differences of what is shown add up", () => {
    expect([gistOf(28125.4, "m2"), gistOf(10530.6, "m2"), gistOf(9.126, "m2")]).toEqual([28125, 10531, 9.13]);
    expect([gistOf(12.1, "slot"), percentOf(0.03999, 1)]).toEqual([13, 3.9]);
  });

  it("shows a lack never less and what is given never more than it is, to the same two decimals", () => {
    expect([formatGist(4.4412, "m2", "zh"), formatProvidedGist(4.4488, "m2", "zh")]).toEqual([
      "4.45\u00a0m²",
      "4.44\u00a0m²",
    ]);
    expect([roundedUp(4.4412), roundedDown(4.4488), roundedUp(4.44), roundedDown(4.44)]).toEqual([
      4.45, 4.44, 4.44, 4.44,
    ]);
    expect([formatProvidedGist(12.6, "m2", "zh"), formatProvidedGist(12.6, "slot", "zh")]).toEqual([
      "12\u00a0m²",
      "12\u00a0个",
    ]);
    expect(formatProvidedGist(0.458, "slot", "zh")).toBe("0.45\u00a0个");
  });

  it("makes a line of arithmetic readable and leaves its signs and decimals", () => {
    expect(readableArithmetic("5939 ÷ 1000 × 10 = 59.39 → 60; 0 < 59.39")).toBe(
      "5,939 ÷ 1,000 × 10 = 59.39 → 60; 0 < 59.39",
    );
    // As beside the line: what is there is cut, what is asked for or lacked is rounded up.
    expect(
      readableArithmetic("≈1.869392…≈2.018 < 20.02104; 20.02104 − ≈1.869392 = ≈18.151648…≈21.093808 → 19…22"),
    ).toBe("≈1.86…≈2.01 < 20.02104; 20.02104 − ≈1.86 = ≈18.16…≈21.1 → 19…22");
    expect(readableArithmetic("≈0.679834 < 7.27632; ≈0.001239 < 2; 8 − ≈0.679834 = ≈7.320166")).toBe(
      "≈0.67 < 7.27632; ≈0.00124 < 2; 8 − ≈0.67 = ≈7.33",
    );
    expect(readableArithmetic("≈9803.775873 ÷ 662393 × 1000")).toBe("≈9,803.78 ÷ 662,393 × 1,000");
    expect(readableArithmetic("0.123456 × 1234567…≈0.00098765")).toBe("0.123456 × 1,234,567…≈0.000988");
  });
});
