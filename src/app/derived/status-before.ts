import { type FacilityStatus, hasEnded } from "../../core/model/facility.ts";
import type { Deed } from "../state/document.ts";

/** What a facility was before it was last closed or converted, if that is among what was done; else nobody knows. */
export function statusBefore(done: readonly Deed[], id: string): FacilityStatus | undefined {
  for (const { patch } of done.toReversed()) {
    const change = patch?.facilities?.find(({ before, after }) => (before ?? after)?.id === id);
    if (hasEnded(change?.after?.status) && !hasEnded(change?.before?.status)) return change?.before?.status;
  }
  return undefined;
}
