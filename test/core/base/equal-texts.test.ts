import fc from "fast-check";
import { expect, test } from "vitest";
import { equalTexts } from "../../../src/core/base/equal-texts.ts";

const texts = fc.array(
  fc.option(fc.string({ maxLength: 2, unit: fc.constantFrom("a", "b", "湖") }), { nil: undefined }),
);

test("texts are grouped as comparing each with each groups them", () => {
  fc.assert(
    fc.property(texts, (list) => {
      const groups = new Map<string, number[]>();
      list.forEach((text, place) => {
        if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), place]);
      });
      const shared = [...groups.values()].filter((group) => group.length > 1);
      expect(new Set(equalTexts(list).map(String))).toEqual(new Set(shared.map(String)));
    }),
    { seed: 20_261_126, numRuns: 500 },
  );
});

test("texts of one hash are told apart", () => {
  // Found by trying: FNV-1a of 32 bits gives both the same.
  expect(equalTexts(["costarring", "liquid", "liquid"])).toEqual([[1, 2]]);
});
