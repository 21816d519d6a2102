import fc from "fast-check";
import { expect, test } from "vitest";
import type { CountedFacility } from "../../../src/core/analysis/evidence.ts";
import { inWholeSlots } from "../../../src/core/analysis/slots-given.ts";
import { plus, ratio, toNumber, ZERO } from "../../../src/core/base/decimal.ts";

const given = (amounts: readonly number[]): CountedFacility[] =>
  amounts.map((amount, at) => ({ facility: `F${at}`, kind: "C_NURSERY", amount, where: "circle" }) as never);

test("a slot in three thirds is one, at the first of those that give it", () => {
  const third = 1 / 3;
  const whole = inWholeSlots(given([third, third, third]), ratio(1n, 1n)).map((each) => each.whole);
  expect(whole).toEqual([1, 0, 0]);
});

test("of nothing there is nothing", () => {
  expect(inWholeSlots([], ZERO)).toEqual([]);
});

test("whole slots are all that there is, rounded down, each the next below or above", () => {
  const part = fc.record({ over: fc.bigInt(0n, 400n), under: fc.bigInt(1n, 97n) });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const exact = parts.map(({ over, under }) => ratio(over, under));
      const all = exact.reduce(plus, ZERO);
      const whole = inWholeSlots(given(exact.map(toNumber)), all).map((each) => each.whole ?? Number.NaN);
      expect(whole.reduce((sum, each) => sum + each, 0)).toBe(Number(all.numerator / all.denominator));
      whole.forEach((slots, at) => {
        expect(Math.abs(slots - toNumber(exact[at] ?? ZERO))).toBeLessThan(1);
      });
    }),
    { seed: 6, numRuns: 300 },
  );
});
