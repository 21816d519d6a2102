import type { MergeRange } from "hucre/xlsx";
import type { Cells, HeaderLine } from "../cells/cell-table.ts";
import { type Field, isAmount } from "../columns.ts";

/**
 * The names of columns, where one that is merged over several says so in brackets: which of them it names, nobody knows,
 * as 托位 above 规划 and 实有.
 */
export function withSpans(
  header: HeaderLine,
  lines: readonly Cells[],
  merges: readonly MergeRange[],
): HeaderLine {
  const cells = [...header.cells];
  const lower = header.row - 1;
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const isLower = startRow <= lower && lower <= endRow;
    const isAbove = header.isJoined && endRow === lower - 1 && (lines[lower]?.[startCol] ?? "").trim() === "";
    const name = (cells[startCol] ?? "").trim();
    if ((isLower || isAbove) && endCol > startCol && name !== "")
      cells[startCol] = `${name}（合并 ${endCol - startCol + 1} 列）`;
  }
  return { ...header, cells };
}

/**
 * The lines with what merged cells say of their rows. A word says it of each of them; a number, or one that stands for
 * several columns, can be the sum of them: it is no amount of any, and says so in the cell. `filled`: cells that got a
 * word so.
 */
export function withMerged(
  lines: readonly Cells[],
  merges: readonly MergeRange[],
  header: HeaderLine,
  fields: readonly (Field | undefined)[],
): { readonly lines: readonly Cells[]; readonly filled: number } {
  const changed = lines.map((cells) => [...cells]);
  let filled = 0;
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const field = fields[startCol];
    const said = changed[startRow]?.[startCol] ?? "";
    if (startRow < header.row || field === undefined || said.trim() === "") continue;
    const rows = changed.slice(startRow, endRow + 1);
    if (isAmount(field)) {
      const cells = rows.length * (endCol - startCol + 1);
      for (const row of rows) row[startCol] = `${said}（合并 ${cells} 格）`;
    } else if (startCol === endCol && !OF_ONE_ROW.has(field)) {
      for (const row of rows.slice(1)) {
        if ((row[startCol] ?? "") !== "") continue;
        row[startCol] = said;
        filled += 1;
      }
    }
  }
  return { lines: changed, filled };
}

/** What two rows do not share. */
const OF_ONE_ROW: ReadonlySet<Field> = new Set<Field>(["id", "name", "lon", "lat", "lonlat"]);
