import { done, type Outcome } from "../../core/base/outcome.ts";
import type { SiteChange } from "../../core/model/edits/change-site.ts";
import type { CandidateSite } from "../../core/model/site.ts";
import type { Field } from "../columns.ts";
import { SITE_COLUMNS } from "../export/tables/site-table.ts";
import { placingFrom } from "../to-model/placing.ts";
import type { RowReader } from "../to-model/row-reader.ts";
import { toSite } from "../to-model/to-site.ts";
import { readTyped, type Typed, type WrittenRow, withGroups, writtenRow } from "./typed-row.ts";

/** Columns that can be typed into, and what each of them says of a candidate site. */
const MEMBERS = {
  name: "name",
  kind: "kind",
  lon: "at",
  lat: "at",
  owner: "owner",
  ways: "ways",
  enlarges: "enlarges",
  zone: "zone",
  usable_m2: "usableArea",
  land_m2: "landArea",
  storey: "storey",
  fire_class: "fireClass",
  fire_compliant: "fireCompliant",
  dense_area: "denseArea",
  title_certificate: "titleCertificate",
  expropriation_listed: "expropriationListed",
  cost: "cost",
  yearly_cost: "yearlyCost",
  earliest: "earliest",
  usable_years: "usableYears",
} as const satisfies Partial<Record<Field, keyof SiteChange>>;

export type SiteField = keyof typeof MEMBERS;

/** A candidate site as texts. */
export function writtenSite(site: CandidateSite): WrittenRow {
  const { texts, unread } = writtenRow(site, SITE_COLUMNS);
  return { texts: { ...texts, lon: String(site.at.lng), lat: String(site.at.lat) }, unread };
}

/** What is to be changed of a site so that it says what was typed; refused where an import would leave it unknown. */
export function typedSiteChange(before: CandidateSite, typed: Typed<SiteField>): Outcome<SiteChange> {
  const asked = withGroups(typed, GROUPS);
  const read = readTyped({ ...writtenSite(before).texts, ...typed }, asked, siteOf);
  if (!read.ok) return read;
  const change: Partial<Record<keyof SiteChange, unknown>> = {};
  for (const field of asked) {
    const member = MEMBERS[field as SiteField];
    change[member] = read.value[member];
  }
  return done(change as SiteChange);
}

/** The candidate site that was typed; refused where an import would refuse it or leave a value unknown. */
export function typedSite(typed: Typed<SiteField | "id">): Outcome<CandidateSite> {
  return readTyped(typed, withGroups(typed, GROUPS), siteOf);
}

/** They say something only together. */
const GROUPS: readonly (readonly SiteField[])[] = [["lon", "lat"]];

function siteOf(reader: RowReader): CandidateSite | undefined {
  return toSite(reader, placingFrom({}));
}
