import type { CellValue, Sheet, Workbook } from "hucre/xlsx";
import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { type CellBlock, type Cells, cellTable, type HeaderLine, headerAmong } from "../cells/cell-table.ts";
import { fieldsOf } from "../columns.ts";
import type { SourceFile } from "../import-report.ts";
import type { Matching, Readings } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { entriesOf, isZip } from "./archive.ts";
import { type Format, isCalled, startsWith } from "./format.ts";
import { withMerged, withSpans } from "./merged-cells.ts";

/**
 * Workbooks: .xlsx, .ods and the old .xls, sheet by sheet. Formulas count by the value that was stored with them, numbers
 * with the fifteen digits that spreadsheets reckon with, dates as days. Sheets that are hidden are told and not read.
 */
export const workbook: Format = {
  recognises: (file) => isOld(file) || kindInZip(file) !== undefined,
  open: async (file, readings) => {
    const read = await readWorkbook(file);
    return read.ok ? tablesOf(read.value, file.name, readings) : read;
  },
};

function isOld(file: SourceFile): boolean {
  return startsWith(file, [0xd0, 0xcf, 0x11, 0xe0]);
}

function kindInZip(file: SourceFile): "xlsx" | "ods" | undefined {
  if (!isZip(file)) return undefined;
  const entries = entriesOf(file);
  const paths = new Set(entries.ok ? entries.value.map(({ path }) => path) : []);
  if (paths.has("xl/workbook.xml") || paths.has("xl/workbook.bin")) return "xlsx";
  return paths.has("content.xml") && paths.has("META-INF/manifest.xml") ? "ods" : undefined;
}

async function readWorkbook(file: SourceFile): Promise<Outcome<Workbook>> {
  const entries = isZip(file) ? entriesOf(file) : done([]);
  if (!entries.ok) return entries;
  for (const entry of entries.value) {
    // The reader takes a damaged part for what can be read of it.
    const part = entry.unpack();
    if (!part.ok) return part;
  }
  try {
    return done(await readerOf(file));
  } catch (error) {
    return refused(issue(whyUnread(file, error), "error", {}, { file: file.name }));
  }
}

function whyUnread(file: SourceFile, error: unknown): "file.locked" | "file.wps" | "file.damaged" {
  const named = error instanceof Error && error.name === "EncryptedFileError";
  // The names in a compound file; a workbook with a password is a packet in one.
  const locked = named || new TextDecoder("utf-16le").decode(file.bytes).includes("EncryptedPackage");
  if (locked) return "file.locked";
  return isCalled(file, "et", "wps", "doc") ? "file.wps" : "file.damaged";
}

async function readerOf(file: SourceFile): Promise<Workbook> {
  if (kindInZip(file) === "ods") return (await import("hucre/ods")).readOds(file.bytes);
  const { readXlsx, readXls } = await import("hucre/xlsx");
  return isOld(file) ? readXls(file.bytes) : readXlsx(file.bytes);
}

function tablesOf({ sheets }: Workbook, file: string, readings: Readings): Outcome<readonly SourceTable[]> {
  const tables: SourceTable[] = [];
  const hidden: Issue[] = [];
  const broken: Issue[] = [];
  for (const sheet of sheets) {
    const { lines, unsaved } = linesOf(sheet);
    const reading = readings(sheet.name);
    const header = headerAmong(lines, reading);
    if (header === undefined) continue;
    if (sheet.hidden || sheet.veryHidden) {
      hidden.push(issue("file.sheet-hidden", "note", { sheet: sheet.name }, { file }));
      continue;
    }
    const table = tableOf(sheet, lines, header, file, reading.columns);
    const told = unsaved > 0 ? [issue("file.formulas-unsaved", "warning", { cells: unsaved }, { file })] : [];
    if (table.ok) tables.push({ ...table.value, issues: [...table.value.issues, ...told] });
    else broken.push(...table.issues);
  }
  if (tables.length === 0 && broken.length > 0) return refused(...broken, ...hidden);
  return done(tables, [...broken, ...hidden]);
}

function tableOf(
  { name, merges = [] }: Sheet,
  lines: readonly Cells[],
  found: HeaderLine,
  file: string,
  matched: Matching | undefined,
): Outcome<SourceTable> {
  const header = withSpans(found, lines, merges);
  const { fields } = fieldsOf(header.cells, matched);
  const merged = withMerged(lines, merges, header, fields);
  const table = cellTable(header, blocksOf(merged.lines), file, matched);
  if (!table.ok || merged.filled === 0) return table.ok ? done({ ...table.value, part: name }) : table;
  const told = issue("file.merged-filled", "note", { cells: merged.filled }, { file });
  return done({ ...table.value, part: name, issues: [...table.value.issues, told] });
}

function* blocksOf(lines: readonly Cells[]): Generator<CellBlock> {
  for (let start = 0; start < lines.length; start += BLOCK) {
    const end = Math.min(lines.length, start + BLOCK);
    yield { lines: lines.slice(start, end), share: end / lines.length };
  }
}

/** Lines of a block. */
const BLOCK = 2000;

/** The texts of the cells, and how many formulas there are that were saved without what they give. */
function linesOf({ rows, cells }: Sheet): { readonly lines: readonly Cells[]; readonly unsaved: number } {
  const lines = Array.from(rows, (row: readonly CellValue[] | null | undefined) =>
    Array.from(row ?? [], textOf),
  );
  let unsaved = 0;
  for (const [place, { formula, formulaResult }] of cells ?? []) {
    if (formula === undefined || (formulaResult !== undefined && formulaResult !== null)) continue;
    const [row = 0, column = 0] = place.split(",").map(Number);
    const line = lines[row];
    // Nobody knows its value; its text is for the reader of the column to refuse.
    if (!line || (line[column] ?? "") !== "") continue;
    line[column] = `=${formula}`;
    unsaved += 1;
  }
  return { lines, unsaved };
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayOf(value);
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value);
}

/** A day, with its time where it has one. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return String(date);
  const [day = "", time = ""] = date.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 5)}`;
}
