import fc from "fast-check";
import { expect, test } from "vitest";
import { withWordsPacked, withWordsUnpacked } from "../../workers/packed-words.ts";

const law = { seed: 20_261_126, numRuns: 100 };

/** As long as is packed, of words that recur or of many, some of them empty or not known. */
const list = fc
  .tuple(fc.array(fc.option(fc.string({ maxLength: 4 }), { nil: undefined }), { minLength: 1 }), fc.boolean())
  .map(([words, isMany]) =>
    Array.from({ length: 1500 }, (_, row) => {
      const word = words[row % words.length];
      return isMany && word !== undefined ? `${word}${row}` : word;
    }),
  );

test("what is packed is as it was, once it is copied and unpacked", () => {
  fc.assert(
    fc.property(list, fc.anything(), (words, other) => {
      const message = { of: { words, numbers: new Float64Array([1, Number.NaN]) }, other, short: ["a", ""] };
      const copied = structuredClone(message);
      expect(withWordsUnpacked(structuredClone(withWordsPacked(message)))).toEqual(copied);
    }),
    law,
  );
});

test("a long list of words travels as a few numbers and one text, and nothing else is touched", () => {
  const ids = Array.from({ length: 2000 }, (_, row) => `f${row}`);
  const kinds = ids.map((_, row) => (row % 2 === 0 ? "E_MEAL" : "C_HOME"));
  const rows = [{ id: "a" }];
  const packed = withWordsPacked({ view: { ids, kinds }, rows }) as unknown as {
    readonly view: { readonly ids: { readonly text: string }; readonly kinds: { readonly words: string[] } };
    readonly rows: unknown;
  };
  expect(packed.view.ids.text).toBe(ids.join(""));
  expect(packed.view.kinds.words).toEqual(["E_MEAL", "C_HOME"]);
  expect(packed.rows).toBe(rows);
});

test("a member that is called as the packing is stays what it is", () => {
  const message = { packed: "few", words: ["a"], rows: [0] };
  expect(withWordsUnpacked(structuredClone(withWordsPacked(message)))).toEqual(message);
});
