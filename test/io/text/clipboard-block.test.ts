import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlock, writeBlock } from "../../../src/io/text/clipboard-block.ts";

test("a block of a spreadsheet is its rows and cells; the line end behind it begins no row", () => {
  expect(readBlock("甲\t20\r\n乙\t\r\n")).toEqual([
    ["甲", "20"],
    ["乙", ""],
  ]);
  expect(readBlock("20\r\n")).toEqual([["20"]]);
  expect(readBlock("\r\n")).toEqual([[""]]);
  expect(readBlock("20\n\n")).toEqual([["20"], [""]]);
  expect(readBlock('"一号\n楼"\t"他说""好"""\r\n')).toEqual([["一号\n楼", '他说"好"']]);
});

test("quotes that do not pair are signs of the text, and lose no cell behind them", () => {
  expect(readBlock('"甲\t1\n乙\t2\n')).toEqual([
    ['"甲', "1"],
    ["乙", "2"],
  ]);
  expect(readBlock('5" 管\t1')).toEqual([['5" 管', "1"]]);
});

test("what begins like a formula stays text, on the way out guarded, and numbers stay numbers", () => {
  expect(readBlock("=1+1\t+86 10\t-甲\t@乙\n")).toEqual([["=1+1", "+86 10", "-甲", "@乙"]]);
  expect(writeBlock([["=1+1", "+86 10", "-甲", "@乙", "-1", "-1.5", "'=x"]])).toBe(
    "'=1+1\t'+86 10\t'-甲\t'@乙\t-1\t-1.5\t''=x\n",
  );
});

test("every block is read back as it was copied", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("", "=A1", "'=A1", "-1", "a\tb", "一\n二", '"', '"a"', "\r\n", "'"),
  );
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
  fc.assert(
    fc.property(block, (cells) => {
      expect(readBlock(writeBlock(cells))).toEqual(cells);
    }),
    { seed: 41, numRuns: 2000 },
  );
});
