import { expect, test } from "vitest";
import { outlineOf } from "../../src/app/derived/outline-of.ts";
import type { Polygon } from "../../src/core/geo/lng-lat.ts";
import { polygonColumns } from "../../workers/views/columns.ts";
import { east } from "../builders/rows.ts";

const ring = (x: number, width: number) => [east(x), east(x + width), east(x, width)];

test("the outline of a row is what the row says, with its holes and parts, whatever stands around it", () => {
  const shapes: readonly (readonly Polygon[] | undefined)[] = [
    [[ring(0, 50)]],
    undefined,
    [[ring(100, 90), ring(110, 20), ring(140, 10)], [ring(300, 5)]],
    [[[...ring(400, 9), east(395, 4)]]],
  ];
  const columns = polygonColumns(shapes, (shape) => shape);
  expect(shapes.map((_, row) => outlineOf(columns, row))).toEqual(shapes);
});
