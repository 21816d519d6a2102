import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { placesOf } from "./filing.ts";
import { pickOrigins, startsElsewhere } from "./pick-origins.ts";
import { hasPlace, type Places, samePlace } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { reachTable } from "./straight-reach.ts";

/** A table made before with the same limit and detour, from what, and how its rows went over into today's. */
export interface EarlierReach {
  readonly table: ReachTable;
  readonly origins: Origins;
  readonly facilities: Places;
  readonly zoneRows: RowMap;
  readonly facilityRows: RowMap;
}

export interface ReachUpdate {
  readonly table: ReachTable;
  /** Zones whose rows are not those of before, or that are new; ascending. */
  readonly touched: Uint32Array;
}

/**
 * The table of today's origins and facilities, byte for byte that of `reachTable`. Only what a moved, new or lost
 * facility or zone touches is worked out; the rest is copied.
 */
export function* updateReach(
  earlier: EarlierReach,
  origins: Origins,
  facilities: Places,
  limit: Metres,
  detour: number,
): Work<ReachUpdate> {
  const elsewhere = startsElsewhere(earlier.origins, origins, earlier.zoneRows);
  const came = movedPlaces(earlier, facilities);
  if (
    earlier.zoneRows.aligned &&
    came.length === 0 &&
    !elsewhere.includes(1) &&
    keepsAll(earlier, facilities)
  ) {
    return { table: earlier.table, touched: new Uint32Array() };
  }
  const again = Uint32Array.from(rowsWhere(elsewhere));
  const fresh = yield* reachTable(pickOrigins(origins, again), facilities, limit, detour);
  const added = yield* reachTable(origins, only(facilities, came), limit, detour);
  return merged(earlier, facilities, { origins, elsewhere, fresh, added });
}

/** New rows that stand where no facility of before with that id stood. */
function movedPlaces({ facilities: before, facilityRows }: EarlierReach, now: Places): readonly number[] {
  return facilityRows.came.filter((row) => {
    const was = facilityRows.before[row] as number;
    return hasPlace(now, row) && (was === NO_ROW || !samePlace(before, was, now, row));
  });
}

/** Whether every facility with a place is where it was, under the same row number. */
function keepsAll({ facilities: before, facilityRows }: EarlierReach, now: Places): boolean {
  if (!facilityRows.aligned) return false;
  return facilityRows.left.every((row) => samePlace(before, row, now, row));
}

/** The same rows, all without a place but those given. */
function only({ lng, lat }: Places, rows: readonly number[]): Places {
  const kept = {
    lng: new Float64Array(lng.length).fill(Number.NaN),
    lat: new Float64Array(lat.length).fill(Number.NaN),
  };
  for (const row of rows) {
    kept.lng[row] = lng[row] as number;
    kept.lat[row] = lat[row] as number;
  }
  return kept;
}

interface Pieces {
  readonly origins: Origins;
  readonly elsewhere: Uint8Array;
  /** Rows of the zones that start elsewhere, in their order. */
  readonly fresh: ReachTable;
  /** Rows of all zones to the facilities that came. */
  readonly added: ReachTable;
}

function merged(
  { table, facilities: before, zoneRows, facilityRows }: EarlierReach,
  now: Places,
  { origins, elsewhere, fresh, added }: Pieces,
): ReachUpdate {
  const stays = new Uint32Array(before.lng.length).fill(NO_ROW);
  for (let was = 0; was < stays.length; was++) {
    const is = facilityRows.after[was] as number;
    if (is !== NO_ROW && samePlace(before, was, now, is)) stays[was] = is;
  }
  const most = table.facilities.length + fresh.facilities.length + added.facilities.length;
  const zoneCount = origins.kinds.length;
  const starts = new Uint32Array(zoneCount + 1);
  const rows = {
    facilities: new Uint32Array(most),
    metres: new Float64Array(most),
    reached: new Uint16Array(most),
  };
  const touched: number[] = [];
  let length = 0;
  let freshZone = 0;
  const take = (from: ReachTable, row: number, facility: number) => {
    rows.facilities[length] = facility;
    rows.metres[length] = from.metres[row] as number;
    rows.reached[length++] = from.reached[row] as number;
  };
  for (let zone = 0; zone < zoneCount; zone++) {
    if (elsewhere[zone] === 1) {
      touched.push(zone);
      const end = fresh.starts[freshZone + 1] as number;
      for (let row = fresh.starts[freshZone] as number; row < end; row++) {
        take(fresh, row, fresh.facilities[row] as number);
      }
      freshZone++;
    } else {
      const was = zoneRows.before[zone] as number;
      let addedRow = added.starts[zone] as number;
      const addedEnd = added.starts[zone + 1] as number;
      const end = table.starts[was + 1] as number;
      let changed = addedRow < addedEnd;
      for (let row = table.starts[was] as number; row < end; row++) {
        const facility = stays[table.facilities[row] as number] as number;
        if (facility === NO_ROW) {
          changed = true;
          continue;
        }
        while (addedRow < addedEnd && (added.facilities[addedRow] as number) < facility) {
          take(added, addedRow, added.facilities[addedRow] as number);
          addedRow++;
        }
        take(table, row, facility);
      }
      for (; addedRow < addedEnd; addedRow++) take(added, addedRow, added.facilities[addedRow] as number);
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
    touched: Uint32Array.from(touched),
  };
}

function* rowsWhere(flags: Uint8Array): Generator<number> {
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) yield row;
}
