import type { CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import type { Work } from "../../../core/base/work.ts";
import type { Cell } from "../csv.ts";
import type { AboutWords } from "../export-words.ts";
import type { CellFormat, ExportColumn, ExportRow, ExportTable } from "../tables/export-table.ts";
import type { ExportFormat, Written } from "./export-format.ts";
import { sheetNames } from "./sheet-names.ts";
import { sheetText } from "./sheet-text.ts";

/**
 * A workbook (.xlsx): a sheet for each table, or for each 街道 of it; then one that says what it is of. Numbers are
 * numbers, text is text whatever it begins with, so that none of it runs.
 */
export const workbookFile: ExportFormat = {
  extension: "xlsx",
  together: true,
  mostCells: 4_000_000,
  write: async (tables, how, drive) => written(await drive(sheetsOf(tables, how))),
};

/** A sheet of cells by column, below its headings. */
export interface PlainSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A workbook of such sheets, in order, as that of tables is. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(sheets.map(({ name }) => name));
  return written(
    sheets.map(({ columns, rows }, at) => ({
      name: names[at] ?? "",
      ...sheetOf(
        columns,
        rows.map((cells) => lineOf({ cells })),
      ),
    })),
  );
}

async function written(sheets: WriteSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import("hucre/xlsx");
  // Without a day of its own the library would write that of the machine.
  const bytes = await writeXlsx({ sheets, properties: { created: NO_DAY, modified: NO_DAY } });
  return new Uint8Array(bytes);
}

const NO_DAY = new Date(Date.UTC(2000, 0, 1));

function* sheetsOf(tables: readonly ExportTable[], how: Written): Work<WriteSheet[]> {
  const { words, about } = how;
  const total = Math.max(
    1,
    tables.reduce((sum, { length }) => sum + length, 0),
  );
  const parts: { readonly name: string; readonly sheet: Omit<WriteSheet, "name"> }[] = [];
  let taken = 0;
  for (const table of tables) {
    const title = words.tables[table.name];
    const groups = new Map<string, CellValue[][]>();
    for (const row of table.rows()) {
      const name = how.byStreet.has(table.name) ? `${title} ${row.street ?? words.noStreet}` : title;
      const lines = groups.get(name);
      const line = lineOf(row);
      if (lines) lines.push(line);
      else groups.set(name, [line]);
      taken += 1;
      if (taken % STEP === 0) yield { part: "write", share: taken / total };
    }
    if (groups.size === 0) groups.set(title, []);
    for (const [name, lines] of groups) {
      for (let from = 0; from === 0 || from < lines.length; from += MOST_ROWS) {
        parts.push({ name, sheet: sheetOf(table.columns, lines.slice(from, from + MOST_ROWS)) });
      }
    }
  }
  parts.push({ name: words.about.sheet, sheet: aboutSheet(words.about, about) });
  const names = sheetNames(parts.map(({ name }) => name));
  return parts.map(({ sheet }, at) => ({ name: names[at] ?? "", ...sheet }));
}

/** Rows between two breaths. */
const STEP = 2000;
/** A sheet has no more lines, its heading among them. */
const MOST_ROWS = 1_048_575;

function sheetOf(columns: readonly ExportColumn[], lines: CellValue[][]): Omit<WriteSheet, "name"> {
  return {
    columns: columns.map(({ heading, format }, at) => ({
      width: widthOf(heading, format, lines, at),
      style: { numFmt: FORMATS[format], ...(format === "long" && { alignment: WRAPPED }) },
    })),
    rows: [columns.map(({ heading }) => heading), ...lines],
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${letterOf(columns.length - 1)}${lines.length + 1}` },
    cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEAD }])),
  };
}

function aboutSheet(words: AboutWords, lines: Written["about"]): Omit<WriteSheet, "name"> {
  return {
    columns: [{ width: 18 }, { width: 90, style: { alignment: WRAPPED } }],
    rows: [[words.what, words.said], ...lines.map(({ what, said }) => [what, sheetText(said)])],
    freezePane: { rows: 1 },
    cells: new Map([0, 1].map((at) => [`0,${at}`, { style: HEAD }])),
  };
}

function lineOf({ cells }: ExportRow): CellValue[] {
  return cells.map((cell: Cell) => {
    if (typeof cell === "string") return sheetText(cell);
    return cell === undefined || !Number.isFinite(cell) ? null : cell;
  });
}

const WRAPPED = { wrapText: true, vertical: "top" } as const;
const HEAD: CellStyle = {
  font: { bold: true, size: 11, name: "Calibri" },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE8ECF1" } },
  alignment: { wrapText: true, vertical: "center" },
};

const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: "@",
  long: "@",
  count: "#,##0",
  amount: "#,##0.00",
  money: "#,##0.00####",
  mixed: "General",
  share: "0.0%",
  year: "0",
  degrees: "0.000000###",
};

/** Characters of a column, by its heading and its first rows; Chinese ones take twice the room. */
function widthOf(heading: string, format: CellFormat, lines: readonly CellValue[][], at: number): number {
  if (format === "long") return 60;
  const shown = lines.slice(0, SAMPLE).map((line) => roomOf(String(line[at] ?? "")));
  const most = format === "text" ? 40 : 14;
  return Math.max(8, Math.min(most, Math.max(roomOf(heading) / 2, ...shown)) + 2);
}

const SAMPLE = 200;

function roomOf(text: string): number {
  let room = 0;
  for (const letter of text) room += letter.charCodeAt(0) < 0x2000 ? 1 : 2;
  return room;
}

/** A to Z, AA to ZZ. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${letterOf(Math.floor(column / 26) - 1)}${letter}`;
}
