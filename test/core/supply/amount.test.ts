import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, exact, plus, ratio, ZERO } from "../../../src/core/base/decimal.ts";
import { amountOf, amountOfMillionths, exactSum } from "../../../src/core/supply/amount.ts";

/** Square metres as read, parts of pooled rooms, and millionths that a method of screening rounds to. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }).map((hundredths) => amountOf(exact(hundredths / 100))),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 9000n }), fc.bigInt({ min: 1n, max: 13n }))
    .map(([part, whole]) => amountOf(ratio(part, whole))),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(amountOfMillionths),
);

test("a sum is what adding the exact amounts one by one gives, and begins anew once it is taken", () => {
  fc.assert(
    fc.property(fc.array(fc.array(amounts, { maxLength: 12 }), { maxLength: 4 }), (zones) => {
      const sum = exactSum();
      for (const zone of zones) {
        for (const amount of zone) sum.add(amount);
        const slow = zone.reduce((total, { exact: each }) => plus(total, each), ZERO);
        expect(compare(sum.take(), slow)).toBe(0);
      }
    }),
    { seed: 1, numRuns: process.env.QUAN_LONG ? 20_000 : 1000 },
  );
});

test("a third and a third are two thirds", () => {
  const sum = exactSum();
  for (let i = 0; i < 2; i++) sum.add(amountOf(ratio(1n, 3n)));
  expect(compare(sum.take(), ratio(2n, 3n))).toBe(0);
});
