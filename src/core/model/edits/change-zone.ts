import type { ZoneId } from "../../base/ids.ts";
import { issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { type Members, withMembers } from "./with-members.ts";
import { zoneFaults } from "./zone-faults.ts";

/** What of a zone can be said otherwise: its people, its status, its names; neither its id nor where it lies. */
export type ZoneChange = Members<
  Omit<ResidentialZone, "id" | "unread" | "shape" | "at" | "entrances" | "buildings" | "phases">
>;

/** Says otherwise what a zone is. Refused where nothing would be different, or it cannot be. */
export function changeZone(
  project: Project,
  { id, change }: { readonly id: ZoneId; readonly change: ZoneChange },
): Outcome<Patch> {
  const before = project.zones[indexOfId(project.zones, id)];
  if (before === undefined) return refused(issue("edit.unknown-zone", "error", { id }, { id }));
  const faults = zoneFaults(id, change);
  if (faults.length > 0) return refused(...faults);
  const after = changedZone(before, change);
  if (after === before) return refused(issue("edit.nothing-changed", "error", { id }, { id }));
  return done({ zones: [{ before, after }] });
}

/**
 * Households that somebody states are no estimate any more. What is stated now is no doubt either; a number of residents
 * that was read stays one as long as nobody says which it is, and so do residents of whom nobody says how many.
 */
function changedZone(before: ResidentialZone, change: ZoneChange): ResidentialZone {
  const declared = "households" in change && !("householdsBasis" in change);
  const after = withMembers<ResidentialZone>(
    before,
    declared ? { householdsBasis: undefined, ...change } : change,
  );
  const unread = before.unread?.filter((cell) => {
    if (cell === "phases") return true;
    if (cell !== "residents") return change[cell] === undefined;
    const isSaid = before.residents === undefined ? change.residents : change.residentsBasis;
    return isSaid === undefined || after.residents === undefined;
  });
  return withMembers<ResidentialZone>(after, { unread: unread && unread.length > 0 ? unread : undefined });
}
