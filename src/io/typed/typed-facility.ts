import { done, type Outcome } from "../../core/base/outcome.ts";
import type { FacilityChange } from "../../core/model/edits/facility-change.ts";
import type { Facility, FunctionalArea } from "../../core/model/facility.ts";
import type { Subject } from "../../core/model/facility-kind.ts";
import type { Field } from "../columns.ts";
import { FACILITY_COLUMNS, FACILITY_ORIGIN } from "../export/tables/facility-table.ts";
import { placingFrom } from "../to-model/placing.ts";
import type { RowReader } from "../to-model/row-reader.ts";
import { toFacility } from "../to-model/to-facility.ts";
import { readTyped, type Typed, type WrittenRow, withGroups, writtenRow } from "./typed-row.ts";

/** Columns that can be typed into, and what each of them says of a facility. */
const MEMBERS = {
  name: "name",
  kind: "kind",
  status: "status",
  lon: "at",
  lat: "at",
  address: "address",
  admin_code: "adminCode",
  street: "street",
  community: "community",
  elderly_m2: "areas",
  childcare_m2: "areas",
  community_m2: "areas",
  total_m2: "totalArea",
  land_m2: "landArea",
  slots: "slots",
  beds: "beds",
  nursing_beds: "nursingBeds",
  storey: "storey",
  dense_area: "denseArea",
  fire_compliant: "fireCompliant",
  registered: "registered",
  inclusive: "inclusive",
  zone: "zone",
  shared: "shared",
  pooled_with: "pooling",
  pooling_approved_by: "pooling",
  pooling_date: "pooling",
  investment: "investment",
  opens: "opens",
  phone: "phone",
  hours: "hours",
  source: "source",
  date: "date",
  checked: "checked",
} as const satisfies Partial<Record<Field, keyof FacilityChange>>;

export type FacilityField = keyof typeof MEMBERS;

/** A facility as texts. */
export function writtenFacility(facility: Facility): WrittenRow {
  const { at } = facility;
  const { texts, unread } = writtenRow(facility, [...FACILITY_COLUMNS, ...FACILITY_ORIGIN]);
  return { texts: { ...texts, ...(at && { lon: String(at.lng), lat: String(at.lat) }) }, unread };
}

/** What is to be changed of a facility so that it says what was typed; refused where an import would leave it unknown. */
export function typedChange(before: Facility, typed: Typed<FacilityField>): Outcome<FacilityChange> {
  const asked = withGroups(typed, FACILITY_GROUPS);
  const read = readTyped({ ...writtenFacility(before).texts, ...typed }, asked, facilityOf);
  if (!read.ok) return read;
  const after = read.value;
  const change: Partial<Record<keyof FacilityChange, unknown>> = {};
  for (const field of asked) {
    const member = MEMBERS[field as FacilityField];
    change[member] = member === "areas" ? areasOf(before, after, asked) : after[member];
  }
  return done(change as FacilityChange);
}

/** The facility that was typed; refused where an import would refuse it or leave a value unknown. */
export function typedFacility(typed: Typed<FacilityField | "id">): Outcome<Facility> {
  return readTyped(typed, withGroups(typed, FACILITY_GROUPS), facilityOf);
}

/** They say something only together. */
export const FACILITY_GROUPS: readonly (readonly FacilityField[])[] = [
  ["lon", "lat"],
  ["pooled_with", "pooling_approved_by", "pooling_date"],
];

function facilityOf(reader: RowReader): Facility | undefined {
  return toFacility(reader, placingFrom({}));
}

/** The areas of the subjects that were typed, measured as before, among the others as they were. */
function areasOf(before: Facility, after: Facility, asked: ReadonlySet<Field>): readonly FunctionalArea[] {
  const typed = new Set(SUBJECTS.flatMap(([field, subject]) => (asked.has(field) ? [subject] : [])));
  const kept = before.areas.filter(({ subject }) => !typed.has(subject));
  const stated = after.areas
    .filter(({ subject }) => typed.has(subject))
    .map((area): FunctionalArea => {
      const basis = before.areas.find(({ subject }) => subject === area.subject)?.basis;
      return basis === undefined ? area : { ...area, basis };
    });
  const order = [...before.areas, ...stated].map(({ subject }) => subject);
  return [...kept, ...stated].toSorted((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
}

const SUBJECTS: readonly (readonly [FacilityField, Subject])[] = [
  ["elderly_m2", "elderly"],
  ["childcare_m2", "childcare"],
  ["community_m2", "community"],
];
