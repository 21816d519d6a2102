import { type GridSize, type Place, type Range, sizeOf } from "./grid-range.ts";

/** A text for a cell. */
export interface LaidCell extends Place {
  readonly text: string;
}

/** A block of texts laid into a table, what it covers there, and how many of its cells are beyond the edge. */
export interface LaidBlock {
  readonly cells: readonly LaidCell[];
  readonly covers: Range;
  readonly beyond: number;
}

/**
 * Lays a block with its first cell in that of the range. Where the range is whole blocks high and wide, they fill it,
 * as spreadsheets do; else the block alone is laid, whatever the range is.
 */
export function layBlock(block: readonly (readonly string[])[], range: Range, size: GridSize): LaidBlock {
  const height = block.length;
  const width = Math.max(1, ...block.map((row) => row.length));
  const chosen = sizeOf(range);
  const fills = chosen.rows % height === 0 && chosen.columns % width === 0;
  const [rows, columns] = fills ? [chosen.rows, chosen.columns] : [height, width];
  const cells: LaidCell[] = [];
  let beyond = 0;
  for (let i = 0; i < rows; i++) {
    const texts = block[i % height] ?? [];
    for (let j = 0; j < columns; j++) {
      const text = texts[j % width];
      if (text === undefined) continue;
      const place = { row: range.top + i, column: range.left + j };
      if (place.row < size.rows && place.column < size.columns) cells.push({ ...place, text });
      else beyond += 1;
    }
  }
  const covers = {
    top: range.top,
    left: range.left,
    bottom: Math.min(size.rows, range.top + rows) - 1,
    right: Math.min(size.columns, range.left + columns) - 1,
  };
  return { cells, covers, beyond };
}
