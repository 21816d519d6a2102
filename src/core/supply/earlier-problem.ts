import { compare, type Exact, sameAmount } from "../base/decimal.ts";
import { NO_ROW, type RowMap, type RowMaps } from "../base/row-map.ts";
import { type FairProblem, KEEPS_NOTHING } from "./fair-problem.ts";

/** By row of a problem, its row in the one before, or `NO_ROW`. */
export interface RowsBefore {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

export function rowsBefore(problem: FairProblem, before: FairProblem, maps: RowMaps): RowsBefore {
  const zones = placesBefore(problem.zones, before.zones, maps.zones);
  const facilities = new Uint32Array(problem.capacities.length).fill(NO_ROW);
  for (let at = 0; at < zones.length; at++) {
    const [kept, was] = [problem.kept[at] as number, zones[at] as number];
    if (kept === KEEPS_NOTHING || was === NO_ROW) continue;
    const keptBefore = before.kept[was] as number;
    if (keptBefore !== KEEPS_NOTHING) facilities[kept] = keptBefore;
  }
  const open = placesBefore(problem.open, before.open, maps.facilities);
  for (let at = 0; at < open.length; at++) {
    if (open[at] !== NO_ROW) facilities[problem.keptCount + at] = before.keptCount + (open[at] as number);
  }
  return { zones, facilities };
}

/** By place among ascending rows: the place that the same row had among those before, or `NO_ROW`. */
function placesBefore(rows: Uint32Array, before: Uint32Array, map: RowMap): Uint32Array {
  const places = new Uint32Array(rows.length).fill(NO_ROW);
  let past = 0;
  for (let at = 0; at < rows.length; at++) {
    const was = map.before[rows[at] as number] as number;
    if (was === NO_ROW) continue;
    while (past < before.length && (before[past] as number) < was) past++;
    if (before[past] === was) places[at] = past++;
  }
  return places;
}

/** By zone of a problem: 1 where it is new, or needs, or may use, another amount or other facilities than before. */
export function differingZones(problem: FairProblem, before: FairProblem, rows: RowsBefore): Uint8Array {
  const differs = new Uint8Array(problem.zones.length);
  if (problem === before) return differs;
  const others = differingCapacities(problem.capacities, before.capacities, rows.facilities);
  for (let at = 0; at < differs.length; at++) {
    const was = rows.zones[at] as number;
    if (was === NO_ROW || !sameAmount(problem.needs[at], before.needs[was])) {
      differs[at] = 1;
      continue;
    }
    const from = problem.starts[at] as number;
    const end = problem.starts[at + 1] as number;
    const shift = (before.starts[was] as number) - from;
    let isSame = end + shift === before.starts[was + 1];
    for (let link = from; isSame && link < end; link++) {
      const facility = problem.facilities[link] as number;
      isSame = others[facility] === 0 && rows.facilities[facility] === before.facilities[link + shift];
    }
    if (!isSame) differs[at] = 1;
  }
  return differs;
}

function differingCapacities(
  capacities: readonly Exact[],
  before: readonly Exact[],
  rows: Uint32Array,
): Uint8Array {
  const differs = new Uint8Array(capacities.length);
  for (let at = 0; at < differs.length; at++) {
    const was = rows[at] as number;
    if (was === NO_ROW || !sameAmount(capacities[at], before[was])) differs[at] = 1;
  }
  return differs;
}

/** By level: the place of the same share among levels before, or `NO_ROW`. Both ascend. */
export function levelsBefore(levels: readonly Exact[], before: readonly Exact[]): Uint32Array {
  const places = new Uint32Array(levels.length).fill(NO_ROW);
  let past = 0;
  for (const [at, level] of levels.entries()) {
    while (past < before.length && compare(before[past] as Exact, level) < 0) past++;
    if (sameAmount(before[past], level)) places[at] = past;
  }
  return places;
}

/** Whether two problems, of which rows kept their numbers, are one and the same. */
export function isSameProblem(a: FairProblem, b: FairProblem): boolean {
  return (
    equalNumbers(a.zones, b.zones) &&
    equalNumbers(a.starts, b.starts) &&
    equalNumbers(a.facilities, b.facilities) &&
    equalNumbers(a.open, b.open) &&
    equalNumbers(a.unlimited, b.unlimited) &&
    equalNumbers(a.metres, b.metres) &&
    equalAmounts(a.needs, b.needs) &&
    equalAmounts(a.capacities, b.capacities)
  );
}

type Column = Uint32Array | Uint8Array | Float64Array;

function equalNumbers(a: Column | undefined, b: Column | undefined): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length) return false;
  for (let at = 0; a && b && at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function equalAmounts(a: readonly Exact[], b: readonly Exact[]): boolean {
  return a.length === b.length && a.every((each, at) => sameAmount(each, b[at]));
}
