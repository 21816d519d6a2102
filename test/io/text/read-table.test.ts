import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/io/text/decode-text.ts";
import { readTable } from "../../../src/io/text/read-table.ts";

function tableOf(text: string) {
  const table = readTable({ text, encoding: "utf-8" }, "t.csv", {});
  if (!table.ok) return { refused: table.issues.map(({ code, at }) => [code, at.row]) };
  const blocks = [...table.value.blocks];
  const { headings, unknownHeadings, issues } = table.value;
  return {
    headings: Object.fromEntries(headings),
    unread: [...unknownHeadings],
    issues: issues.map(({ code }) => code),
    rows: blocks.flatMap(({ rows }) => rows.map(({ row, values }) => [row, Object.fromEntries(values)])),
    broken: blocks.flatMap(({ broken }) => broken.map(({ code, at }) => [code, at.row])),
    refused: blocks.flatMap(({ refusal }) => (refusal ? [[refusal.code, refusal.at.row]] : [])),
  };
}

describe("a table", () => {
  it("is read under English and Chinese headings, with units in brackets, in any order of columns", () => {
    expect(tableOf("户数（户）, ID ,备注,lon\n100,z1,好,117.2\n")).toMatchObject({
      headings: { households: "户数（户）", id: "ID", lon: "lon" },
      unread: ["备注"],
      rows: [[2, { households: "100", id: "z1", lon: "117.2" }]],
    });
  });

  it.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
  ])("is parted by %s", (_name, mark) => {
    const text = [
      ["id", "name", "households"],
      ["z1", '"a,b;c\td"', "5"],
    ]
      .map((cells) => cells.join(mark))
      .join("\n");
    expect(tableOf(text).rows).toEqual([[2, { id: "z1", name: "a,b;c\td", households: "5" }]]);
  });

  it.each([
    ["line feeds", "\n"],
    ["carriage returns and line feeds", "\r\n"],
    ["carriage returns", "\r"],
  ])("has lines ended by %s, and numbers its rows as a spreadsheet does", (_name, end) => {
    // Row 3 is empty, row 4 holds a line break in quotes.
    const text = ["id,name", 'z1,"x"', ",", `z2,"two${end}lines"`, 'z3,"y"', ""].join(end);
    expect(tableOf(text).rows).toEqual([
      [2, { id: "z1", name: "x" }],
      [4, { id: "z2", name: `two${end}lines` }],
      [5, { id: "z3", name: "y" }],
    ]);
  });

  it("may have a title above its header, which is told", () => {
    expect(tableOf("宿城区养老机构一览表,,\n2023年,,\n编号,名称,床位\nf1,甲,30\n")).toMatchObject({
      issues: ["file.header-below"],
      rows: [[4, { id: "f1", name: "甲", beds: "30" }]],
    });
  });

  it("takes the plainer of two headings of one meaning, and refuses one heading twice", () => {
    expect(tableOf("序号,编号,名称\n1,f7,甲\n")).toMatchObject({
      rows: [[2, { id: "f7", name: "甲" }]],
      unread: ["序号"],
    });
    expect(tableOf("id,name,name\n1,a,b\n")).toEqual({ refused: [["file.column-twice", 1]] });
  });

  it("takes of two columns of a status what they say together, and breaks a row in which they contradict", () => {
    const register = [
      "编号,建设状态,运营状态",
      ...["f1,已建成,停业", "f2,已建,未运营", "f3,已建成,运营中", "f4,在建,未运营", "f5,停业,停业"],
      ...["f6,在建,运营中", "f7,已建成,", "f8,已建成,不详", "f9,在建,停业"],
    ];
    expect(tableOf(`${register.join("\n")}\n`)).toMatchObject({
      issues: ["file.two-statuses"],
      broken: [7, 8, 9, 10].map((row) => ["row.rival-cells", row]),
      rows: [
        [2, { id: "f1", status: "停业" }],
        [3, { id: "f2", status: "未运营" }],
        [4, { id: "f3", status: "已建成" }],
        [5, { id: "f4", status: "在建" }],
        [6, { id: "f5", status: "停业" }],
      ],
    });
  });

  it("uses a row in which two columns of one fact say the same, and breaks one in which they do not", () => {
    expect(tableOf("编号,户数,总户数\nz1,500,500\nz2,500,5000\nz3,500,\nz4,,\n")).toMatchObject({
      issues: ["file.rival-columns"],
      broken: [
        ["row.rival-cells", 3],
        ["row.rival-cells", 4],
      ],
      rows: [
        [2, { id: "z1", households: "500" }],
        [5, { id: "z4" }],
      ],
    });
  });

  it("keeps text that a spreadsheet would run as a formula", () => {
    expect(tableOf('id,name\nz1,"=HYPERLINK(""a"")"\nz2,@SUM(1)\n').rows).toEqual([
      [2, { id: "z1", name: '=HYPERLINK("a")' }],
      [3, { id: "z2", name: "@SUM(1)" }],
    ]);
  });

  it("breaks a row with more cells than columns, and reads the others", () => {
    expect(tableOf("id,name\nz1,a,b\nz2,c,,\nz3\n")).toMatchObject({
      broken: [["row.too-many-cells", 2]],
      rows: [
        [3, { id: "z2", name: "c" }],
        [4, { id: "z3" }],
      ],
    });
  });

  it("is refused where a quote is not closed or written wrongly, and where there is nothing", () => {
    expect(tableOf('id,name\nz1,a\nz2,"b\nz3,c\n').refused).toEqual([["file.quotes", 3]]);
    expect(tableOf('id,name\nz1,a\nz2,"x"y\nz3,"c"\n').refused).toEqual([["file.quotes", 3]]);
    expect(tableOf('id,name\nz1,5" pipe\n').rows).toEqual([[2, { id: "z1", name: '5" pipe' }]]);
    expect(tableOf(" \n\n").refused).toEqual([["file.empty", undefined]]);
  });

  it("reads a large file in pieces that no quote and no row is cut by", () => {
    const cell = `"${"x,\n".repeat(40)}"`;
    const lines = Array.from({ length: 30_000 }, (_, i) => `z${i},${cell}`);
    const table = readTable({ text: ["id,name", ...lines].join("\n"), encoding: "utf-8" }, "t.csv", {});
    if (!table.ok) throw new Error("refused");
    const blocks = [...table.value.blocks];
    expect(blocks.length).toBeGreaterThan(2);
    const rows = blocks.flatMap((block) => block.rows);
    expect(rows.length).toBe(30_000);
    expect(rows.every(({ row, values }, i) => row === i + 2 && values.get("id") === `z${i}`)).toBe(true);
    expect(blocks.map(({ share }) => share)).toEqual(
      blocks.map(({ share }) => share).toSorted((a, b) => a - b),
    );
  });
});

