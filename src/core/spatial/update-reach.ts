import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { mergedReach } from "./merge-reach.ts";
import { pickOrigins, startsElsewhere } from "./pick-origins.ts";
import { hasPlace, type Places, samePlace } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { reachTable } from "./straight-reach.ts";

/** A table made before with the same limits, from what, and how its rows went over into today's. */
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
  return yield* updateReachBy(earlier, origins, facilities, function* (from, to) {
    return yield* reachTable(from, to, limit, detour);
  });
}

/**
 * The same with any way to reach: `reach` is asked for all facilities from the zones that start elsewhere, if there are
 * any, and then for the facilities that came, from all zones; those that stayed have no place in that question.
 */
export function* updateReachBy(
  earlier: EarlierReach,
  origins: Origins,
  facilities: Places,
  reach: (origins: Origins, facilities: Places) => Work<ReachTable>,
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
  const fresh = again.length === 0 ? undefined : yield* reach(pickOrigins(origins, again), facilities);
  const added = came.length === 0 ? undefined : yield* reach(origins, only(facilities, came));
  const stays = whereTheyStay(earlier, facilities);
  return mergedReach(earlier.table, { origins, elsewhere, zoneRows: earlier.zoneRows, stays, fresh, added });
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

/** By earlier row of a facility: its row today if it is where it was, else `NO_ROW`. */
function whereTheyStay({ facilities: before, facilityRows }: EarlierReach, now: Places): Uint32Array {
  const stays = new Uint32Array(before.lng.length).fill(NO_ROW);
  for (let was = 0; was < stays.length; was++) {
    const is = facilityRows.after[was] as number;
    if (is !== NO_ROW && samePlace(before, was, now, is)) stays[was] = is;
  }
  return stays;
}

function* rowsWhere(flags: Uint8Array): Generator<number> {
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) yield row;
}
