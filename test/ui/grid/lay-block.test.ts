import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn, type Range, rangeBetween, sizeOf } from "../../../src/ui/grid/grid-range.ts";
import { layBlock } from "../../../src/ui/grid/lay-block.ts";

const SIZE = { rows: 6, columns: 5 };
const from = (row: number, column: number, rows = 1, columns = 1): Range =>
  rangeBetween({ row, column }, { row: row + rows - 1, column: column + columns - 1 });
const texts = (block: ReturnType<typeof layBlock>) =>
  block.cells.map(({ row, column, text }) => `${row}${column}${text}`);

test("a block begins in the chosen cell, whatever else is chosen", () => {
  const block = [
    ["a", "b"],
    ["c", "d"],
  ];
  const laid = layBlock(block, from(1, 2), SIZE);
  expect(texts(laid)).toEqual(["12a", "13b", "22c", "23d"]);
  expect(laid.covers).toEqual(from(1, 2, 2, 2));
  expect(texts(layBlock(block, from(1, 2, 3, 2), SIZE))).toEqual(texts(laid));
});

test("it fills what is whole blocks high and wide, one text all cells", () => {
  expect(texts(layBlock([["x"]], from(0, 0, 2, 2), SIZE))).toEqual(["00x", "01x", "10x", "11x"]);
  expect(texts(layBlock([["a"], ["b"]], from(0, 1, 4, 1), SIZE))).toEqual(["01a", "11b", "21a", "31b"]);
});

test("cells beyond the edge are counted, and those that a ragged row does not have are none", () => {
  const laid = layBlock([["a", "b"], ["c"], ["d", "e"]], from(4, 4), SIZE);
  expect(texts(laid)).toEqual(["44a", "54c"]);
  expect(laid.beyond).toBe(3);
  expect(laid.covers).toEqual(from(4, 4, 2, 1));
});

test("a block laid where it was taken from says each cell what it says already", () => {
  const place = fc.record({ row: fc.nat(5), column: fc.nat(4) });
  fc.assert(
    fc.property(place, place, (a, b) => {
      const range = rangeBetween(a, b);
      const { rows, columns } = sizeOf(range);
      const block = Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_, j) => `${range.top + i} ${range.left + j}`),
      );
      const laid = layBlock(block, range, SIZE);
      expect(laid.beyond).toBe(0);
      expect(laid.cells.map(({ row, column }) => ({ row, column }))).toEqual(placesIn(range));
      for (const { row, column, text } of laid.cells) expect(text).toBe(`${row} ${column}`);
    }),
    { seed: 3, numRuns: 300 },
  );
});
