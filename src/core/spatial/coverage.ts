import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { ballOver } from "./ball.ts";
import { nearestOver } from "./nearest.ts";
import { originRowsFor } from "./origin-rows.ts";
import { hasPlace, type Places } from "./places.ts";
import { type Coverage, NO_FACILITY, type Origins } from "./reach-table.ts";
import { rivalChord2, walkOf } from "./walk.ts";

/**
 * How each zone is covered by the facilities of `subset`, ascending rows of `facilities`. Those without a place cover
 * nobody. A zone is covered by the part of its origins that have one within the limit; by entrances wholly or not at
 * all, since the nearest decides.
 */
export function* coverageOf(
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  limit: Metres,
  detour: number,
): Work<Coverage> {
  const walk = walkOf(limit, detour);
  const { rows, zones } = originRowsFor(origins, walk.reach);
  const zoneCount = origins.kinds.length;
  const ball = ballOver(rows, walk);
  const coverage = {
    nearest: new Uint32Array(zoneCount).fill(NO_FACILITY),
    metres: new Float64Array(zoneCount).fill(Infinity),
    choices: new Uint32Array(zoneCount),
    covered: new Float64Array(zoneCount),
  };
  const { nearest, metres, choices } = coverage;
  const chords2 = new Float64Array(zoneCount).fill(Infinity);
  const lastMet = new Uint32Array(zoneCount).fill(NO_FACILITY);
  const reached = new Uint8Array(rows.ids.length);

  for (let i = 0; i < subset.length; i++) {
    if (i % FACILITIES_PER_STEP === 0) yield { part: "coverage", share: i / subset.length };
    const facility = subset[i] as number;
    if (!hasPlace(facilities, facility)) continue;
    const found = ball.around(facilities.lng[facility] as number, facilities.lat[facility] as number);
    for (let hit = 0; hit < found; hit++) {
      const point = ball.points[hit] as number;
      const zone = zones[point] as number;
      reached[point] = 1;
      if (lastMet[zone] !== facility) {
        lastMet[zone] = facility;
        choices[zone] = (choices[zone] as number) + 1;
      }
      const chord2 = ball.chords2[hit] as number;
      if (chord2 > rivalChord2(chords2[zone] as number)) continue;
      if (chord2 < (chords2[zone] as number)) chords2[zone] = chord2;
      const walked = ball.metresTo(point, chord2);
      if (walked < (metres[zone] as number)) {
        metres[zone] = walked;
        nearest[zone] = facility;
      }
    }
  }
  setCovered(coverage.covered, origins, zones, reached);

  const beyond = nearestOver(picked(facilities, subset), origins, walk);
  for (let point = 0; point < zones.length; point++) {
    const zone = zones[point] as number;
    if (lastMet[zone] !== NO_FACILITY) continue;
    lastMet[zone] = 0;
    const found = beyond.of(zone);
    metres[zone] = beyond.metres;
    if (found !== NO_FACILITY) nearest[zone] = subset[found] as number;
  }
  return coverage;
}

function setCovered(
  covered: Float64Array,
  { starts, kinds }: Origins,
  zones: Uint32Array,
  reached: Uint8Array,
): void {
  for (let point = 0; point < zones.length; point++) {
    const zone = zones[point] as number;
    covered[zone] = (covered[zone] as number) + (reached[point] as number);
  }
  for (let zone = 0; zone < covered.length; zone++) {
    const all = (starts[zone + 1] as number) - (starts[zone] as number);
    const some = covered[zone] as number;
    covered[zone] = all === 0 ? Number.NaN : kinds[zone] === "entrances" ? Math.min(1, some) : some / all;
  }
}

function picked({ lng, lat }: Places, rows: Uint32Array): Places {
  return {
    lng: Float64Array.from(rows, (row) => lng[row] as number),
    lat: Float64Array.from(rows, (row) => lat[row] as number),
  };
}

const FACILITIES_PER_STEP = 64;
