import type { Parameters } from "../analysis/parameters.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import { type Facility, type FacilityStatus, hasEnded } from "../model/facility.ts";
import { subjectOfKind } from "../model/facility-kind.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { registrationOf } from "../supply/capacity.ts";

/** Whether a facility is there to be counted in its unit. */
export const RUNS = { no: 0, yes: 1, perhaps: 2 } as const;

/**
 * By facility row, one of `RUNS`: of a status that counts, above ground, registered where it must be. Where one of these
 * is not known it runs perhaps. Of rows that seem to be one place the first that runs counts, and perhaps only where
 * another of them is closed; of rows that are perhaps one the others run perhaps.
 */
export function runningUnder(
  facilities: readonly Facility[],
  duplicates: CountedOnce,
  pack: RulePack,
  { countStatuses }: Parameters,
): Uint8Array {
  const statuses = new Set(countStatuses ?? pack.countedKinds.statuses.counted);
  for (const never of pack.countedKinds.statuses.never) statuses.delete(never);
  const running = Uint8Array.from(facilities, (facility) => runs(facility, statuses, pack));
  for (const group of duplicates.groups) {
    const kept =
      group.find((row) => running[row] === RUNS.yes) ?? group.find((row) => running[row] === RUNS.perhaps);
    const ended = group.some((row) => hasEnded(facilities[row]?.status));
    for (const row of group) {
      if (row !== kept) running[row] = RUNS.no;
      else if (ended) running[row] = RUNS.perhaps;
    }
  }
  for (const group of duplicates.perhaps) {
    const kept = group.find((row) => running[row] === RUNS.yes);
    for (const row of group) if (row !== kept && running[row] === RUNS.yes) running[row] = RUNS.perhaps;
  }
  return running;
}

function runs(facility: Facility, statuses: ReadonlySet<FacilityStatus>, pack: RulePack): number {
  const { status, storey, kind, unread } = facility;
  const isCare = subjectOfKind(kind) !== "community";
  if (status !== undefined && !statuses.has(status)) return RUNS.no;
  if (isCare && storey !== undefined && storey < 1) return RUNS.no;
  const registration = registrationOf(facility, pack.countedKinds.byMetric.childcare_slots);
  if (registration === "no") return RUNS.no;
  const unsure = status === undefined || registration === "unknown" || (isCare && unread?.includes("storey"));
  return unsure ? RUNS.perhaps : RUNS.yes;
}
