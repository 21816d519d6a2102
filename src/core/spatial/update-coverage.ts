import { carried, NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Degrees, Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { around, ballOver, chord2To } from "./ball.ts";
import { coveragesOf } from "./coverage.ts";
import { originRowsFor } from "./origin-rows.ts";
import { pickOrigins, startsElsewhere } from "./pick-origins.ts";
import { hasPlace, type Places, samePlace } from "./places.ts";
import { type Coverage, NO_FACILITY, type Origins } from "./reach-table.ts";
import { type Walk, walkOf } from "./walk.ts";

/** Coverages made before with the same limits and detour, from what, and how its rows went over into today's. */
export interface EarlierCoverages {
  readonly coverages: readonly Coverage[];
  readonly origins: Origins;
  readonly facilities: Places;
  readonly subset: Uint32Array;
  readonly zoneRows: RowMap;
  readonly facilityRows: RowMap;
}

/**
 * The coverages of today's origins by today's subset, byte for byte those of `coveragesOf`. Only zones that start
 * elsewhere, reach or reached a facility that came or went, or had or get one of those as their nearest are worked
 * out. Cost beside them: one look at every origin without a facility within the largest limit.
 */
export function* updateCoverages(
  earlier: EarlierCoverages,
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  limits: readonly Metres[],
  detour: number,
): Work<readonly Coverage[]> {
  const { coverages: before, zoneRows, facilityRows } = earlier;
  const again = startsElsewhere(earlier.origins, origins, zoneRows);
  const { came, went } = comings(earlier, facilities, subset);
  const first = before[0] as Coverage;
  if (came.length > 0 || went.length > 0) {
    const metres = carried(first.metres, zoneRows, Infinity);
    const near = nearMarker(again, origins, metres, walkOf(Math.max(...limits), detour));
    for (const row of came) near(facilities.lng[row] as number, facilities.lat[row] as number);
    for (const row of went)
      near(earlier.facilities.lng[row] as number, earlier.facilities.lat[row] as number);
  }
  const zones = Uint32Array.from(rowsWhere(again));
  if (zones.length === 0 && zoneRows.aligned && facilityRows.aligned) return before;
  const fresh = yield* coveragesOf(pickOrigins(origins, zones), facilities, subset, limits, detour);
  const nearest = carried(first.nearest, zoneRows, NO_FACILITY);
  if (!facilityRows.aligned) renumber(nearest, facilityRows);
  const metres = carried(first.metres, zoneRows, Infinity);
  put(nearest, zones, (fresh[0] as Coverage).nearest);
  put(metres, zones, (fresh[0] as Coverage).metres);
  return before.map((coverage, at) => {
    const choices = carried(coverage.choices, zoneRows, 0);
    const covered = carried(coverage.covered, zoneRows, Number.NaN);
    put(choices, zones, (fresh[at] as Coverage).choices);
    put(covered, zones, (fresh[at] as Coverage).covered);
    return { nearest, metres, choices, covered };
  });
}

/** New rows of the subset that stand where none of it with that id stood, and old rows that stand there no more. */
function comings(
  { facilities: before, subset: old, facilityRows }: EarlierCoverages,
  now: Places,
  subset: Uint32Array,
) {
  const was = new Uint8Array(before.lng.length);
  for (const row of old) was[row] = 1;
  const is = new Uint8Array(now.lng.length);
  for (const row of subset) is[row] = 1;
  const came = [...subset].filter((row) => {
    const from = facilityRows.before[row] as number;
    return hasPlace(now, row) && !(was[from] === 1 && samePlace(before, from, now, row));
  });
  const went = [...old].filter((row) => {
    const to = facilityRows.after[row] as number;
    return hasPlace(before, row) && !(is[to] === 1 && samePlace(before, row, now, to));
  });
  return { came, went };
}

/** Marks the zones that a place is within the walk of, and those that have nothing within it and none nearer. */
function nearMarker(marked: Uint8Array, origins: Origins, metres: Float64Array, walk: Walk) {
  const { limit, detour, reach } = walk;
  let farthest = limit;
  for (let zone = 0; zone < metres.length; zone++) {
    const walked = metres[zone] as number;
    if (walked === Infinity) marked[zone] = 1;
    else if (walked > farthest) farthest = walked;
  }
  const { rows, zones } = originRowsFor(origins, reach);
  const ball = ballOver(rows, walkOf(farthest * (1 + 1e-9) + 1e-3, detour));
  return (lng: Degrees, lat: Degrees): void => {
    const length = around(ball, lng, lat);
    for (let i = 0; i < length; i += 2) {
      const to = ball.runs[i + 1] as number;
      for (let point = ball.runs[i] as number; point < to; point++) {
        const zone = zones[point] as number;
        const walked = metres[zone] as number;
        // No walk is shorter than its chord.
        const far = walked > limit ? (walked / detour) * (1 + 1e-9) + 1e-3 : reach;
        if (chord2To(ball, point) <= far * far) marked[zone] = 1;
      }
    }
  };
}

function put<Column extends Float64Array | Uint32Array>(
  column: Column,
  zones: Uint32Array,
  from: Column,
): void {
  for (let i = 0; i < zones.length; i++) column[zones[i] as number] = from[i] as number;
}

function renumber(nearest: Uint32Array, { after }: RowMap): void {
  for (let zone = 0; zone < nearest.length; zone++) {
    const row = nearest[zone] as number;
    if (row !== NO_FACILITY) nearest[zone] = after[row] ?? NO_ROW;
  }
}

function* rowsWhere(flags: Uint8Array): Generator<number> {
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) yield row;
}
