import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  exact,
  minus,
  over,
  plus,
  ratio,
  roundUp,
  roundUpAt,
  times,
  toNumber,
} from "../../../src/core/base/decimal.ts";

const decimals = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => ({
    value: Number(`${digits}e-${scale}`),
    scaled: ratio(BigInt(digits), 10n ** BigInt(scale)),
  }));

describe("exact numbers", () => {
  it("are the decimal that was written: 384 − 383.9 is 0.1", () => {
    expect(toNumber(minus(exact(384), exact(383.9)))).toBe(0.1);
    expect(compare(exact(0.1 + 0.2), exact(0.3))).toBe(1);
    expect(exact(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
    expect(exact(1.5e-7)).toEqual(ratio(15n, 10n ** 8n));
  });

  it("round up for showing: 16.8 slots are 17, a lack of 0.001 m² is 0.01", () => {
    expect(roundUp(exact(16.8))).toBe(17);
    expect(roundUp(exact(17))).toBe(17);
    expect(roundUp(exact(-0.5))).toBe(0);
    expect(roundUpAt(exact(0.001), 2)).toBe(0.01);
    expect(roundUpAt(exact(32), 2)).toBe(32);
  });

  it("come back as the number they were made from", () => {
    fc.assert(
      fc.property(decimals, ({ value, scaled }) => {
        expect(compare(exact(value), scaled)).toBe(0);
        expect(toNumber(exact(value))).toBe(value === 0 ? 0 : value);
      }),
      { seed: 1 },
    );
  });

  it("are shown as the nearest number, however large or small", () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => Math.abs(x) > 1e-300);
    const near = fc.tuple(numbers, fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.constantFrom(-1n, 0n, 1n));
    fc.assert(
      fc.property(near, ([value, much, less]) => {
        const { numerator, denominator } = exact(value);
        expect(toNumber({ numerator, denominator })).toBe(value);
        const beside = {
          numerator: numerator * much * 10n ** 20n + less,
          denominator: denominator * much * 10n ** 20n,
        };
        expect(toNumber(beside)).toBe(value);
      }),
      { seed: 1 },
    );
    expect(toNumber(ratio(2n ** 53n + 1n, 2n ** 53n))).toBe(1);
    expect(toNumber(ratio(2n ** 54n + 2n ** 2n + 1n, 2n ** 54n))).toBe(1 + 2 ** -52);
    expect(toNumber(ratio(-1n, 3n))).toBe(-1 / 3);
  });

  it("keep the laws of arithmetic", () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, ({ scaled: a }, { scaled: b }, { scaled: c }) => {
        expect(compare(plus(a, b), plus(b, a))).toBe(0);
        expect(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
        expect(compare(plus(minus(a, b), b), a)).toBe(0);
        if (b.numerator !== 0n) expect(compare(times(over(a, b), b), a)).toBe(0);
      }),
      { seed: 1 },
    );
  });
});
