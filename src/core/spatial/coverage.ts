import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { around, ballOver, chord2To, metresTo } from "./ball.ts";
import { nearestOver } from "./nearest.ts";
import { originRowsFor } from "./origin-rows.ts";
import { hasPlace, type Places } from "./places.ts";
import { type Coverage, NO_FACILITY, nearestDecides, type Origins } from "./reach-table.ts";
import { rivalChord2, type Walk, walkOf } from "./walk.ts";
import { zoneCounts } from "./zone-counts.ts";

/**
 * How each zone is covered by the facilities of `subset`, ascending rows of `facilities`, within each of some limits, at
 * least one, in their order. Those without a place cover nobody. A zone is covered by the part of its origins that have
 * one within the limit; wholly or not at all where the nearest origin decides. What is nearest does not depend on
 * a limit: its columns are worked out once, with the largest, and are the same arrays in all of them.
 */
export function* coveragesOf(
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  limits: readonly Metres[],
  detour: number,
): Work<readonly Coverage[]> {
  const largest = Math.max(...limits);
  const widest = walkOf(largest, detour);
  const found = yield* nearestWithin(origins, facilities, subset, widest);
  setNearestBeyond(found, origins, facilities, subset, widest);
  const { nearest, metres } = found;
  return limits.map((limit) => {
    const walk = walkOf(limit, detour);
    const within = limit === largest ? found : countedWithin(origins, facilities, subset, walk);
    const covered = new Float64Array(origins.kinds.length);
    setCovered(covered, origins, originRowsFor(origins, walk.reach).zones, within.reached);
    return { nearest, metres, choices: within.choices, covered };
  });
}

interface Nearest {
  readonly choices: Uint32Array;
  readonly reached: Uint8Array;
  readonly nearest: Uint32Array;
  readonly metres: Float64Array;
}

function* nearestWithin(
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  walk: Walk,
): Work<Nearest> {
  const { rows, zones } = originRowsFor(origins, walk.reach);
  const zoneCount = origins.kinds.length;
  const ball = ballOver(rows, walk);
  const nearest = new Uint32Array(zoneCount).fill(NO_FACILITY);
  const metres = new Float64Array(zoneCount).fill(Infinity);
  const choices = new Uint32Array(zoneCount);
  const chords2 = new Float64Array(zoneCount).fill(Infinity);
  const lastMet = new Uint32Array(zoneCount).fill(NO_FACILITY);
  const reached = new Uint8Array(rows.ids.length);
  for (let i = 0; i < subset.length; i++) {
    if (i % FACILITIES_PER_STEP === 0) yield { part: "coverage", share: i / subset.length };
    const facility = subset[i] as number;
    if (!hasPlace(facilities, facility)) continue;
    const length = around(ball, facilities.lng[facility] as number, facilities.lat[facility] as number);
    for (let i = 0; i < length; i += 2) {
      const to = ball.runs[i + 1] as number;
      for (let point = ball.runs[i] as number; point < to; point++) {
        const zone = zones[point] as number;
        reached[point] = 1;
        if (lastMet[zone] !== facility) {
          lastMet[zone] = facility;
          choices[zone] = (choices[zone] as number) + 1;
        }
        const chord2 = chord2To(ball, point);
        if (chord2 > rivalChord2(chords2[zone] as number)) continue;
        if (chord2 < (chords2[zone] as number)) chords2[zone] = chord2;
        const walked = metresTo(ball, point, chord2);
        if (walked < (metres[zone] as number)) {
          metres[zone] = walked;
          nearest[zone] = facility;
        }
      }
    }
  }
  return { choices, reached, nearest, metres };
}

/** How many facilities of `subset` are within a walk, by zone, and 1 for each origin that has one. */
export function countedWithin(
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  walk: Walk,
): { choices: Uint32Array; reached: Uint8Array } {
  const rows = originRowsFor(origins, walk.reach);
  const ball = ballOver(rows.rows, walk);
  const counts = zoneCounts(rows);
  for (const row of subset) {
    if (!hasPlace(facilities, row)) continue;
    const length = around(ball, facilities.lng[row] as number, facilities.lat[row] as number);
    counts.add(ball.runs, length, row);
  }
  const { byPoint, byHead } = counts.take();
  const { zones, heads } = rows;
  const choices = new Uint32Array(origins.kinds.length);
  const reached = new Uint8Array(zones.length);
  for (let point = 0; point < zones.length; point++) {
    choices[zones[point] as number] = byHead[heads[point] as number] as number;
    reached[point] = Math.min(1, byPoint[point] as number);
  }
  return { choices, reached };
}

/** The nearest of the zones that have nothing within the walk. */
function setNearestBeyond(
  { nearest, metres, choices }: Nearest,
  origins: Origins,
  facilities: Places,
  subset: Uint32Array,
  walk: Walk,
): void {
  const { zones } = originRowsFor(origins, walk.reach);
  const beyond = nearestOver(picked(facilities, subset), origins, walk);
  const done = new Uint8Array(choices.length);
  for (const zone of zones) {
    if (choices[zone] !== 0 || done[zone] === 1) continue;
    done[zone] = 1;
    const found = beyond.of(zone);
    metres[zone] = beyond.metres;
    if (found !== NO_FACILITY) nearest[zone] = subset[found] as number;
  }
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
    covered[zone] = all === 0 ? Number.NaN : nearestDecides(kinds[zone]) ? Math.min(1, some) : some / all;
  }
}

function picked({ lng, lat }: Places, rows: Uint32Array): Places {
  return {
    lng: Float64Array.from(rows, (row) => lng[row] as number),
    lat: Float64Array.from(rows, (row) => lat[row] as number),
  };
}

const FACILITIES_PER_STEP = 64;
