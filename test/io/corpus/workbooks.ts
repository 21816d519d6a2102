import { type Corpus, gb, half, locked, patched, sound, utf8, xlsx, zip } from "./bytes.ts";
import { CELLS, FACILITIES, HEADINGS, ROWS, sheet, TWO } from "./rows.ts";

/** Workbooks, and files called so. */
export const workbooks: Corpus = {
  "titles.xlsx": xlsx({
    ...sheet([["徐州市小区名册"], [], ...CELLS]),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }],
  }),
  "merged-names.xlsx": xlsx({
    ...sheet([
      ["编号", "名称", "状态", "规模", null, "坐标", null],
      [null, null, null, "户数", "人口", "经度", "纬度"],
      ...ROWS,
    ]),
    merges: [
      { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
      { startRow: 0, startCol: 5, endRow: 0, endCol: 6 },
      { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
    ],
  }),
  "merged-street.xlsx": xlsx({
    ...sheet([
      [...HEADINGS, "街道"],
      [...(ROWS[0] ?? []), "彭城街道"],
      [...(ROWS[1] ?? []), null],
    ]),
    merges: [{ startRow: 1, startCol: 7, endRow: 2, endCol: 7 }],
  }),
  "text-numbers.xlsx": xlsx(sheet([HEADINGS, ["z1", "东园", "既有", "300", " 840 ", "117.2", "34.26"]])),
  "formulas.xlsx": xlsx({
    ...sheet(CELLS.map((row) => [...row])),
    cells: new Map([
      ["1,3", { formula: "150*2", formulaResult: 300 }],
      ["2,3", { formula: "SUM(D9:D10)" }],
    ]),
  }),
  "error-cell.xlsx": patched(CELLS, "<v>300</v>", "<v>#REF!</v>"),
  "hidden-sheet.xlsx": xlsx(sheet([HEADINGS, ROWS[0] ?? []], "东"), {
    ...sheet([HEADINGS, ROWS[1] ?? []], "西"),
    hidden: true,
  }),
  "sheet-names.xlsx": xlsx(
    sheet([HEADINGS, ROWS[0] ?? []], "=1+1"),
    sheet([HEADINGS, ROWS[1] ?? []], "..·..<b>"),
  ),
  "how-to.xlsx": xlsx(sheet([["填表说明"], ["先填小区"]], "说明"), sheet(CELLS)),
  "no-cells.xlsx": xlsx(sheet([])),
  "days.xlsx": xlsx(
    sheet(
      [
        [...FACILITIES.split(","), "日期"],
        ["f1", "甲站", "居家养老服务站", "运营", 120, null, 117.2, 34.26, new Date(Date.UTC(2024, 2, 1))],
      ],
      "设施",
    ),
  ),
  "locked.xlsx": locked(CELLS),
  "cut.xlsx": xlsx(sheet(CELLS)).then(half),
  "register.xls": sound("register.xls"),
  "cut.xls": half(sound("register.xls")),
  "workbook.csv": xlsx(sheet(CELLS)),
  "text.xlsx": gb(TWO),
  "page.xls": utf8(
    `<html><meta charset="utf-8"><table><tr><td>编号</td><td>户数</td></tr><tr><td>z1</td><td>300</td></tr></table></html>`,
  ),
  "xml.xls": utf8(
    '\uFEFF<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
  ),
  "archive.xls": utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n'),
  "register.et": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
  "letter.docx": zip({ "[Content_Types].xml": utf8("<Types/>"), "word/document.xml": utf8("<w:document/>") }),
};
