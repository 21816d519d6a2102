import type { AllocationFindings } from "../analysis/allocation-findings.ts";
import { sameAmount } from "../base/decimal.ts";
import type { RowMaps } from "../base/row-map.ts";
import { type KeptByFacility, keptByFacility } from "./allocated-facilities.ts";
import { differingZones, levelsBefore, rowsBefore } from "./earlier-problem.ts";
import type { End } from "./ends.ts";
import { differingShares, type Solved } from "./solved.ts";

/** What was found before, of the same rows of the project. */
export interface EarlierFindings extends RowMaps {
  readonly findings: AllocationFindings;
  readonly solved: Record<End, Solved>;
}

/** What is another since findings were made. */
export interface FindingsChanges {
  readonly before: AllocationFindings;
  /** By zone row: 1 where it is in the problems or not, where its need, what it keeps or may use, or its share is another. */
  readonly zones: Uint8Array;
  /** By facility row: 1 where zones keep more or less of it. */
  readonly facilities: Uint8Array;
  /** By level before: the place of the same share now, or `NO_ROW`. */
  readonly levels: Uint32Array;
}

export function changesSince(
  { findings, solved: before, ...maps }: EarlierFindings,
  now: Record<End, Solved>,
  keptOf: KeptByFacility,
): FindingsChanges {
  const zones = new Uint8Array(findings.zones.levelOf.length);
  for (const zone of before.careful.problem.zones) zones[zone] = 1;
  const { problem, rooms, allocation } = now.careful;
  const shares = differingShares(
    now.careful,
    before.careful,
    rowsBefore(problem, before.careful.problem, maps).zones,
  );
  const differs = (["careful", "hopeful"] as const).map((end) => {
    const [{ problem: one }, { problem: other }] = [now[end], before[end]];
    return differingZones(one, other, rowsBefore(one, other, maps));
  });
  for (let at = 0; at < problem.zones.length; at++) {
    const zone = problem.zones[at] as number;
    const isAnother =
      shares[at] === 1 ||
      differs.some((of) => of[at] === 1) ||
      rooms.byZone[zone] !== before.careful.rooms.byZone[zone];
    zones[zone] = isAnother ? 1 : 0;
  }
  const old = keptByFacility(before.careful.rooms, keptOf.length);
  const facilities = new Uint8Array(keptOf.length);
  for (let row = 0; row < facilities.length; row++) {
    if (!sameAmount(keptOf[row], old[row])) facilities[row] = 1;
  }
  return {
    ...{ before: findings, zones, facilities },
    levels: levelsBefore(before.careful.allocation.levels, allocation.levels),
  };
}
