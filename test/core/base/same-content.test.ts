import fc from "fast-check";
import { expect, it } from "vitest";
import { canonical } from "../../../src/core/base/digest.ts";
import { sameContent } from "../../../src/core/base/same-content.ts";

/** Few names and values, so that equal ones are drawn often. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, -0, 1, "a", "", true, null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(tie("any"), fc.constant(undefined)), {
      maxKeys: 3,
    }),
  ),
})).any;

it("says of plain values what their canonical texts say", () => {
  let equal = 0;
  fc.assert(
    fc.property(value, value, (a, b) => {
      const same = canonical(a) === canonical(b);
      if (same) equal += 1;
      expect(sameContent(a, b)).toBe(same);
      expect(sameContent(a, structuredClone(a))).toBe(true);
    }),
    { seed: 5, numRuns: 3000 },
  );
  expect(equal).toBeGreaterThan(50);
});

it("does not mind the order of keys, and minds a member that is there or not", () => {
  expect(sameContent({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 })).toBe(true);
  expect(sameContent({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameContent({ a: 1 }, { a: 1, b: 0 })).toBe(false);
  expect(sameContent([], {})).toBe(false);
  expect(sameContent([1], [1, undefined])).toBe(false);
});

it("looks into columns and maps", () => {
  const columns = (...values: number[]) => ({ of: Float64Array.from(values) });
  expect(sameContent(columns(1, 2), columns(1, 2))).toBe(true);
  expect(sameContent(columns(1, 2), columns(1, 3))).toBe(false);
  expect(sameContent(columns(1), columns(1, 2))).toBe(false);
  expect(sameContent(Float64Array.of(1), Uint32Array.of(1))).toBe(false);
  expect(sameContent(Float64Array.of(1), [1])).toBe(false);
  const map = (...entries: (readonly [number, unknown])[]) => new Map(entries);
  expect(sameContent(map([1, { a: 1 }], [2, 0]), map([2, 0], [1, { a: 1 }]))).toBe(true);
  expect(sameContent(map([1, { a: 1 }]), map([1, { a: 2 }]))).toBe(false);
  expect(sameContent(map([1, 1]), map([2, 1]))).toBe(false);
  expect(sameContent(map(), {})).toBe(false);
  expect(sameContent({}, map())).toBe(false);
});
