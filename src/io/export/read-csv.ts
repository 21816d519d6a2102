import Papa from "papaparse";
import { unguarded } from "../text/formula-guard.ts";

/**
 * Rows of a CSV file as `csv` writes it, by column name, from its text in pieces, as they are asked for. An apostrophe
 * that guards a formula is taken off again. `headed` is told the columns first, none of an empty file.
 */
export function* csvRows(
  pieces: Iterable<string>,
  headed: (columns: readonly string[]) => void = () => undefined,
): Generator<Readonly<Record<string, string>>> {
  let columns: readonly string[] | undefined;
  for (const cells of cellsOf(pieces)) {
    if (columns === undefined) {
      columns = cells;
      headed(columns);
    } else yield rowOf(columns, cells);
  }
  if (columns === undefined) headed([]);
}

/** Cells beyond the columns are left. */
function rowOf(columns: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const row: Record<string, string> = {};
  for (let at = 0; at < columns.length && at < cells.length; at++) {
    const cell = cells[at] as string;
    row[columns[at] as string] = cell.startsWith("'") ? unguarded(cell) : cell;
  }
  return row;
}

/** Cells of each line that has any, the header's first. */
function* cellsOf(pieces: Iterable<string>): Generator<readonly string[]> {
  let parser: Papa.Parser | undefined;
  let rest = "";
  const cells = function* (isLast: boolean): Generator<readonly string[]> {
    parser ??= new Papa.Parser({ delimiter: ",", newline: newlineOf(rest) });
    const { data, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    for (const each of data) if (each.length > 1 || each[0] !== "") yield each;
  };
  for (const piece of pieces) {
    rest += piece;
    if (parser !== undefined || rest.includes("\n")) yield* cells(false);
  }
  yield* cells(true);
}

/** Ours is a line feed; a file that went through another program may have its own. */
function newlineOf(text: string): "\r\n" | "\n" {
  return text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n";
}