describe("the encoding", () => {
  const text = "编号,名称\nz1,龘靐齉\n";
  const decoded = (bytes: Uint8Array) => decodeText(bytes, "t.csv");

  it("is UTF-8, with or without a mark, or UTF-16 by its mark", () => {
    expect(decoded(new TextEncoder().encode(text))).toMatchObject({ value: { text } });
    expect(decoded(new TextEncoder().encode(`\uFEFF${text}`))).toMatchObject({ value: { text } });
    expect(decoded(Buffer.from(`\uFEFF${text}`, "utf16le"))).toMatchObject({ value: { text } });
    expect(decoded(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())).toMatchObject({ value: { text } });
  });

  it("is GB18030 where it is no UTF-8", () => {
    // 编号 · 小区: B1E0 BAC5, D0A1 C7F8 (GB 18030 two-byte codes)
    const bytes = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x0a, 0xd0, 0xa1, 0xc7, 0xf8]);
    expect(decoded(bytes)).toMatchObject({ value: { text: "编号\n小区", encoding: "gb18030" } });
  });

  it("is refused where it is neither, or no text", () => {
    expect(decoded(new Uint8Array([0x41, 0xff, 0xff]))).toMatchObject({ ok: false });
    expect(decoded(new Uint8Array([0x41, 0x00, 0x42]))).toMatchObject({ ok: false });
  });
});
