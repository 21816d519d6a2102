/**
 * How the rows of a table ordered by id went over into another: which stayed, which are new, which are gone. A row
 * is the same only if it is the same value; rows of immutable tables that nobody touched are.
 */
export interface RowMap {
  /** By row of the new table: its row in the old one, or `NO_ROW`. */
  readonly before: Uint32Array;
  /** By row of the old table: its row in the new one, or `NO_ROW`. */
  readonly after: Uint32Array;
  /** By row of the new table: 1 if it is new or another value than before. */
  readonly changed: Uint8Array;
  /** Old rows that are gone or have another value now, ascending. */
  readonly left: readonly number[];
  /** New rows that are new or have another value, ascending. */
  readonly came: readonly number[];
  /** Every id kept its row number. */
  readonly aligned: boolean;
}

/** How rows went over from one document to the next. */
export interface RowMaps {
  readonly zones: RowMap;
  readonly facilities: RowMap;
}

export const NO_ROW = 0xffffffff;

interface Row {
  readonly id: string;
}

/** Cost: linear in both tables. */
export function rowMap(old: readonly Row[], next: readonly Row[]): RowMap {
  const before = new Uint32Array(next.length).fill(NO_ROW);
  const after = new Uint32Array(old.length).fill(NO_ROW);
  const changed = new Uint8Array(next.length);
  const left: number[] = [];
  const came: number[] = [];
  let aligned = old.length === next.length;
  let o = 0;
  let n = 0;
  while (o < old.length || n < next.length) {
    const oldRow = old[o];
    const nextRow = next[n];
    const same = oldRow === nextRow || oldRow?.id === nextRow?.id;
    if (same) {
      before[n] = o;
      after[o] = n;
    } else aligned = false;
    const leaves = same || (oldRow !== undefined && (nextRow === undefined || oldRow.id < nextRow.id));
    const comes = same || !leaves;
    if (leaves && oldRow !== nextRow) left.push(o);
    if (comes && oldRow !== nextRow) {
      changed[n] = 1;
      came.push(n);
    }
    if (leaves) o++;
    if (comes) n++;
  }
  return { before, after, changed, left, came, aligned };
}

/** A column by old rows as a column by new rows; rows that are new get `fill`. Copies, so that it may be written to. */
export function carried<Column extends Float64Array | Uint32Array | Uint8Array>(
  column: Column,
  map: RowMap,
  fill: number,
): Column {
  if (map.aligned) return column.slice() as Column;
  const moved = new (column.constructor as new (length: number) => Column)(map.before.length);
  for (let row = 0; row < moved.length; row++) {
    const from = map.before[row] as number;
    moved[row] = from === NO_ROW ? fill : (column[from] as number);
  }
  return moved;
}
