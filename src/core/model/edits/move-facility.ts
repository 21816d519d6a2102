import type { FacilityId } from "../../base/ids.ts";
import { issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { LngLat } from "../../geo/lng-lat.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";

/** Puts a facility elsewhere. Refused if there is none of that id, or the place is none on the ground. */
export function moveFacility(
  project: Project,
  { id, to }: { readonly id: FacilityId; readonly to: LngLat },
): Outcome<Patch> {
  const before = project.facilities[indexOfId(project.facilities, id)];
  if (before === undefined) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  if (!(Math.abs(to.lng) <= 180 && Math.abs(to.lat) <= 90)) {
    return refused(issue("edit.no-place", "error", { lng: String(to.lng), lat: String(to.lat) }, { id }));
  }
  return done({ facilities: [{ before, after: { ...before, at: { lng: to.lng, lat: to.lat } } }] });
}
