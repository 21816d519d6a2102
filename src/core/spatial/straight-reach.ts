import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { filedByZone } from "./filing.ts";
import { meetingsOf } from "./meetings.ts";
import { type OriginRows, originRows, originRowsFor, rowHeightFor } from "./origin-rows.ts";
import type { Places } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { type Walk, walkOf } from "./walk.ts";

/**
 * Who reaches what along straight lines: walking metres are the WGS84 geodesic times `detour`, at most `limit`, which
 * is included. Facilities without a place are reached by nobody. Cost: the origins, and the pairs within.
 */
export function* reachTable(
  origins: Origins,
  facilities: Places,
  limit: Metres,
  detour: number,
): Work<ReachTable> {
  const walk = walkOf(limit, detour);
  const rows = originRowsFor(origins, walk.reach);
  return yield* reachOver(rows, origins, 0, origins.kinds.length, facilities, walk);
}

/** The rows of zones `from` … `to − 1`, for one thread of several; `joinReach` puts them together again. */
export function* reachRange(
  origins: Origins,
  facilities: Places,
  limit: Metres,
  detour: number,
  from: number,
  to: number,
): Work<ReachTable> {
  const walk = walkOf(limit, detour);
  const rows = originRows(origins, from, to, rowHeightFor(walk.reach));
  return yield* reachOver(rows, origins, from, to, facilities, walk);
}

/** The whole table from the tables of ranges, in their order; byte for byte that of `reachTable`. */
export function joinReach(parts: readonly ReachTable[]): ReachTable {
  const zones = parts.reduce((sum, part) => sum + part.starts.length - 1, 0);
  const pairs = parts.reduce((sum, part) => sum + part.facilities.length, 0);
  const joined = {
    starts: new Uint32Array(zones + 1),
    facilities: new Uint32Array(pairs),
    metres: new Float64Array(pairs),
    reached: new Uint16Array(pairs),
    places: new Uint16Array(zones),
  };
  let zone = 0;
  let pair = 0;
  for (const part of parts) {
    joined.places.set(part.places, zone);
    for (const start of part.starts.subarray(1)) joined.starts[++zone] = pair + start;
    joined.facilities.set(part.facilities, pair);
    joined.metres.set(part.metres, pair);
    joined.reached.set(part.reached, pair);
    pair += part.facilities.length;
  }
  return joined;
}

/** First who meets whom, then filed by zone: so the table is made at once in its full length. */
function* reachOver(
  rows: OriginRows,
  origins: Origins,
  from: number,
  to: number,
  facilities: Places,
  walk: Walk,
): Work<ReachTable> {
  const meetings = yield* meetingsOf(rows, facilities, walk);
  return yield* filedByZone(meetings, { ...rows, facilities, walk }, origins, from, to);
}
