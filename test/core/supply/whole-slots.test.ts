import fc from "fast-check";
import { expect, it } from "vitest";
import { type Exact, exact, plus, ratio, toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import { wholeSlots } from "../../../src/core/supply/whole-slots.ts";

it("gives the slots that are over to the largest remainders, of equal ones to the first", () => {
  // 2.5 + 3.25 + 4.25 = 10: one is over after 2 + 3 + 4
  expect(wholeSlots([2.5, 3.25, 4.25].map(exact))).toEqual([3, 3, 4]);
  expect(wholeSlots([ratio(20n, 3n), ratio(20n, 3n), ratio(20n, 3n)])).toEqual([7, 7, 6]);
  // 0.4 + 0.4 = 0.8 is no slot
  expect(wholeSlots([exact(0.4), exact(0.4)])).toEqual([0, 0]);
  expect(wholeSlots([])).toEqual([]);
});

const parts = fc.array(
  fc.tuple(fc.bigInt(0n, 10_000n), fc.bigInt(1n, 60n)).map(([above, below]) => ratio(above, below)),
  { maxLength: 30 },
);

it("loses and invents none, moves each by less than one, and keeps their order", () => {
  fc.assert(
    fc.property(parts, (of: readonly Exact[]) => {
      const slots = wholeSlots(of);
      const sum = of.reduce(plus, ZERO);
      expect(slots.reduce((all, each) => all + each, 0)).toBe(Number(sum.numerator / sum.denominator));
      for (const [at, each] of of.entries())
        expect(Math.abs(toNumber(each) - (slots[at] ?? 0))).toBeLessThan(1);
      for (const [a, one] of of.entries()) {
        for (const [b, other] of of.entries()) {
          const isMore = one.numerator * other.denominator > other.numerator * one.denominator;
          if (isMore) expect(slots[a]).toBeGreaterThanOrEqual(slots[b] ?? 0);
        }
      }
      expect(wholeSlots(slots.map(exact))).toEqual(slots);
    }),
    { seed: 1, numRuns: 300 },
  );
});
