import { readFileSync } from "node:fs";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openTables } from "../../../src/io/open-tables.ts";
import { tables } from "../../builders/source-tables.ts";

async function bytesOf(...sheets: readonly WriteSheet[]) {
  return new Uint8Array(await writeXlsx({ sheets: [...sheets] }));
}

const opened = async (name: string, ...sheets: readonly WriteSheet[]) =>
  tables({ name, bytes: await bytesOf(...sheets) });

const REGISTER: WriteSheet = {
  name: "彭城街道",
  rows: [
    ["云龙区小区名册（2024年）", null, null, null, null, null],
    ["编号", "小区名称", "街道", "户数", "数据日期", "是否备案"],
    ["z1", "𠮷东园", "彭城街道", 1234, new Date(Date.UTC(2024, 2, 1)), true],
    ["z2", '=HYPERLINK("x")', null, "1,200", null, false],
    [null, null, null, null, null, null],
    ["z3", "西园", "子房街道", 199.99, null, null],
  ],
  merges: [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
    { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
  ],
};

describe("a workbook", () => {
  it("is read under the names of its columns, below its title, each cell as it is shown", async () => {
    const { parts } = await opened("a.xlsx", REGISTER);
    expect(parts).toEqual([
      {
        part: "彭城街道",
        issues: ["file.header-below", "file.merged-filled"],
        rows: [
          {
            ...{ row: 3, id: "z1", name: "𠮷东园", street: "彭城街道", households: "1234" },
            ...{ date: "2024-03-01", registered: "true" },
          },
          {
            ...{ row: 4, id: "z2", name: '=HYPERLINK("x")', street: "彭城街道", households: "1,200" },
            registered: "false",
          },
          { row: 6, id: "z3", name: "西园", street: "子房街道", households: "199.99" },
        ],
      },
    ]);
  });

  it("of the old format is read alike", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("./files/register.xls", import.meta.url)));
    const { parts } = await tables({ name: "register.xls", bytes });
    expect(parts.map(({ part, rows }) => [part, rows.length])).toEqual([
      ["云龙", 3],
      ["鼓楼", 1],
    ]);
    expect(parts[0]?.rows.slice(0, 2)).toEqual([
      {
        ...{ row: 3, id: "z1", name: "𠮷东园", street: "彭城街道", households: "1234" },
        ...{ date: "2024-03-01", lon: "117.2", lat: "34.26" },
      },
      {
        ...{ row: 4, id: "z2", name: '=HYPERLINK("x")', street: "彭城街道", households: "1,200" },
        ...{ lon: "117.1234567891", lat: "34.262" },
      },
    ]);
  });

  it("takes a number merged over several rows or columns for none of them, and a word for all", async () => {
    const merges = [
      { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
      { startRow: 3, startCol: 1, endRow: 3, endCol: 2 },
      { startRow: 1, startCol: 3, endRow: 3, endCol: 3 },
    ];
    const rows = [
      ["编号", "养老面积", "托育面积", "是否备案"],
      ["f1", 300, null, "是"],
      ["f2", null, null, null],
      ["f3", 500, null, null],
    ];
    const { parts } = await opened("a.xlsx", { name: "a", rows, merges });
    expect(parts[0]?.rows).toEqual([
      { row: 2, id: "f1", elderly_m2: "300（合并 2 格）", registered: "是" },
      { row: 3, id: "f2", elderly_m2: "300（合并 2 格）", registered: "是" },
      { row: 4, id: "f3", elderly_m2: "500（合并 2 格）", registered: "是" },
    ]);
    expect(parts[0]?.issues).toEqual(["file.merged-filled"]);
  });

  it("does not know which column a name merged over several names", async () => {
    const merges = [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }];
    const rows = [
      ["编号", "托位", null],
      [null, "规划", "实有"],
      ["f1", 60, 5],
    ];
    const { parts } = await opened("a.xlsx", { name: "a", rows, merges });
    expect(parts[0]?.rows).toEqual([{ row: 2 }, { row: 3, id: "f1" }]);
  });

  it("counts with the fifteen digits of a spreadsheet, and shows a formula that has no value", async () => {
    const cells = new Map([["1,1", { formula: "SUM(C1:C9)" }]]);
    const rows = [
      ["编号", "户数", "养老面积"],
      ["z1", null, 0.1 + 0.2],
      ["z2", 7, 1e21],
    ];
    const { parts } = await opened("a.xlsx", { name: "a", rows, cells });
    expect(parts[0]?.rows).toEqual([
      { row: 2, id: "z1", households: "=SUM(C1:C9)", elderly_m2: "0.3" },
      { row: 3, id: "z2", households: "7", elderly_m2: "1e+21" },
    ]);
  });

  it("gives each sheet that holds anything, and tells which are hidden", async () => {
    const rows = [
      ["编号", "户数"],
      ["z1", 5],
    ];
    const { parts, issues } = await opened(
      "a.xlsx",
      { name: "说明", rows: [["先填这一页"]] },
      { name: "甲街道", rows },
      {
        name: "乙街道",
        rows: [
          ["编号", "户数"],
          ["z2", 6],
        ],
      },
      { name: "字典", rows, hidden: true },
      { name: "Sheet3", rows: [] },
    );
    expect(parts.map(({ part }) => part)).toEqual(["说明", "甲街道", "乙街道"]);
    expect(issues).toEqual([["file.sheet-hidden", { sheet: "字典" }]]);
  });
});

describe("a workbook that cannot be read", () => {
  const codes = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    (await openTables({ name, bytes })).issues.map(({ code }) => code);

  it("is told: locked, cut off, changed, of another kind, or empty", async () => {
    const sound = await bytesOf(REGISTER);
    const encryption = { password: "x", spinCount: 1000 };
    const locked = new Uint8Array(await writeXlsx({ sheets: [REGISTER], encryption }));
    expect(await codes("a.xlsx", locked)).toEqual(["file.locked"]);
    expect(await codes("a.xlsx", sound.slice(0, sound.length / 2))).toEqual(["file.damaged"]);
    // In the middle of the packed rows.
    const middle = Math.floor(sound.length / 2);
    const changed = sound.map((byte, i) => (i === middle ? byte ^ 0xff : byte));
    expect(await codes("a.xlsx", changed)).toEqual(["file.damaged"]);
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(2000).fill(0)]);
    expect(await codes("a.xls", old)).toEqual(["file.damaged"]);
    expect(await codes("a.et", old)).toEqual(["file.wps"]);
    expect(await codes("a.xlsx", await bytesOf({ name: "Sheet1", rows: [] }))).toEqual(["file.empty"]);
  });
});
