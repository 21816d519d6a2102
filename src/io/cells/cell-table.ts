import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Share } from "../../core/base/units.ts";
import { type Field, fieldsOf } from "../columns.ts";
import { systemInHeading } from "../crs/declared.ts";
import { type Matching, type Reading, SAMPLE_ROWS } from "../reading.ts";
import type { SourceBlock, SourceRow, SourceTable } from "../source-row.ts";
import { LineValues, placesOf } from "./line-values.ts";
import { oneStatus } from "./one-status.ts";
import { trimmed } from "./trimmed.ts";

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
  /** The first line of a table is row 1; 0 where no line names the columns. */
  readonly row: number;
  /** Whether the line above names columns too: those of groups, and those that the lower line leaves out. */
  readonly isJoined: boolean;
  /** How many of its columns we know. */
  readonly known: number;
  /** The first lines below it, and which rows they are. */
  readonly below: readonly Line[];
}

interface Line {
  readonly cells: Cells;
  readonly row: number;
}

/** Lines above the names of columns, such as a title, are so many at most. */
export const HEADER_LINES = 10;

/** Lines that `headerAmong` looks at: those, and what is shown of the rows below. */
export const TOP_LINES = HEADER_LINES + SAMPLE_ROWS;

/**
 * The line that names the columns: the one the user says (0: none does), else among the first ones that with most columns we know, the
 * first of equals; `undefined` if all are empty. Two lines are one where they know more together than each of them, as
 * those of a heading merged over its columns.
 */
export function headerAmong(
  lines: readonly Cells[],
  { headerRow, columns }: Reading,
): HeaderLine | undefined {
  if (headerRow === 0) return namesByPlace(lines);
  let found: HeaderLine | undefined;
  const candidates = headerRow === undefined ? lines.slice(0, HEADER_LINES) : lines.slice(0, headerRow);
  const knownOf = (cells: Cells) =>
    fieldsOf(cells, columns).fields.filter((field) => field !== undefined).length;
  candidates.forEach((line, i) => {
    const row = i + 1;
    if (isEmpty(line) || (headerRow !== undefined && row !== headerRow)) return;
    const above = candidates[i - 1] ?? [];
    const both = joined(above, line);
    const [alone, together, others] = [knownOf(line), knownOf(both), knownOf(above)];
    const isJoined = alone >= 2 && together >= alone + 2 && together > others;
    const known = isJoined ? together : alone;
    if (found !== undefined && known <= found.known) return;
    found = { cells: isJoined ? both : line, row, isJoined, known, below: linesBelow(lines, row) };
  });
  return found;
}

/** Of a table without names of columns, which all begin as unknown: as a spreadsheet calls them. */
function namesByPlace(lines: readonly Cells[]): HeaderLine | undefined {
  const width = Math.max(0, ...lines.filter((line) => !isEmpty(line)).map((line) => line.length));
  if (width === 0) return undefined;
  const cells = Array.from({ length: width }, (_, place) => `第 ${letterOf(place)} 列`);
  return { cells, row: 0, isJoined: false, known: width, below: linesBelow(lines, 0) };
}

function linesBelow(lines: readonly Cells[], header: number): readonly Line[] {
  const filled = lines.map((cells, i) => ({ cells, row: i + 1 })).slice(header);
  return filled.filter(({ cells }) => !isEmpty(cells)).slice(0, SAMPLE_ROWS);
}

/** The lower line, with the names above where it has none. */
function joined(above: Cells, below: Cells): Cells {
  const length = Math.max(above.length, below.length);
  return Array.from({ length }, (_, i) => (below[i] ?? "").trim() || (above[i] ?? ""));
}

/**
 * A table of lines under their header. Empty lines are no rows; lines above the header, such as a title, are told and not
 * read. A row with more cells than the header has values that belong to no column, so nobody knows which are shifted: it
 * is broken. So is one in which two columns of one thing that decides do not say the same, or two of a status what cannot
 * be together.
 */
