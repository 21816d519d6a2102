import { NO_ROW, type RowMap } from "../base/row-map.ts";
import { placesOf } from "./filing.ts";
import type { Origins, ReachTable } from "./reach-table.ts";

/** A table, and by its rows the real metres of the walks where equivalent metres decide. */
export interface WalkRows {
  readonly table: ReachTable;
  readonly walked?: Float64Array;
}

/** What an earlier table is put together with. */
export interface NewRows {
  readonly origins: Origins;
  /** By zone: 1 where nothing of before holds. */
  readonly elsewhere: Uint8Array;
  readonly zoneRows: RowMap;
  /** By earlier row of a facility: its row today if it is where it was, else `NO_ROW`. */
  readonly stays: Uint32Array;
  /** Rows of the zones that start elsewhere, in their order, if there are any. */
  readonly fresh: WalkRows | undefined;
  /** Rows of all zones to the facilities that came, if there are any. */
  readonly added: WalkRows | undefined;
}

/** Today's table, and the zones whose rows are not those of before. Cost: linear in the rows. */
export function mergedReach(
  earlier: WalkRows,
  { origins, elsewhere, zoneRows, stays, fresh, added }: NewRows,
): WalkRows & { readonly touched: Uint32Array } {
  const { table } = earlier;
  const most = lengthOf(earlier) + lengthOf(fresh) + lengthOf(added);
  const zoneCount = origins.kinds.length;
  const starts = new Uint32Array(zoneCount + 1);
  const rows = {
    facilities: new Uint32Array(most),
    metres: new Float64Array(most),
    reached: new Uint16Array(most),
  };
  const walked = earlier.walked && new Float64Array(most);
  const touched: number[] = [];
  let length = 0;
  let freshZone = 0;
  const take = (from: WalkRows, row: number, facility: number) => {
    rows.facilities[length] = facility;
    rows.metres[length] = from.table.metres[row] as number;
    if (walked) walked[length] = from.walked?.[row] as number;
    rows.reached[length++] = from.table.reached[row] as number;
  };
  /** Goes on from `start` for as long as the facilities are less than `below`; where it stopped. */
  const takeWhile = (from: WalkRows, start: number, end: number, below: number) => {
    let row = start;
    for (; row < end; row++) {
      const facility = from.table.facilities[row] as number;
      if (facility >= below) break;
      take(from, row, facility);
    }
    return row;
  };
  for (let zone = 0; zone < zoneCount; zone++) {
    if (elsewhere[zone] === 1) {
      touched.push(zone);
      if (fresh) takeWhile(fresh, ...rowsOf(fresh, freshZone++), Infinity);
    } else {
      const was = zoneRows.before[zone] as number;
      const [addedStart, addedEnd] = added ? rowsOf(added, zone) : [0, 0];
      const [start, end] = rowsOf(earlier, was);
      let addedRow = addedStart;
      let changed = addedRow < addedEnd;
      for (let row = start; row < end; row++) {
        const facility = stays[table.facilities[row] as number] as number;
        if (facility === NO_ROW) {
          changed = true;
          continue;
        }
        if (added && addedRow < addedEnd) addedRow = takeWhile(added, addedRow, addedEnd, facility);
        take(earlier, row, facility);
      }
      if (added) takeWhile(added, addedRow, addedEnd, Infinity);
      if (changed) touched.push(zone);
    }
    starts[zone + 1] = length;
  }
  return {
    table: {
      starts,
      facilities: rows.facilities.slice(0, length),
      metres: rows.metres.slice(0, length),
      reached: rows.reached.slice(0, length),
      places: placesOf(origins),
    },
    ...(walked && { walked: walked.slice(0, length) }),
    touched: Uint32Array.from(touched),
  };
}

function lengthOf(rows: WalkRows | undefined): number {
  return rows?.table.facilities.length ?? 0;
}

function rowsOf({ table }: WalkRows, zone: number): readonly [start: number, end: number] {
  return [table.starts[zone] as number, table.starts[zone + 1] as number];
}
