import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRows, orderRows } from "../../src/ui/tables/order.ts";

const rows = (...list: number[]) => Uint32Array.from(list);

describe("ordering rows", () => {
  it("puts unknown values last, whichever way it sorts, and keeps the order of equal ones", () => {
    const values = [3, Number.NaN, 7, 3];
    const value = (row: number) => values[row] ?? Number.NaN;
    expect([...orderRows(rows(0, 1, 2, 3), { value }, true, "zh")]).toEqual([2, 0, 3, 1]);
    expect([...orderRows(rows(0, 1, 2, 3), { value }, false, "zh")]).toEqual([0, 3, 2, 1]);
  });

  it("sorts Chinese names by pinyin: 北 before 湖 before 铁", () => {
    const words = ["铁西街道", "北桥街道", "湖滨街道"];
    expect([...orderRows(rows(0, 1, 2), { words }, false, "zh")]).toEqual([1, 2, 0]);
  });

  it("never loses or doubles a row", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double(), fc.constant(Number.NaN))),
        fc.boolean(),
        (values, descending) => {
          const all = Uint32Array.from(values, (_, row) => row);
          const ordered = orderRows(all, { value: (row) => values[row] ?? Number.NaN }, descending, "en");
          expect([...ordered].sort((a, b) => a - b)).toEqual([...all]);
          const known = [...ordered].map((row) => values[row] ?? 0).filter((value) => !Number.isNaN(value));
          known.reduce(
            (before, value) => {
              expect(descending ? before >= value : before <= value).toBe(true);
              return value;
            },
            descending ? Infinity : -Infinity,
          );
        },
      ),
      { seed: 1 },
    );
  });
});

describe("finding rows", () => {
  it("looks in every column, whatever the case, and finds all for blanks", () => {
    const names = ["Lake Court", "铁西花园"];
    const streets = ["湖滨街道", "铁西街道"];
    expect([...findRows(2, "lake", names, streets)]).toEqual([0]);
    expect([...findRows(2, "街道", names, streets)]).toEqual([0, 1]);
    expect([...findRows(2, "  ", names)]).toEqual([0, 1]);
    expect([...findRows(2, "没有", names)]).toEqual([]);
  });
});
