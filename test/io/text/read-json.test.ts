import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, readJson, UnreadableJson } from "../../../src/io/text/read-json.ts";

describe("a JSON text that is read in one way only", () => {
  it("is what the engine reads", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("", " ", "\n"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    [
      '{"a":1,\n  "a":2}',
      'line 2, column 3: the key "a" stands twice in one object. Leave out the wrong one.',
    ],
    ['[{"need":1,"n\\u0065ed":2}]', 'line 1, column 12: the key "need" stands twice'],
    [
      '{"a":{"b":1,"b":1},"a":1}',
      'line 1, column 13: the key "b" stands twice in one object. Leave out the wrong one. More such places: 1.',
    ],
    [
      "[1.00000000000000000001]",
      "line 1, column 2: 1.00000000000000000001 has more digits than are kept. Round it",
    ],
    ["[1,\n1e-400]", "line 2, column 1: 1e-400 has more digits than are kept"],
    ["", "line 1, column 1: the file breaks off here. Write it again, whole."],
    ['{"a":[1,\n', "line 2, column 1: the file breaks off here."],
    ['{"a":"x', "line 1, column 6: the file breaks off here."],
    ['{"a":1,}', "line 1, column 8: a key in quotation marks is missing here."],
    ["{a:1}", 'line 1, column 2: "a" means nothing here.'],
    ['{"a" 1}', "line 1, column 6: a colon is missing here."],
    ["[1 2]", "line 1, column 4: a comma or a closing bracket is missing here."],
    ["[1}", "line 1, column 3: a comma or a closing bracket is missing here."],
    [
      '{"a":\nNaN}',
      'line 2, column 1: "NaN" means nothing here. Write a number, a text in quotation marks, true, false or null.',
    ],
    ["[01]", "line 1, column 3: a comma or a closing bracket is missing here."],
    ["[1] [2]", "line 1, column 5: something stands behind the end."],
    ["// so\n[1]", "line 1, column 1: a comment is no JSON."],
    ['["a\nb"]', "line 1, column 2: a text is not closed."],
    ['["\\q"]', "line 1, column 2: what stands behind a backslash means nothing."],
    ["\u00a0[1]", "line 1, column 1: "],
    ["[".repeat(200_000), "line 1, column 1: this is no JSON."],
    [
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      "line 1, column 1: it is nested deeper than any file of ours.",
    ],
  ])("is refused with place and mend: %.40s", (text, sentence) => {
    expect(() => readJson(text)).toThrow(UnreadableJson);
    expect(() => readJson(text)).toThrow(sentence);
  });

  it("knows where a value stands, and where one is missing", () => {
    const text = '{"a":1,\n "b":[{"c":2},\n{"d":3}]}';
    expect(placeOf(text, ["b", 1, "d"])).toEqual({ line: 3, column: 6 });
    expect(placeOf(text, ["b", 1, "c"])).toEqual({ line: 3, column: 1 });
    expect(placeOf(text, ["e"])).toEqual({ line: 1, column: 1 });
  });
});
