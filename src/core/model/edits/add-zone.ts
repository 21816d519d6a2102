import { issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { unitFinder } from "../../deficit/find-unit.ts";
import { tierOf } from "../../deficit/territory.ts";
import { unitTree } from "../../deficit/unit-tree.ts";
import { isOfficialCode } from "../../standards/admin-code.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { placedZone, type ZonePlace } from "./place-zone.ts";
import { withMembers } from "./with-members.ts";
import { zoneFaults } from "./zone-faults.ts";
import { placeRemarks } from "./zone-remarks.ts";

/**
 * Takes in another zone, at a place if it has one. Refused if its id is taken, or it cannot be. What it does not say of
 * where it lies in the administration is filled in from the unit that its names or its place tell.
 */
export function addZone(
  project: Project,
  { zone, place }: { readonly zone: ResidentialZone; readonly place?: ZonePlace | undefined },
): Outcome<Patch> {
  const { id } = zone;
  if (id.trim() === "") return refused(issue("row.id-missing", "error", {}));
  if (indexOfId(project.zones, id) >= 0)
    return refused(issue("edit.zone-id-taken", "error", { id }, { id, column: "id" }));
  const faults = zoneFaults(id, zone);
  if (faults.length > 0) return refused(...faults);
  const placed = place === undefined ? done(zone) : placedZone(zone, place);
  if (!placed.ok) return placed;
  const after = filed(project, placed.value);
  return done({ zones: [{ after }] }, [...placed.issues, ...placeRemarks(project, undefined, after)]);
}

/** Names and code of the unit that the zone lies in, where it says none. */
function filed({ units, zones }: Project, zone: ResidentialZone): ResidentialZone {
  const { unit } = unitFinder(units)(zone);
  if (unit === undefined)
    return withMembers<ResidentialZone>(zone, { adminCode: zone.adminCode ?? codeOfStreet(zones, zone) });
  const path = unitTree(units).upwards(unit);
  const nameOf = (tier: number) => path.find(({ level }) => tierOf(level) === tier)?.name;
  const code = path.find(({ id }) => isOfficialCode(id))?.id;
  return withMembers<ResidentialZone>(zone, {
    community: zone.community ?? nameOf(0),
    street: zone.street ?? nameOf(1),
    district: zone.district ?? nameOf(2),
    adminCode: zone.adminCode ?? code,
  });
}

/** The code of all zones that state the same street of the same district, if it is one. */
function codeOfStreet(
  zones: readonly ResidentialZone[],
  { street, district }: ResidentialZone,
): string | undefined {
  if (street === undefined) return undefined;
  const same = zones.filter((zone) => zone.street === street && (!district || zone.district === district));
  const codes = new Set(same.map(({ adminCode }) => adminCode));
  return codes.size === 1 ? [...codes][0] : undefined;
}
