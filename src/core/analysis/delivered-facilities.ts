import type { FacilityId } from "../base/ids.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Judgement } from "../standards/judgement.ts";
import { isOfPhase } from "./zone-columns.ts";

/**
 * The facilities delivered with the phase whose lines a judgement shows, and before it; `undefined`, if it shows the
 * whole.
 */
export function deliveredIn(
  { phases = [] }: ResidentialZone,
  judgement: Judgement,
): ReadonlySet<FacilityId> | undefined {
  if (!isOfPhase(judgement)) return undefined;
  const shown = judgement.phases?.find(({ overall }) => overall === judgement.overall)?.no ?? 0;
  return new Set(phases.flatMap(({ no, facilities }) => (no <= shown ? facilities : [])));
}
