import Papa from "papaparse";
import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { type Field, fieldsOf } from "../columns.ts";
import type { SourceBlock, SourceRow, SourceTable, SourceValue } from "../source-row.ts";

/**
 * A table with a header line, separated by comma, tab or semicolon. Empty lines are no rows; lines above the header,
 * such as a title, are told and not read. A row with more cells than the header has values that belong to no column, so
 * nobody knows which are shifted: it is broken. So is one in which two columns of one thing that decides do not say the
 * same. A quote that is written wrongly may swallow the rows behind it, so that none of the file can be trusted.
 */
export function readTable(text: string, file: string): Outcome<SourceTable> {
  const start = headerOf(text);
  if (start === undefined) return refused(issue("file.empty", "error", {}, { file }));
  const { cells, row, delimiter } = start;
  const { fields, twice, rivals } = fieldsOf(cells);
  if (twice !== undefined) {
    const place = { file, row, column: twice };
    return refused(issue("file.column-twice", "error", { column: twice }, place));
  }
  const headingsAt = (places: readonly number[]) => places.map((i) => (cells[i] ?? "").trim());
  const disputed = rivals.map((places) => ({ places, columns: headingsAt(places) }));
  const headings = new Map<Field, string>();
  const unknownHeadings = new Set<string>();
  cells.forEach((heading, i) => {
    const field = fields[i];
    if (field !== undefined) headings.set(field, heading.trim());
    else if (heading.trim() !== "") unknownHeadings.add(heading.trim());
  });
  return done({
    headings,
    unknownHeadings,
    issues: [
      ...(row === 1 ? [] : [issue("file.header-below", "note", { row }, { file, row })]),
      ...disputed.map(({ columns }) => issue("file.rival-columns", "note", { columns }, { file, row })),
    ],
    blocks: blocksOf(text, file, { fields, row, delimiter, disputed }),
  });
}

interface Header {
  readonly fields: readonly (Field | undefined)[];
  readonly row: number;
  readonly delimiter: string;
  /** Columns of one thing that decides. */
  readonly disputed: readonly Rivals[];
}

interface Rivals {
  readonly places: readonly number[];
  readonly columns: readonly string[];
}

/** The header among the first lines: the one with most columns that we know, the first of equals. */
function headerOf(text: string) {
  const top = text.slice(0, HEADER_SPAN);
  let found: { cells: readonly string[]; row: number; delimiter: string; known: number } | undefined;
  for (const delimiter of [",", "\t", ";"]) {
    const { data } = Papa.parse<string[]>(top, {
      delimiter,
      newline: newlineOf(text),
      preview: HEADER_LINES,
    });
    data.forEach((cells, i) => {
      if (cells.every((cell) => cell.trim() === "")) return;
      const known = fieldsOf(cells).fields.filter((field) => field !== undefined).length;
      if (found === undefined || known > found.known) found = { cells, row: i + 1, delimiter, known };
    });
  }
  return found;
}

const HEADER_SPAN = 1 << 18;
const HEADER_LINES = 10;

function* blocksOf(text: string, file: string, header: Header): Generator<SourceBlock> {
  let row = 0;
  let position = 0;
  for (const piece of piecesOf(text)) {
    const { data, errors } = Papa.parse<string[]>(piece, {
      delimiter: header.delimiter,
      newline: newlineOf(text),
    });
    const wrong = errors.find(({ type }) => type === "Quotes");
    if (wrong) {
      const place = { file, row: row + (wrong.row ?? 0) + 1 };
      yield { rows: [], broken: [], share: 1, refusal: issue("file.quotes", "error", {}, place) };
      return;
    }
    const rows: SourceRow[] = [];
    const broken: Issue[] = [];
    for (const cells of data) {
      row += 1;
      if (row <= header.row || cells.every((cell) => cell.trim() === "")) continue;
      const extra = cells.slice(header.fields.length).filter((cell) => cell.trim() !== "").length;
      const differing = header.disputed.find((rivals) => disagree(cells, rivals));
      if (extra > 0) broken.push(issue("row.too-many-cells", "error", { extra }, { file, row }));
      else if (differing !== undefined) broken.push(rivalCells(cells, differing, { file, row }));
      else rows.push({ row, values: valuesOf(cells, header.fields) });
    }
    position += piece.length;
    yield { rows, broken, share: Math.min(1, position / text.length) };
  }
}

/** An empty cell beside one that is filled in disagrees with it. */
function disagree(cells: readonly string[], { places }: Rivals): boolean {
  return new Set(places.map((i) => cellAt(cells, i))).size > 1;
}

function rivalCells(cells: readonly string[], { places, columns }: Rivals, at: Issue["at"]): Issue {
  const values = places.map((i) => cellAt(cells, i) || "—");
  return issue("row.rival-cells", "error", { columns, values }, at);
}

function cellAt(cells: readonly string[], place: number): string {
  return (cells[place] ?? "").trim();
}

function valuesOf(cells: readonly string[], fields: Header["fields"]): Map<Field, SourceValue> {
  const values = new Map<Field, SourceValue>();
  cells.forEach((cell, i) => {
    const field = fields[i];
    const value = cell.trim();
    if (field !== undefined && value !== "") values.set(field, value);
  });
  return values;
}

/** The text cut at line ends outside quotes, so that a large file can be watched and left. */
function* piecesOf(text: string): Generator<string> {
  const newline = newlineOf(text);
  let from = 0;
  let quotes = 0;
  let counted = 0;
  for (let end = text.indexOf(newline); end !== -1; end = text.indexOf(newline, end + 1)) {
    if (end - from < PIECE) continue;
    for (; counted < end; counted++) if (text.charCodeAt(counted) === QUOTE) quotes++;
    if (quotes % 2 === 1) continue;
    yield text.slice(from, end);
    from = end + 1;
  }
  if (from < text.length) yield text.slice(from);
}

/** Cells are trimmed, so the carriage return before a line feed does not matter. */
function newlineOf(text: string): "\n" | "\r" {
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

const PIECE = 1 << 20;
const QUOTE = 34;
