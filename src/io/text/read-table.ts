import Papa from "papaparse";
import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { type CellBlock, cellTable, type HeaderLine, headerAmong, TOP_LINES } from "../cells/cell-table.ts";
import { DELIMITERS, type Delimiter, type Reading, SAMPLE_ROWS } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import type { Decoded } from "./decode-text.ts";
import { unguarded } from "./formula-guard.ts";

/**
 * A table with a header line, separated by comma, tab or semicolon. A quote that is written wrongly may swallow the rows
 * behind it, so that none of the file can be trusted.
 */
export function readTable({ text, encoding }: Decoded, file: string, reading: Reading): Outcome<SourceTable> {
  const start = headerOf(text, reading);
  if (start === undefined) return refused(issue("file.empty", "error", {}, { file }));
  const { header, delimiter } = start;
  const table = cellTable(header, blocksOf(text, file, delimiter), file, reading.columns);
  if (!table.ok) return table;
  return done({ ...table.value, sample: { ...table.value.sample, text: { encoding, delimiter } } });
}

/** The header among the first lines, by the delimiter that makes most columns of it that we know. */
function headerOf(text: string, reading: Reading) {
  const top = text.slice(0, HEADER_SPAN);
  let found: { readonly header: HeaderLine; readonly delimiter: Delimiter } | undefined;
  for (const delimiter of reading.delimiter === undefined ? DELIMITERS : [reading.delimiter]) {
    const { data } = Papa.parse<string[]>(top, {
      delimiter,
      newline: newlineOf(text),
      preview: Math.max(TOP_LINES, (reading.headerRow ?? 0) + SAMPLE_ROWS),
    });
    const header = headerAmong(data, reading);
    if (header && (found === undefined || header.known > found.header.known)) found = { header, delimiter };
  }
  return found;
}

const HEADER_SPAN = 1 << 18;

function* blocksOf(text: string, file: string, delimiter: string): Generator<CellBlock> {
  let row = 0;
  let position = 0;
  for (const piece of piecesOf(text)) {
    const { data: lines, errors } = Papa.parse<string[]>(piece, { delimiter, newline: newlineOf(text) });
    const wrong = errors.find(({ type }) => type === "Quotes");
    if (wrong) {
      const place = { file, row: row + (wrong.row ?? 0) + 1 };
      yield { lines: [], share: 1, refusal: issue("file.quotes", "error", {}, place) };
      return;
    }
    row += lines.length;
    position += piece.length;
    if (piece.includes("'")) for (const cells of lines) unguard(cells);
    yield { lines, share: Math.min(1, position / text.length) };
  }
}

/** Takes off the apostrophes that keep text from running as a formula, as our own files have them. */
function unguard(cells: string[]): void {
  for (const [i, cell] of cells.entries()) if (cell.startsWith("'")) cells[i] = unguarded(cell);
}

/** The text cut at line ends outside quotes, so that a large file can be watched and left. */
function* piecesOf(text: string): Generator<string> {
  const newline = newlineOf(text);
  let from = 0;
  let quotes = 0;
  let nextQuote = text.indexOf('"');
  for (let end = text.indexOf(newline); end !== -1; end = text.indexOf(newline, end + 1)) {
    if (end - from < PIECE) continue;
    for (; nextQuote !== -1 && nextQuote < end; nextQuote = text.indexOf('"', nextQuote + 1)) quotes++;
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

const PIECE = 1 << 18;
