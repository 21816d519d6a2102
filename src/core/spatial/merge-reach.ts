import { NO_ROW, type RowMap } from "../base/row-map.ts";
import { placesOf } from "./filing.ts";
import type { Origins, ReachTable } from "./reach-table.ts";

/** What an earlier table is put together with. */
export interface NewRows {
  readonly origins: Origins;
  /** By zone: 1 where nothing of before holds. */
  readonly elsewhere: Uint8Array;
  readonly zoneRows: RowMap;
  /** By earlier row of a facility: its row today if it is where it was, else `NO_ROW`. */
  readonly stays: Uint32Array;
  /** Rows of the zones that start elsewhere, in their order, if there are any. */
  readonly fresh: ReachTable | undefined;
  /** Rows of all zones to the facilities that came, if there are any. */
  readonly added: ReachTable | undefined;
}

/** Today's table, and the zones whose rows are not those of before. Cost: linear in the rows. */
export function mergedReach(
  earlier: ReachTable,
  { origins, elsewhere, zoneRows, stays, fresh, added }: NewRows,
): { readonly table: ReachTable; readonly touched: Uint32Array } {
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
  /** Earlier rows that are taken next to each other: they are copied at once, at the end of what was taken before. */
  let [run, runEnd] = [0, 0];
  const copyRun = () => {
    const end = length + runEnd - run;
    renumber(earlier.facilities, run, stays, rows.facilities, length, end);
    copyRows(earlier.metres, run, runEnd, rows.metres, length);
    copyRows(earlier.reached, run, runEnd, rows.reached, length);
    if (walked && earlier.walked) copyRows(earlier.walked, run, runEnd, walked, length);
    length = end;
    run = runEnd;
  };
  const keep = (start: number, end: number) => {
    if (start !== runEnd) {
      copyRun();
      run = start;
    }
    runEnd = end;
  };
  /** Goes on from `start` for as long as the facilities are less than `below`; where it stopped. */
  const takeWhile = (from: ReachTable, start: number, end: number, below: number) => {
    copyRun();
    let row = start;
    for (; row < end; row++) {
      const facility = from.facilities[row] as number;
      if (facility >= below) break;
      rows.facilities[length] = facility;
      rows.metres[length] = from.metres[row] as number;
      if (walked) walked[length] = from.walked?.[row] as number;
      rows.reached[length++] = from.reached[row] as number;
    }
    return row;
  };
  for (let zone = 0; zone < zoneCount; zone++) {
    if (elsewhere[zone] === 1) {
      touched.push(zone);
      if (fresh) takeWhile(fresh, startOf(fresh, freshZone), startOf(fresh, ++freshZone), Infinity);
    } else {
      const was = zoneRows.before[zone] as number;
      const start = startOf(earlier, was);
      const end = startOf(earlier, was + 1);
      let addedRow = added ? startOf(added, zone) : 0;
      const addedEnd = added ? startOf(added, zone + 1) : 0;
      if (addedRow === addedEnd && allStay(earlier.facilities, start, end, stays)) keep(start, end);
      else {
        touched.push(zone);
        for (let row = start; row < end; row++) {
          const facility = stays[earlier.facilities[row] as number] as number;
          if (facility === NO_ROW) continue;
          if (added) addedRow = takeWhile(added, addedRow, addedEnd, facility);
          keep(row, row + 1);
        }
        if (added) takeWhile(added, addedRow, addedEnd, Infinity);
      }
    }
    starts[zone + 1] = length + runEnd - run;
  }
  copyRun();
  return {
    table: {
      starts,
      facilities: rows.facilities.slice(0, length),
      metres: rows.metres.slice(0, length),
      reached: rows.reached.slice(0, length),
      places: placesOf(origins),
      ...(walked && { walked: walked.slice(0, length) }),
    },
    touched: Uint32Array.from(touched),
  };
}

function lengthOf(rows: ReachTable | undefined): number {
  return rows?.facilities.length ?? 0;
}

function startOf({ starts }: ReachTable, zone: number): number {
  return starts[zone] as number;
}

/** Writes rows `to` … `end − 1` from those of `facilities` from `from` on, by their rows today. */
function renumber(
  facilities: Uint32Array,
  from: number,
  stays: Uint32Array,
  into: Uint32Array,
  to: number,
  end: number,
): void {
  for (let row = to, was = from; row < end; row++, was++) {
    into[row] = stays[facilities[was] as number] as number;
  }
}

/** To make a view costs more than to copy a few rows one by one. */
function copyRows<Column extends Float64Array | Uint16Array>(
  column: Column,
  from: number,
  end: number,
  into: Column,
  to: number,
): void {
  if (end - from > FEW_ROWS) into.set(column.subarray(from, end), to);
  else for (let row = from; row < end; row++) into[to + row - from] = column[row] as number;
}

const FEW_ROWS = 256;

function allStay(facilities: Uint32Array, start: number, end: number, stays: Uint32Array): boolean {
  for (let row = start; row < end; row++) {
    if (stays[facilities[row] as number] === NO_ROW) return false;
  }
  return true;
}
