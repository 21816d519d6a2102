import type { ZoneId } from "../../base/ids.ts";
import { type Issue, issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { normalisedName } from "../duplicates.ts";
import type { Facility } from "../facility.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { firstOf } from "./zone-remarks.ts";

/**
 * Takes a zone out. Rooms that were built for it do not become anybody's: they name it still, as registers do that name
 * a zone nobody knows, and agreements that it is part of stay as they were signed, so that nobody's share of them grows.
 * All that this leaves without a zone is told.
 */
export function deleteZone(project: Project, { id }: { readonly id: ZoneId }): Outcome<Patch> {
  const before = project.zones[indexOfId(project.zones, id)];
  if (before === undefined) return refused(issue("edit.unknown-zone", "error", { id }, { id }));
  const name = nameFor(project, before);
  const facilities = project.facilities.flatMap((facility) =>
    facility.zone === id && name !== id ? [{ before: facility, after: { ...facility, zone: name } }] : [],
  );
  return done(
    { zones: [{ before }], ...(facilities.length > 0 && { facilities }) },
    lossesOf(project.facilities, before),
  );
}

/** What its rooms name it by from now on: its name tells more than its id, where no other zone is known by it. */
function nameFor({ zones }: Project, { id, name }: ResidentialZone): string {
  if (name === undefined) return id;
  const key = normalisedName(name);
  const isAnothers = zones.some(
    (zone) => zone.id !== id && (zone.id === name || normalisedName(zone.name ?? "") === key),
  );
  return isAnothers ? id : name;
}

function lossesOf(facilities: readonly Facility[], { id, phases = [] }: ResidentialZone): readonly Issue[] {
  const rooms = facilities.filter(({ zone }) => zone === id);
  const pooled = facilities.filter(({ pooling }) => pooling?.zones.includes(id));
  return [
    ...(rooms.length > 0
      ? [issue("edit.rooms-without-zone", "warning", { count: rooms.length, facilities: firstOf(rooms) })]
      : []),
    ...(pooled.length > 0
      ? [issue("edit.pool-without-zone", "warning", { count: pooled.length, facilities: firstOf(pooled) })]
      : []),
    ...(phases.length > 0
      ? [issue("edit.phases-deleted", "warning", { phases: phases.length }, { id })]
      : []),
  ];
}
