import type { FacilityId } from "../../base/ids.ts";
import { issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { settingsOf } from "../apply-patch.ts";
import { type Facility, type FacilityStatus, hasEnded } from "../facility.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import { changedFacility, type FacilityChange } from "./facility-change.ts";
import { facilityFaults } from "./facility-faults.ts";

/** Takes in another facility. Refused if its id is taken, or it cannot be. */
export function addFacility(project: Project, after: Facility): Outcome<Patch> {
  const { id, ...members } = after;
  if (id.trim() === "") return refused(issue("row.id-missing", "error", {}));
  if (indexOfId(project.facilities, id) >= 0) return refused(issue("edit.id-taken", "error", { id }, { id }));
  const faults = facilityFaults(project, { id }, members);
  return faults.length > 0 ? refused(...faults) : done({ facilities: [{ after }] });
}

/** Says otherwise what a facility is and has. Refused where nothing would be different, or it cannot be. */
export function changeFacility(
  project: Project,
  { id, change }: { readonly id: FacilityId; readonly change: FacilityChange },
): Outcome<Patch> {
  const before = project.facilities[indexOfId(project.facilities, id)];
  if (before === undefined) return unknown(id);
  const faults = facilityFaults(project, before, change);
  if (faults.length > 0) return refused(...faults);
  const after = changedFacility(before, change);
  if (after === before) return refused(issue("edit.nothing-changed", "error", { id }, { id }));
  return done({ facilities: [{ before, after }] });
}

/** From now on it serves nobody; everything that is known of it stays. Refused if it has ended already. */
export function closeFacility(project: Project, { id }: { readonly id: FacilityId }): Outcome<Patch> {
  const before = project.facilities[indexOfId(project.facilities, id)];
  if (before === undefined) return unknown(id);
  if (hasEnded(before.status)) return refused(issue("edit.closed-already", "error", { id }, { id }));
  return done({ facilities: [{ before, after: { ...before, status: "closed" } }] });
}

/**
 * Takes a closing back long after it was made. `status` is what it was before, if anybody knows: the document does not
 * keep it. Without it the status is unknown, so that the facility lets nothing pass before somebody states it.
 */
export function reopenFacility(
  project: Project,
  { id, status }: { readonly id: FacilityId; readonly status?: FacilityStatus },
): Outcome<Patch> {
  const before = project.facilities[indexOfId(project.facilities, id)];
  if (before === undefined) return unknown(id);
  if (!hasEnded(before.status) || hasEnded(status))
    return refused(issue("edit.open-already", "error", { id }, { id }));
  return done({ facilities: [{ before, after: changedFacility(before, { status }) }] });
}

/**
 * Takes a facility out, with what the user ruled on its likeness to others. Refused while others rest on it: zones that
 * pool its rooms by an agreement, or phases that it is delivered with. It can be closed instead.
 */
export function deleteFacility(project: Project, { id }: { readonly id: FacilityId }): Outcome<Patch> {
  const before = project.facilities[indexOfId(project.facilities, id)];
  if (before === undefined) return unknown(id);
  const pooled = (before.pooling?.zones ?? []).filter((zone) => zone !== before.zone);
  if (pooled.length > 0) return refused(issue("edit.facility-pools", "error", { id, zones: pooled }, { id }));
  const phased = project.zones.filter(({ phases }) =>
    phases?.some(({ facilities }) => facilities.includes(id)),
  );
  if (phased.length > 0) {
    return refused(
      issue("edit.facility-in-phase", "error", { id, zones: phased.map((zone) => zone.id) }, { id }),
    );
  }
  const decisions = project.duplicateDecisions.filter(({ facilities }) => !facilities.includes(id));
  const isRuled = decisions.length < project.duplicateDecisions.length;
  const settings = settingsOf(project);
  return done({
    facilities: [{ before }],
    ...(isRuled && { settings: { before: settings, after: { ...settings, duplicateDecisions: decisions } } }),
  });
}

function unknown(id: FacilityId): Outcome<never> {
  return refused(issue("edit.unknown-facility", "error", { id }, { id }));
}
