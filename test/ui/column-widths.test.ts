import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitColumns, headingWidth, namesWidth, widest } from "../../src/ui/tables/column-widths.ts";

describe("the columns that fill a list", () => {
  test("the first takes what the leading ones leave, and the others are as wide as they need", () => {
    // 120 + 90 + 90 = 300 fit into 340, another 90 do not: 40 are left for the first.
    expect(fitColumns([120, 90, 90, 90, 70], 340)).toEqual([160, 90, 90, 90, 70]);
    // All of them fit: the first takes the rest.
    expect(fitColumns([120, 90], 400)).toEqual([310, 90]);
    // Not even the first fits, or nothing is laid out yet.
    expect(fitColumns([120, 90], 100)).toEqual([120, 90]);
    expect(fitColumns([120, 90], 0)).toEqual([120, 90]);
  });

  test("some column ends where the list does, wherever one fits and more are there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 240 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 240, max: 1200 }),
        (needs, room) => {
          const widths = fitColumns(needs, room);
          const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
          expect(ends).toContain(room);
          for (const [at, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual(needs[at] ?? 0);
          // No more of them are beyond the edge than have to be.
          const shown = ends.indexOf(room) + 1;
          const next = needs.slice(0, shown + 1).reduce((sum, one) => sum + one, 0);
          expect(shown === needs.length || next > room).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });
});

test("names and headings get the room of their words", () => {
  // Five characters of 13 pixels, 16 before and 8 behind them.
  expect(namesWidth(["东园", "澄园国际城"])).toBe(5 * 13 + 24);
  expect(namesWidth(["东园"], 22)).toBe(2 * 13 + 24 + 22);
  expect(namesWidth(["一".repeat(40)])).toBe(176 + 24);
  // Six digits, as a code that stands for a name; a digit is set 7.2 pixels wide.
  expect(namesWidth(["320302"])).toBeGreaterThanOrEqual(6 * 7.2 + 24);
  expect(widest([])).toBe(0);
  // Three characters of 12 pixels, the arrow of 12, 8 on either side.
  expect(headingWidth("养老缺")).toBe(3 * 12 + 12 + 16);
  expect(headingWidth("Elderly short")).toBeLessThan(headingWidth("一".repeat(13)));
});
