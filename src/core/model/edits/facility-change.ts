import type { Facility, FacilityCell } from "../facility.ts";
import { areaFor } from "../facility.ts";
import { type Members, withMembers } from "./with-members.ts";

/** What of a facility can be changed: everything but its id. It is of some kind, whatever else is unknown. */
export type FacilityChange = Members<Omit<Facility, "id" | "kind" | "areas" | "unread">> &
  Partial<Pick<Facility, "kind" | "areas">>;

/** The facility as changed. What is stated now is no doubt any more, whatever its source said unreadably. */
export function changedFacility(before: Facility, change: FacilityChange): Facility {
  const after = withMembers(before, change);
  const unread = before.unread?.filter((cell) => !isStated(cell, change));
  return withMembers(after, { unread: unread && unread.length > 0 ? unread : undefined });
}

function isStated(cell: FacilityCell, change: FacilityChange): boolean {
  switch (cell) {
    case "elderlyArea":
      return areaFor({ areas: change.areas ?? [] }, "elderly") !== undefined;
    case "childcareArea":
      return areaFor({ areas: change.areas ?? [] }, "childcare") !== undefined;
    case "communityArea":
      return areaFor({ areas: change.areas ?? [] }, "community") !== undefined;
    default:
      return change[cell] !== undefined;
  }
}
