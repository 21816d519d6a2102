import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { ballOver } from "./ball.ts";
import { type OriginRows, originRows, originRowsFor, rowHeightFor } from "./origin-rows.ts";
import { hasPlace, type Places } from "./places.ts";
import type { Origins, ReachTable } from "./reach-table.ts";
import { rivalChord2, type Walk, walkOf } from "./walk.ts";

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
    parts: new Float64Array(pairs),
  };
  let zone = 0;
  let pair = 0;
  for (const part of parts) {
    for (const start of part.starts.subarray(1)) joined.starts[++zone] = pair + start;
    joined.facilities.set(part.facilities, pair);
    joined.metres.set(part.metres, pair);
    joined.parts.set(part.parts, pair);
    pair += part.facilities.length;
  }
  return joined;
}

/** Goes through the facilities in order, so that each zone meets them in order; then sorts the pairs by zone. */
function* reachOver(
  { rows, zones }: OriginRows,
  origins: Origins,
  from: number,
  to: number,
  facilities: Places,
  walk: Walk,
): Work<ReachTable> {
  const { starts, kinds } = origins;
  const ball = ballOver(rows, walk);
  const { points, chords2, metresTo } = ball;
  const several = nearestOfZones(to - from);
  const pairs = pairList(2 * rows.ids.length);
  for (let facility = 0; facility < facilities.lng.length; facility++) {
    if (facility % FACILITIES_PER_STEP === 0)
      yield { part: "reach", share: facility / facilities.lng.length };
    if (!hasPlace(facilities, facility)) continue;
    const found = ball.around(facilities.lng[facility] as number, facilities.lat[facility] as number);
    pairs.makeRoom(found);
    for (let i = 0; i < found; i++) {
      const point = points[i] as number;
      const chord2 = chords2[i] as number;
      const zone = zones[point] as number;
      if ((starts[zone + 1] as number) - (starts[zone] as number) === 1)
        pairs.add(zone - from, facility, metresTo(point, chord2), 1);
      else several.meet(zone - from, point, chord2, metresTo);
    }
    several.drain((zone, metres, reached) => {
      const all = (starts[from + zone + 1] as number) - (starts[from + zone] as number);
      const part = kinds[from + zone] === "entrances" ? 1 : reached / all;
      pairs.add(zone, facility, metres, part);
    });
  }
  return pairs.byZone(to - from);
}

/** For one facility: of each zone met, the least metres and how many origins were met. */
function nearestOfZones(zoneCount: number) {
  const reached = new Uint32Array(zoneCount);
  const chord2 = new Float64Array(zoneCount);
  const metres = new Float64Array(zoneCount);
  const met = new Uint32Array(zoneCount);
  let count = 0;
  return {
    meet(zone: number, point: number, chord: number, metresTo: (point: number, chord2: number) => Metres) {
      const before = reached[zone] as number;
      reached[zone] = before + 1;
      if (before === 0) {
        met[count++] = zone;
        chord2[zone] = chord;
        metres[zone] = metresTo(point, chord);
      } else if (chord <= rivalChord2(chord2[zone] as number)) {
        if (chord < (chord2[zone] as number)) chord2[zone] = chord;
        metres[zone] = Math.min(metres[zone] as number, metresTo(point, chord));
      }
    },
    drain(each: (zone: number, metres: Metres, reached: number) => void) {
      for (let i = 0; i < count; i++) {
        const zone = met[i] as number;
        each(zone, metres[zone] as number, reached[zone] as number);
        reached[zone] = 0;
      }
      count = 0;
    },
  };
}

/** A growing list of pairs, added by ascending facility. */
function pairList(expected: number) {
  let zones = new Uint32Array(expected + 16);
  let facilities = new Uint32Array(expected + 16);
  let metres = new Float64Array(expected + 16);
  let parts = new Float64Array(expected + 16);
  let length = 0;
  return {
    /** To be called before so many more are added. */
    makeRoom(more: number) {
      if (length + more <= zones.length) return;
      const wanted = 2 * (length + more);
      zones = widened(zones, new Uint32Array(wanted));
      facilities = widened(facilities, new Uint32Array(wanted));
      metres = widened(metres, new Float64Array(wanted));
      parts = widened(parts, new Float64Array(wanted));
    },
    add(zone: number, facility: number, walked: Metres, part: number) {
      zones[length] = zone;
      facilities[length] = facility;
      metres[length] = walked;
      parts[length++] = part;
    },
    byZone(zoneCount: number): ReachTable {
      const starts = new Uint32Array(zoneCount + 1);
      for (let i = 0; i < length; i++) {
        const after = (zones[i] as number) + 1;
        starts[after] = (starts[after] as number) + 1;
      }
      for (let zone = 0; zone < zoneCount; zone++) {
        starts[zone + 1] = (starts[zone + 1] as number) + (starts[zone] as number);
      }
      const next = starts.slice();
      const table = {
        starts,
        facilities: new Uint32Array(length),
        metres: new Float64Array(length),
        parts: new Float64Array(length),
      };
      for (let i = 0; i < length; i++) {
        const zone = zones[i] as number;
        const at = next[zone] as number;
        next[zone] = at + 1;
        table.facilities[at] = facilities[i] as number;
        table.metres[at] = metres[i] as number;
        table.parts[at] = parts[i] as number;
      }
      return table;
    },
  };
}

function widened<Column extends Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

const FACILITIES_PER_STEP = 64;
