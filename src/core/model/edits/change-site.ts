import type { SiteId } from "../../base/ids.ts";
import { type Issue, issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { inChina } from "../../geo/china.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import type { CandidateSite } from "../site.ts";
import { countFaults } from "./count-faults.ts";
import { type Members, withMembers } from "./with-members.ts";

/** What of a candidate site can be changed: everything but its id. It is somewhere, whatever else is unknown. */
export type SiteChange = Members<Omit<CandidateSite, "id" | "at" | "assumed">> &
  Partial<Pick<CandidateSite, "at">>;

/** Takes in another candidate site. Refused if its id is taken, or it cannot be. */
export function addSite(project: Project, after: CandidateSite): Outcome<Patch> {
  const { id, ...members } = after;
  if (id.trim() === "") return refused(issue("row.id-missing", "error", {}));
  if (indexOfId(project.sites, id) >= 0)
    return refused(issue("edit.site-id-taken", "error", { id }, { id, column: "id" }));
  const faults = siteFaults(project, id, members);
  return faults.length > 0 ? refused(...faults) : done({ sites: [{ after }] });
}

/** Says otherwise what a candidate site is. Refused where nothing would be different, or it cannot be. */
export function changeSite(
  project: Project,
  { id, change }: { readonly id: SiteId; readonly change: SiteChange },
): Outcome<Patch> {
  const before = project.sites[indexOfId(project.sites, id)];
  if (before === undefined) return unknown(id);
  const faults = siteFaults(project, id, change);
  if (faults.length > 0) return refused(...faults);
  const after = withMembers<CandidateSite>(before, change);
  if (after === before) return refused(issue("edit.nothing-changed", "error", { id }, { id }));
  return done({ sites: [{ before, after }] });
}

/** Takes a candidate site out. Nothing of the document rests on one. */
export function deleteSite(project: Project, { id }: { readonly id: SiteId }): Outcome<Patch> {
  const before = project.sites[indexOfId(project.sites, id)];
  return before === undefined ? unknown(id) : done({ sites: [{ before }] });
}

/**
 * Why a site cannot be as it is to be. Only what is changed is asked about: what was taken in before stands. It is in China, unless
 * zones are elsewhere too.
 */
function siteFaults(
  { facilities, zones }: Pick<Project, "facilities" | "zones">,
  id: SiteId,
  change: SiteChange,
): readonly Issue[] {
  const { at, enlarges, zone, storey, usableArea, landArea, cost, yearlyCost, earliest, usableYears } =
    change;
  const faults: Issue[] = [];
  if (at && !(Math.abs(at.lng) <= 180 && Math.abs(at.lat) <= 90)) {
    const facts = { lng: String(at.lng), lat: String(at.lat) };
    faults.push(issue("edit.no-place", "error", facts, { id, column: "lon" }));
  } else if (at && !inChina(at) && !zones.some((each) => each.at && !inChina(each.at)))
    faults.push(issue("edit.outside-china", "error", {}, { id, column: "lon" }));
  if (enlarges !== undefined && indexOfId(facilities, enlarges) < 0)
    faults.push(issue("edit.unknown-facility", "error", { id: enlarges }, { id, column: "enlarges" }));
  if (zone !== undefined && indexOfId(zones, zone) < 0)
    faults.push(issue("edit.unknown-zone", "error", { id: zone }, { id, column: "zone" }));
  const amounts = [usableArea, landArea, cost, yearlyCost];
  faults.push(...countFaults(id, { amounts, counts: [earliest, usableYears] }));
  if (storey !== undefined && !Number.isInteger(storey))
    faults.push(issue("edit.impossible-number", "error", { value: String(storey) }, { id }));
  return faults;
}

function unknown(id: SiteId): Outcome<never> {
  return refused(issue("edit.unknown-site", "error", { id }, { id }));
}
