import { carried, NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Degrees, Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { toEarth } from "../geo/earth.ts";
import { ballOver } from "./ball.ts";
import { coverageOf } from "./coverage.ts";
import { originRowsFor } from "./origin-rows.ts";
import { pickOrigins, startsElsewhere } from "./pick-origins.ts";
import { hasPlace, type Places, samePlace } from "./places.ts";
import { type Coverage, NO_FACILITY, type Origins } from "./reach-table.ts";
import { type Walk, walkOf } from "./walk.ts";

/** A coverage made before with the same limit and detour, from what, and how its rows went over into today's. */
export interface EarlierCoverage {
  readonly coverage: Coverage;
  readonly origins: Origins;
  readonly facilities: Places;
  readonly subset: Uint32Array;
  readonly zoneRows: RowMap;
  readonly facilityRows: RowMap;
}

/**
 * The coverage of today's origins by today's subset, byte for byte that of `coverageOf`. Only zones that start
 * elsewhere, reach or reached a facility that came or went, or had or get one of those as their nearest are worked
 * out. Cost beside them: one look at every origin for each such facility.
 */
export function* updateCoverage(
  earlier: EarlierCoverage,
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  limit: Metres,
  detour: number,
): Work<Coverage> {
  const { zoneRows, facilityRows } = earlier;
  const { came, went } = comings(earlier, facilities, subset);
  const again = startsElsewhere(earlier.origins, origins, zoneRows);
  if (came.length > 0 || went.length > 0) {
    const metres = carried(earlier.coverage.metres, zoneRows, Infinity);
    const near = nearMarker(again, origins, metres, walkOf(limit, detour));
    for (const row of came) near(facilities.lng[row] as number, facilities.lat[row] as number);
    for (const row of went)
      near(earlier.facilities.lng[row] as number, earlier.facilities.lat[row] as number);
  }
  const zones = Uint32Array.from(rowsWhere(again));
  if (zones.length === 0 && zoneRows.aligned && facilityRows.aligned) return earlier.coverage;
  const coverage = {
    nearest: carried(earlier.coverage.nearest, zoneRows, NO_FACILITY),
    metres: carried(earlier.coverage.metres, zoneRows, Infinity),
    choices: carried(earlier.coverage.choices, zoneRows, 0),
    covered: carried(earlier.coverage.covered, zoneRows, Number.NaN),
  };
  if (!facilityRows.aligned) renumber(coverage.nearest, facilityRows);
  if (zones.length === 0) return coverage;
  const fresh = yield* coverageOf(pickOrigins(origins, zones), facilities, subset, limit, detour);
  zones.forEach((zone, i) => {
    coverage.nearest[zone] = fresh.nearest[i] as number;
    coverage.metres[zone] = fresh.metres[i] as number;
    coverage.choices[zone] = fresh.choices[i] as number;
    coverage.covered[zone] = fresh.covered[i] as number;
  });
  return coverage;
}

/** New rows of the subset that stand where none of it with that id stood, and old rows that stand there no more. */
function comings(
  { facilities: before, subset: old, facilityRows }: EarlierCoverage,
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
  const { rows, zones } = originRowsFor(origins, walk.reach);
  const ball = ballOver(rows, walk);
  const place = {
    x: new Float64Array(1),
    y: new Float64Array(1),
    z: new Float64Array(1),
    n: new Float64Array(1),
  };
  return (lng: Degrees, lat: Degrees): void => {
    const found = ball.around(lng, lat);
    for (let hit = 0; hit < found; hit++) marked[zones[ball.points[hit] as number] as number] = 1;
    toEarth(lng, lat, place, 0);
    const [x = 0, y = 0, z = 0] = [place.x[0], place.y[0], place.z[0]];
    for (let point = 0; point < zones.length; point++) {
      const zone = zones[point] as number;
      const walked = metres[zone] as number;
      if (walked <= walk.limit || marked[zone] === 1) continue;
      // No walk is shorter than its chord.
      const far = (walked / walk.detour) * (1 + 1e-9) + 1e-3;
      const dx = (rows.x[point] as number) - x;
      const dy = (rows.y[point] as number) - y;
      const dz = (rows.z[point] as number) - z;
      if (dx * dx + dy * dy + dz * dz <= far * far) marked[zone] = 1;
    }
  };
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
