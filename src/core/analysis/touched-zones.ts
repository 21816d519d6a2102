import { NO_ROW, type RowMaps } from "../base/row-map.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Ties } from "../supply/ties.ts";

/** Ties and links of an analysis. */
export interface Relations {
  readonly ties: Ties;
  /** Absent where links decide nothing. */
  readonly reach?: Readonly<Record<CareSubject, ReachTable>>;
  readonly duplicates: CountedOnce;
}

/** Without any facility nothing is known of any zone or unit: the first to come and the last to go touch all of them. */
export function firstOrLast({ facilities }: RowMaps): boolean {
  return facilities.after.length > 0 !== facilities.before.length > 0;
}

/** Facilities whose offer may be another: changed ones, and those of a suspected duplicate now or before. */
export function touchedFacilities(
  now: CountedOnce,
  before: CountedOnce,
  { facilities }: RowMaps,
): TouchedFacilities {
  const rows = new Set(facilities.came);
  for (const group of [...now.groups, ...now.perhaps]) for (const row of group) rows.add(row);
  for (const group of [...before.groups, ...before.perhaps]) {
    for (const old of group) {
      const row = facilities.after[old] as number;
      if (row !== NO_ROW) rows.add(row);
    }
  }
  const fresh = [...rows].sort((a, b) => a - b);
  const stale = fresh.map((row) => facilities.before[row] as number).filter((was) => was !== NO_ROW);
  return { now: fresh, before: [...new Set([...facilities.left, ...stale])] };
}

/** Facility rows to look at: of the document now, and of the one before. */
export interface TouchedFacilities {
  readonly now: readonly number[];
  readonly before: readonly number[];
}

/** 1 for every zone that is new or changed, or owns, owned, holds, held, reaches or reached one of the touched facilities. */
export function touchedZones(
  now: Relations,
  before: Relations,
  maps: RowMaps,
  facilities: TouchedFacilities,
): Uint8Array {
  const { zones } = maps;
  const touched = zones.changed.slice();
  const fresh = marks(facilities.now, maps.facilities.before.length);
  const stale = marks(facilities.before, maps.facilities.after.length);
  markTied(touched, now.ties, fresh, (zone) => zone);
  markTied(touched, before.ties, stale, (old) => zones.after[old] as number);
  markPools(touched, now.ties, before.ties, maps);
  if (now.reach === undefined || before.reach === undefined) return touched;
  for (const subject of CARE_SUBJECTS) {
    markLinked(touched, now.reach[subject], fresh, (zone) => zone);
    markLinked(touched, before.reach[subject], stale, (old) => zones.after[old] as number);
  }
  return touched;
}

function marks(rows: readonly number[], count: number): Uint8Array {
  const marked = new Uint8Array(count);
  for (const row of rows) marked[row] = 1;
  return marked;
}

function markTied(
  touched: Uint8Array,
  { byZone, inside }: Ties,
  marked: Uint8Array,
  zoneOf: (row: number) => number,
): void {
  for (const rooms of [byZone, inside]) {
    rooms.forEach((rows, row) => {
      if (rows?.some((facility) => marked[facility] === 1)) mark(touched, zoneOf(row));
    });
  }
}

/** A pool is shared out anew if one of its zones is another. */
function markPools(touched: Uint8Array, now: Ties, before: Ties, { zones, facilities }: RowMaps): void {
  for (const [row, pool] of now.pools) {
    const was = before.pools.get(facilities.before[row] as number);
    const stays =
      was?.zones.length === pool.zones.length && pool.zones.every((zone) => zones.changed[zone] === 0);
    if (!stays) for (const zone of pool.zones) touched[zone] = 1;
  }
}

function markLinked(
  touched: Uint8Array,
  { starts, facilities }: ReachTable,
  marked: Uint8Array,
  zoneOf: (row: number) => number,
): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1] as number;
    for (let link = starts[row] as number; link < end; link++) {
      if (marked[facilities[link] as number] === 0) continue;
      mark(touched, zoneOf(row));
      break;
    }
  }
}

function mark(touched: Uint8Array, zone: number): void {
  if (zone !== NO_ROW) touched[zone] = 1;
}
