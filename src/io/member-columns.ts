import type { AdminUnit } from "../core/model/admin-unit.ts";
import type { Facility, FacilityCell } from "../core/model/facility.ts";
import type { ResidentialZone, ZoneCell } from "../core/model/residential-zone.ts";
import type { CandidateSite } from "../core/model/site.ts";
import { type Field, HEADINGS } from "./columns.ts";

/** What is read from a row: members of the tables, and cells that nobody could read. */
export type Member = Exclude<
  keyof Facility | keyof ResidentialZone | keyof CandidateSite | keyof AdminUnit | FacilityCell | ZoneCell,
  "unread" | "assumed" | "entrances" | "buildings" | "phases" | "planningCondition" | "asBuiltSurvey"
>;

/**
 * The columns that members are read from, as the file names them and in its order; `geometry` for a place that is drawn
 * and not written. Of members that no column of the file holds, our own names of their columns.
 */
export function columnsBehind(
  members: readonly Member[],
  headings: ReadonlyMap<Field, string>,
): readonly string[] {
  const isWritten = PLACE.some((field) => headings.has(field));
  const isDrawn = (member: Member) => member === "shape" || (member === "at" && !isWritten);
  const fields = new Set(members.flatMap((member) => (isDrawn(member) ? [] : fieldsBehind(member))));
  const named = [...headings].flatMap(([field, heading]) => (fields.has(field) ? [heading] : []));
  const found = members.some(isDrawn) ? [...named, "geometry"] : named;
  return found.length > 0 ? found : [...fields];
}

/** The columns that a member of any table is read from; none of one that is drawn, or that no table states. */
export function columnsOf(member: string): readonly Field[] {
  if (UNTOLD.has(member)) return [];
  if (Object.hasOwn(FIELDS, member)) return FIELDS[member as OtherwiseNamed];
  return Object.hasOwn(HEADINGS, member) ? [member as Field] : [];
}

/** That there are any a table can tell, but not what they are. */
const UNTOLD: ReadonlySet<string> = new Set(["phases"]);

function fieldsBehind(member: Member): readonly Field[] {
  return isOtherwiseNamed(member) ? FIELDS[member] : [member];
}

type OtherwiseNamed = Exclude<Member, Field>;

function isOtherwiseNamed(member: Member): member is OtherwiseNamed {
  return Object.hasOwn(FIELDS, member);
}

const PLACE: readonly Field[] = ["lon", "lat", "lonlat"];

/** Of members that are not read from the one column of their name. */
const FIELDS: Readonly<Record<OtherwiseNamed, readonly Field[]>> = {
  at: PLACE,
  shape: [],
  areas: ["elderly_m2", "childcare_m2", "community_m2"],
  elderlyArea: ["elderly_m2"],
  childcareArea: ["childcare_m2"],
  communityArea: ["community_m2"],
  totalArea: ["total_m2"],
  landArea: ["land_m2"],
  residentialArea: ["residential_m2"],
  usableArea: ["usable_m2"],
  nursingBeds: ["nursing_beds"],
  denseArea: ["dense_area"],
  fireCompliant: ["fire_compliant"],
  pooling: ["pooled_with", "pooling_approved_by", "pooling_date"],
  oldEstate: ["old_estate"],
  inRenewal: ["in_renewal"],
  householdsBasis: ["households"],
  residentsBasis: ["residents_basis"],
  grantDate: ["grant_date"],
  remediationStartDate: ["remediation_start"],
  adminCode: ["admin_code"],
  fireClass: ["fire_class"],
  yearlyCost: ["yearly_cost"],
  usableYears: ["usable_years"],
  titleCertificate: ["title_certificate"],
  expropriationListed: ["expropriation_listed"],
  population: [
    ...(["residents", "hukou", "urban_residents", "elderly60", "under3", "households"] as const),
    ...(["year", "source"] as const),
  ],
};
