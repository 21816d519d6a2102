import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Share } from "../../core/base/units.ts";
import { type Field, fieldsOf } from "../columns.ts";
import { systemInHeading } from "../crs/declared.ts";
import { type Matching, type Reading, SAMPLE_ROWS } from "../reading.ts";
import type { SourceBlock, SourceRow, SourceTable, SourceValue } from "../source-row.ts";

export type Cells = readonly string[];

/** Lines of a sheet or a separated text, from the first one on. */
export interface CellBlock {
  readonly lines: readonly Cells[];
  /** Of the table, with this block. */
  readonly share: Share;
  /** What makes the table unreadable from here on. */
  readonly refusal?: Issue;
}

/** The line that names the columns. */
export interface HeaderLine {
  readonly cells: Cells;
  /** The first line of a table is row 1. */
  readonly row: number;
  /** How many of its columns we know. */
  readonly known: number;
  /** The first lines below it. */
  readonly below: readonly Cells[];
}

/** Lines above the names of columns, such as a title, are so many at most. */
export const HEADER_LINES = 10;

/** Lines that `headerAmong` looks at: those, and what is shown of the rows below. */
export const TOP_LINES = HEADER_LINES + SAMPLE_ROWS;

/**
 * The line that names the columns: the one the user says, else among the first ones that with most columns we know, the
 * first of equals; `undefined` if all are empty.
 */
export function headerAmong(
  lines: readonly Cells[],
  { headerRow, columns }: Reading,
): HeaderLine | undefined {
  let found: HeaderLine | undefined;
  const candidates = headerRow === undefined ? lines.slice(0, HEADER_LINES) : lines.slice(0, headerRow);
  candidates.forEach((cells, i) => {
    const row = i + 1;
    if (isEmpty(cells) || (headerRow !== undefined && row !== headerRow)) return;
    const known = fieldsOf(cells, columns).fields.filter((field) => field !== undefined).length;
    if (found !== undefined && known <= found.known) return;
    const below = lines.slice(row).filter((line) => !isEmpty(line));
    found = { cells, row, known, below: below.slice(0, SAMPLE_ROWS) };
  });
  return found;
}

/**
 * A table of lines under their header. Empty lines are no rows; lines above the header, such as a title, are told and not
 * read. A row with more cells than the header has values that belong to no column, so nobody knows which are shifted: it
 * is broken. So is one in which two columns of one thing that decides do not say the same.
 */
export function cellTable(
  { cells, row, below }: HeaderLine,
  blocks: Iterable<CellBlock>,
  file: string,
  matched: Matching | undefined,
): Outcome<SourceTable> {
  const { fields, twice, rivals } = fieldsOf(cells, matched);
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
  const crs = systemInHeading(headings.get("lon") ?? "");
  return done({
    headings,
    unknownHeadings,
    sample: {
      headings: cells.map((heading) => heading.trim()),
      lines: below.map((line) => line.map((cell) => cell.trim())),
      headerRow: row,
    },
    ...(crs !== undefined && { crs }),
    issues: [
      ...(row === 1 ? [] : [issue("file.header-below", "note", { row }, { file, row })]),
      ...disputed.map(({ columns }) => issue("file.rival-columns", "note", { columns }, { file, row })),
    ],
    blocks: rowBlocks(blocks, file, { fields, row, disputed }),
  });
}

interface Columns {
  readonly fields: readonly (Field | undefined)[];
  /** Of their names. */
  readonly row: number;
  /** Columns of one thing that decides. */
  readonly disputed: readonly Rivals[];
}

interface Rivals {
  readonly places: readonly number[];
  readonly columns: readonly string[];
}

function* rowBlocks(blocks: Iterable<CellBlock>, file: string, columns: Columns): Generator<SourceBlock> {
  let row = 0;
  for (const { lines, share, refusal } of blocks) {
    if (refusal) {
      yield { rows: [], broken: [], share: 1, refusal };
      return;
    }
    const rows: SourceRow[] = [];
    const broken: Issue[] = [];
    for (const cells of lines) {
      row += 1;
      if (row <= columns.row || isEmpty(cells)) continue;
      const extra = cells.slice(columns.fields.length).filter((cell) => cell.trim() !== "").length;
      const differing = columns.disputed.find((rivals) => disagree(cells, rivals));
      if (extra > 0) broken.push(issue("row.too-many-cells", "error", { extra }, { file, row }));
      else if (differing !== undefined) broken.push(rivalCells(cells, differing, { file, row }));
      else rows.push({ row, values: valuesOf(cells, columns.fields) });
    }
    yield { rows, broken, share };
  }
}

function isEmpty(cells: Cells): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** An empty cell beside one that is filled in disagrees with it. */
function disagree(cells: Cells, { places }: Rivals): boolean {
  return new Set(places.map((i) => cellAt(cells, i))).size > 1;
}

function rivalCells(cells: Cells, { places, columns }: Rivals, at: Issue["at"]): Issue {
  const values = places.map((i) => cellAt(cells, i) || "—");
  return issue("row.rival-cells", "error", { columns, values }, at);
}

function cellAt(cells: Cells, place: number): string {
  return (cells[place] ?? "").trim();
}

function valuesOf(cells: Cells, fields: Columns["fields"]): Map<Field, SourceValue> {
  const values = new Map<Field, SourceValue>();
  cells.forEach((cell, i) => {
    const field = fields[i];
    const value = cell.trim();
    if (field !== undefined && value !== "") values.set(field, value);
  });
  return values;
}
