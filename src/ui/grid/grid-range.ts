/** A cell, by row and column from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells from corner to corner, both included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function rangeBetween(a: Place, b: Place): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function sizeOf({ top, left, bottom, right }: Range): GridSize {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

export function placesIn({ top, left, bottom, right }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) places.push({ row, column });
  return places;
}

/** Where a key leads; with Ctrl to the end. `page`: rows that fit at once. `undefined` for any other key. */
export function ledTo(
  { row, column }: Place,
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
  page: number,
  size: GridSize,
): Place | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return to(ctrl ? lastRow : row + 1, column);
    case "ArrowUp":
      return to(ctrl ? 0 : row - 1, column);
    case "ArrowRight":
      return to(row, ctrl ? lastColumn : column + 1);
    case "ArrowLeft":
      return to(row, ctrl ? 0 : column - 1);
    case "PageDown":
      return to(row + page - 1, column);
    case "PageUp":
      return to(row - page + 1, column);
    case "Home":
      return to(ctrl ? 0 : row, 0);
    case "End":
      return to(ctrl ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}

/** The next cell to the right or back, over the ends of rows; `undefined` beyond the first and the last cell. */
export function nextCell({ row, column }: Place, back: boolean, size: GridSize): Place | undefined {
  const at = row * size.columns + column + (back ? -1 : 1);
  if (at < 0 || at >= size.rows * size.columns) return undefined;
  return { row: Math.floor(at / size.columns), column: at % size.columns };
}