export function cellTable(
  { cells, row, isJoined, below }: HeaderLine,
  blocks: Iterable<CellBlock>,
  file: string,
  matched: Matching | undefined,
): Outcome<SourceTable> {
  const { fields, twice, rivals } = fieldsOf(cells, matched);
  if (twice !== undefined) {
    const place = { file, row, column: twice };
    return refused(issue("file.column-twice", "error", { column: twice }, place));
  }
  const headingsAt = (places: readonly number[]) => places.map((i) => trimmed(cells[i] ?? ""));
  const disputed = rivals.map((places) => ({
    ...{ places, columns: headingsAt(places) },
    isStatus: places.some((i) => fields[i] === "status"),
  }));
  const headings = new Map<Field, string>();
  const unknownHeadings = new Set<string>();
  const compared = new Set(rivals.flat());
  cells.forEach((cell, i) => {
    const [field, heading] = [fields[i], trimmed(cell)];
    if (field !== undefined) headings.set(field, heading);
    else if (heading !== "" && !compared.has(i)) unknownHeadings.add(heading);
  });
  const unnamed = [...cells.keys()].filter((i) => trimmed(cells[i] ?? "") === "");
  const crs = systemInHeading(headings.get("lon") ?? "");
  return done({
    headings,
    unknownHeadings,
    sample: {
      headings: cells.map(trimmed),
      lines: below.map((line) => line.cells.map(trimmed)),
      rows: below.map((line) => line.row),
      headerRow: row,
    },
    ...(crs !== undefined && { crs }),
    issues: [
      ...headerRemarks(row, isJoined, file),
      ...disputed.map(({ columns, isStatus }) =>
        issue(isStatus ? "file.two-statuses" : "file.rival-columns", "note", { columns }, { file, row }),
      ),
    ],
    blocks: rowBlocks(blocks, file, { fields, row, disputed, unnamed }, (column) => {
      unknownHeadings.add(column);
    }),
  });
}

/** Where the names of columns stand, if not on the first line alone. */
function headerRemarks(row: number, isJoined: boolean, file: string): readonly Issue[] {
  const at = { file, row };
  const top = isJoined ? row - 1 : row;
  return [
    ...(top <= 1 ? [] : [issue("file.header-below", "note", { row: top }, at)]),
    ...(isJoined ? [issue("file.header-joined", "note", { above: top, row }, at)] : []),
  ];
}

interface Columns {
  readonly fields: readonly (Field | undefined)[];
  /** Of their names. */
  readonly row: number;
  /** Columns of one thing that decides. */
  readonly disputed: readonly Rivals[];
  /** Places of columns without a name. */
  readonly unnamed: readonly number[];
}

interface Rivals {
  readonly places: readonly number[];
  readonly columns: readonly string[];
  readonly isStatus: boolean;
}

/** `tellUnnamed` takes a column that holds something and has no name, by its letter. */
function* rowBlocks(
  blocks: Iterable<CellBlock>,
  file: string,
  columns: Columns,
  tellUnnamed: (column: string) => void,
): Generator<SourceBlock> {
  const places = placesOf(columns.fields);
  const width = columns.fields.length;
  const isDisputed = columns.disputed.length > 0;
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
      for (const place of columns.unnamed)
        if (cellAt(cells, place) !== "") tellUnnamed(`[${letterOf(place)}]`);
      const extra =
        cells.length <= width ? 0 : cells.slice(width).filter((cell) => trimmed(cell) !== "").length;
      const differing = isDisputed ? columns.disputed.find((rivals) => disagree(cells, rivals)) : undefined;
      if (extra > 0) broken.push(issue("row.too-many-cells", "error", { extra }, { file, row }));
      else if (differing !== undefined) broken.push(rivalCells(cells, differing, { file, row }));
      else
        rows.push({
          row,
          values: new LineValues(isDisputed ? withOneStatus(cells, columns) : cells, places),
        });
    }
    yield { rows, broken, share };
  }
}

function isEmpty(cells: Cells): boolean {
  return cells.every((cell) => trimmed(cell) === "");
}

/** An empty cell beside one that is filled in disagrees with it. */
function disagree(cells: Cells, { places, isStatus }: Rivals): boolean {
  const said = places.map((i) => cellAt(cells, i));
  return new Set(said).size > 1 && !(isStatus && oneStatus(said) !== undefined);
}

/** The line with what its columns of a status say together in the one that is read. */
function withOneStatus(cells: Cells, { fields, disputed }: Columns): Cells {
  const statuses = disputed.find(({ isStatus }) => isStatus);
  const said = statuses?.places.map((i) => cellAt(cells, i)) ?? [];
  const one = new Set(said).size > 1 ? oneStatus(said) : undefined;
  return one === undefined ? cells : cells.with(fields.indexOf("status"), one);
}

function rivalCells(cells: Cells, { places, columns }: Rivals, at: Issue["at"]): Issue {
  const values = places.map((i) => cellAt(cells, i) || "—");
  return issue("row.rival-cells", "error", { columns, values }, at);
}

function cellAt(cells: Cells, place: number): string {
  return trimmed(cells[place] ?? "");
}

/** What a spreadsheet calls a column: A, B … Z, AA. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
