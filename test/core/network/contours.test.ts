import { describe, expect, it } from "vitest";
import { contoursOf } from "../../../src/core/network/contours.ts";

/** Rows as they are seen on paper, the northernmost first. */
function fieldOf(...rows: readonly (readonly number[])[]) {
  const values = Float64Array.from(rows.toReversed().flat());
  return { left: -1, bottom: 10, width: rows[0]?.length ?? 0, height: rows.length, values };
}

describe("contours", () => {
  it("run counter-clockwise around what is low, straight between nodes", () => {
    const field = fieldOf([4, 4, 4], [4, 0, 4], [4, 4, 4]);
    expect(contoursOf(field, 1)).toEqual([
      [
        { x: -0.25, y: 11 },
        { x: 0, y: 10.75 },
        { x: 0.25, y: 11 },
        { x: 0, y: 11.25 },
      ],
    ]);
  });

  it("part two low nodes that meet across a corner, unless the middle between them is low", () => {
    const saddle = (high: number) => fieldOf([9, 9, 9, 9], [9, high, 0, 9], [9, 0, high, 9], [9, 9, 9, 9]);
    expect(contoursOf(saddle(3), 1)).toHaveLength(2);
    expect(contoursOf(saddle(1.5), 1)).toHaveLength(1);
  });

  it("are none of a field that is all high, and hold no corner twice", () => {
    expect(contoursOf(fieldOf([1, 1], [1, 1]), 1)).toEqual([]);
    const field = fieldOf([2, 2, 2, 2], [2, 0, 1, 2], [2, 0, 0, 2], [2, 2, 2, 2]);
    const corners = contoursOf(field, 1)
      .flat()
      .map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(corners.length);
    expect(corners).toContain("1 12");
  });
});
