import { expect, test } from "vitest";
import { columnsInView, drawnColumns } from "../../../src/ui/grid/columns-in-view.ts";
import { ledTo, nextCell } from "../../../src/ui/grid/grid-range.ts";

const SIZE = { rows: 100, columns: 10 };
const led = (key: string, ctrl = false) => ledTo({ row: 5, column: 4 }, { key, ctrl }, 20, SIZE);

test("keys lead to cells, with Ctrl to the end, and never beyond the edge", () => {
  expect(led("ArrowDown")).toEqual({ row: 6, column: 4 });
  expect(led("ArrowLeft", true)).toEqual({ row: 5, column: 0 });
  expect(led("PageUp")).toEqual({ row: 0, column: 4 });
  expect(led("PageDown")).toEqual({ row: 24, column: 4 });
  expect(led("Home")).toEqual({ row: 5, column: 0 });
  expect(led("End", true)).toEqual({ row: 99, column: 9 });
  expect(led("x")).toBeUndefined();
});

test("the next cell goes on in the next row, and out of the table at its ends", () => {
  expect(nextCell({ row: 0, column: 9 }, false, SIZE)).toEqual({ row: 1, column: 0 });
  expect(nextCell({ row: 1, column: 0 }, true, SIZE)).toEqual({ row: 0, column: 9 });
  expect(nextCell({ row: 0, column: 0 }, true, SIZE)).toBeUndefined();
  expect(nextCell({ row: 99, column: 9 }, false, SIZE)).toBeUndefined();
});

test("columns in view are drawn with two on either side, the first and the worked one always", () => {
  const widths = Array.from({ length: 20 }, () => 100);
  // 400 pixels, of which the first column covers 100: columns 6, 7 and 8 are seen.
  const view = columnsInView(widths, 500, 400);
  expect(view).toEqual({ from: 4, to: 10 });
  expect(drawnColumns(view, 15, 20)).toEqual([
    ...[{ at: 0 }, { at: 1, skipped: 3 }],
    ...[4, 5, 6, 7, 8, 9, 10].map((at) => ({ at })),
    ...[{ at: 11, skipped: 4 }, { at: 15 }, { at: 16, skipped: 4 }],
  ]);
  expect(columnsInView(widths, 0, 400)).toEqual({ from: 1, to: 5 });
  expect(drawnColumns({ from: 1, to: 19 }, -1, 20)).toHaveLength(20);
});
