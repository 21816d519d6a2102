import { done, type Outcome } from "../../core/base/outcome.ts";
import type { ZoneChange } from "../../core/model/edits/change-zone.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import type { Field } from "../columns.ts";
import { ZONE_COLUMNS, ZONE_ORIGIN } from "../export/tables/zone-table.ts";
import { placingFrom } from "../to-model/placing.ts";
import { toZone } from "../to-model/to-zone.ts";
import { readTyped, type Typed, type WrittenRow, writtenRow } from "./typed-row.ts";

/** Columns that can be typed into, and what each of them says of a zone. */
const MEMBERS = {
  name: "name",
  status: "status",
  old_estate: "oldEstate",
  in_renewal: "inRenewal",
  households: "households",
  residents: "residents",
  residents_basis: "residentsBasis",
  elderly60: "elderly60",
  under3: "under3",
  residential_m2: "residentialArea",
  stage: "stage",
  grant_date: "grantDate",
  remediation_start: "remediationStartDate",
  pack: "pack",
  admin_code: "adminCode",
  district: "district",
  street: "street",
  community: "community",
  source: "source",
  date: "date",
  checked: "checked",
} as const satisfies Partial<Record<Field, keyof ZoneChange>>;

export type ZoneField = keyof typeof MEMBERS;

/** What a zone can be said to be from the first besides: what it is called by, and where it lies in the administration. */
export type NewZoneField = ZoneField | "id" | "street" | "community" | "admin_code";

/** A zone as texts. Estimated households are none: whoever types a number states it. */
export function writtenZone(zone: ResidentialZone): WrittenRow {
  return writtenRow(zone, [...ZONE_COLUMNS, ...ZONE_ORIGIN]);
}

/** The zone that was typed, without a place; refused where an import would refuse it or leave a value unknown. */
export function typedZone(typed: Typed<NewZoneField>): Outcome<ResidentialZone> {
  return readTyped(typed, new Set(Object.keys(typed) as Field[]), (reader) =>
    toZone(reader, placingFrom({}), undefined),
  );
}

/** What is to be changed of a zone so that it says what was typed; refused where an import would leave it unknown. */
export function typedZoneChange(before: ResidentialZone, typed: Typed<ZoneField>): Outcome<ZoneChange> {
  const asked = new Set(Object.keys(typed) as Field[]);
  const read = readTyped({ ...writtenZone(before).texts, ...typed }, asked, (reader) =>
    toZone(reader, placingFrom({}), undefined),
  );
  if (!read.ok) return read;
  const change: Partial<Record<keyof ZoneChange, unknown>> = {};
  for (const field of Object.keys(typed) as ZoneField[]) change[MEMBERS[field]] = read.value[MEMBERS[field]];
  return done(change as ZoneChange);
}
