import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableJson } from "../../../src/io/text/read-json.ts";
import { jsonList } from "../../../src/io/verify/json-list.ts";

/** The elements, and what stands beside their list. */
function read(text: string, size = 7): { readonly elements: unknown[]; readonly others: object } {
  const pieces = function* () {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  };
  const reading = jsonList(pieces(), "zones");
  const elements: unknown[] = [];
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { elements, others: step.value };
    elements.push(step.value);
  }
}

describe("a list inside a JSON file", () => {
  it("is what parsing the whole finds, wherever the pieces end and however it is laid out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.dictionary(
          fc.string().filter((name) => name !== "zones" && name !== "__proto__"),
          fc.jsonValue(),
        ),
        fc.constantFrom("", " ", "\n\t"),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (zones, others, space, size, isLast) => {
          const document = isLast ? { ...others, zones } : { zones, ...others };
          const text = `${space}${JSON.stringify(document, null, space)}${space}`;
          const { zones: elements, ...rest } = JSON.parse(text) as { zones: unknown[] };
          expect(read(text, size)).toEqual({ elements, others: rest });
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    "",
    "[]",
    "{}",
    '{"zone":[1]}',
    '{"zones":',
    '{"zones":[',
    '{"zones":[1',
    '{"zones":[1,]}',
    '{"zones":[,1]}',
    '{"zones":[1 2]}',
    '{"zones":[1]',
    '{"zones":[1}]',
    '{"zones":[1],}',
    '{"zones":[1]}]',
    '{"zones":{}}',
    '{"zones" [1]}',
    "{zones:[1]}",
    '{"zones":[{"a":1]]}',
    '{"zones":["a]}',
  ])("is refused where there is none: %s", (text) => {
    expect(() => read(text)).toThrow(UnreadableJson);
  });

  it.each([
    ['{"a":1,\n"zones":[1],\n "a":2}', 'line 3, column 2: the key "a" stands twice'],
    ['{"zones":[1],\n"zones":[2]}', 'line 2, column 1: the key "zones" stands twice'],
    ['{"zones":[{"a":1},\n{"b":1},\n{"b":1,  "b":2}]}', 'line 3, column 10: the key "b" stands twice'],
    ['{"zones":[0.1234567890123456789,\n2]}', "line 1, column 11: 0.1234567890123456789 has more digits"],
    ['{"zones":[{"a":1},\n{"b":x}]}', 'line 2, column 6: "x" means nothing here.'],
    ['{"zones":[1],\n2:3}', "line 2, column 1: a key in quotation marks is missing"],
  ])("is refused with its place, wherever the pieces end: %s", (text, sentence) => {
    for (const size of [1, 3, 7, 100]) expect(() => read(text, size)).toThrow(sentence);
  });
});
