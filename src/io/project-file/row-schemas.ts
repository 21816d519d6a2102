import * as z from "zod";
import { type Choices, OFFSITES } from "../../core/analysis/parameters.ts";
import { isDay } from "../../core/base/day.ts";
import type { Polygon, Ring } from "../../core/geo/lng-lat.ts";
import { ADMIN_LEVELS, type AdminUnit } from "../../core/model/admin-unit.ts";
import { CHECK_STATUSES } from "../../core/model/check-status.ts";
import { FACILITY_CELLS, FACILITY_STATUSES, type Facility } from "../../core/model/facility.ts";
import { FACILITY_KINDS } from "../../core/model/facility-kind.ts";
import type { Backdrop, DuplicateDecision } from "../../core/model/project.ts";
import { type ResidentialZone, ZONE_CELLS, ZONE_STAGES } from "../../core/model/residential-zone.ts";
import { type CandidateSite, FIRE_CLASSES, SITE_WAYS } from "../../core/model/site.ts";
import type { StreetChange } from "../../core/network/changed-streets.ts";
import { PACKED_COLUMNS, type PackedRow, type StreetCounts } from "../../core/network/packed-streets.ts";
import { CONFLICT_POLICIES, PROFILES } from "../../core/standards/rule-pack.ts";
import type { ProjectFacts } from "./write-project.ts";

/** Shapes of the rows of a project file: what a hand may have changed is checked before it counts. */
const id = z.string().min(1);
const words = z.string().exactOptional();
const flag = z.boolean().exactOptional();
/** Finite and not negative: JSON has no NaN, and no count or area is below zero. */
const amount = z.number().min(0);
const amounts = amount.exactOptional();
const count = z.int().min(0).exactOptional();
const year = z.int().min(1900).max(2200).exactOptional();
const storey = z.int().exactOptional();
const day = z.string().refine(isDay);
const checked = z.enum(CHECK_STATUSES).exactOptional();

const lngLat = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
const ring: z.ZodType<Ring> = z.array(lngLat).min(3);
const polygon = z.array(ring).min(1) as unknown as z.ZodType<Polygon>;

const metres = z.number().positive();
const profile = z.enum(PROFILES);

const choicesSchema: z.ZodType<Choices> = z.strictObject({
  reach: z.enum(["straight", "network"]).exactOptional(),
  supply: z.enum(["onsite", "catchment", "floating", "fair"]).exactOptional(),
  offsite: z.enum(OFFSITES).exactOptional(),
  detour: z.number().min(1).exactOptional(),
  cap: z.number().min(0).exactOptional(),
  limits: z.strictObject({ elderly: metres, carer_with_infant: metres, adult: metres }).exactOptional(),
  decides: z.strictObject({ elderly: profile, childcare: profile }).exactOptional(),
  conflict: z.enum(CONFLICT_POLICIES).exactOptional(),
  year,
  pack: words,
  overlays: z.array(id).exactOptional(),
  countStatuses: z.array(z.enum(FACILITY_STATUSES)).exactOptional(),
  coverageTarget: z.number().min(0).max(1).exactOptional(),
});

export const factsSchema: z.ZodType<ProjectFacts> = z.strictObject({
  name: z.string(),
  origin: z.enum(["demo", "imported"]),
  pack: words,
  parameters: choicesSchema.exactOptional(),
  asOf: words,
});

export const facilitySchema: z.ZodType<Facility> = z.strictObject({
  id,
  name: words,
  kind: z.enum(FACILITY_KINDS),
  status: z.enum(FACILITY_STATUSES).exactOptional(),
  at: lngLat.exactOptional(),
  address: words,
  adminCode: words,
  street: words,
  community: words,
  areas: z.array(
    z.strictObject({
      subject: z.enum(["elderly", "childcare", "community"]),
      area: amount,
      basis: z.enum(["gross", "net"]).exactOptional(),
    }),
  ),
  totalArea: amounts,
  landArea: amounts,
  slots: count,
  beds: count,
  nursingBeds: count,
  storey,
  denseArea: flag,
  fireCompliant: flag,
  registered: flag,
  inclusive: flag,
  zone: words,
  shared: flag,
  pooling: z
    .strictObject({
      zones: z.array(id),
      approvedBy: z.string().exactOptional(),
      date: day.exactOptional(),
    })
    .exactOptional(),
  investment: amounts,
  opens: year,
  phone: words,
  hours: words,
  source: words,
  date: day.exactOptional(),
  checked,
  unread: z.array(z.enum(FACILITY_CELLS)).exactOptional(),
});

const metricValues = z.strictObject({
  elderly_building_area: amounts,
  childcare_building_area: amounts,
  childcare_slots: amounts,
  community_centre_building_area: amounts,
  elderly_land_area: amounts,
});

export const zoneSchema: z.ZodType<ResidentialZone> = z.strictObject({
  id,
  name: words,
  status: z.enum(["new", "existing"]).exactOptional(),
  oldEstate: flag,
  inRenewal: flag,
  shape: z.array(polygon).exactOptional(),
  at: lngLat.exactOptional(),
  entrances: z.array(lngLat).exactOptional(),
  buildings: z.array(lngLat).exactOptional(),
  households: count,
  householdsBasis: z.enum(["declared", "estimated"]).exactOptional(),
  residents: count,
  residentsBasis: z.enum(["resident", "hukou", "planned"]).exactOptional(),
  elderly60: count,
  under3: count,
  residentialArea: amounts,
  stage: z.enum(ZONE_STAGES).exactOptional(),
  grantDate: day.exactOptional(),
  phases: z
    .array(
      z.strictObject({
        no: z.number().int(),
        households: count,
        residents: count,
        delivered: day.exactOptional(),
        facilities: z.array(id),
      }),
    )
    .exactOptional(),
  planningCondition: metricValues.exactOptional(),
  asBuiltSurvey: metricValues.exactOptional(),
  adminCode: words,
  district: words,
  street: words,
  community: words,
  pack: words,
  remediationStartDate: day.exactOptional(),
  source: words,
  date: day.exactOptional(),
  checked,
  unread: z.array(z.enum(ZONE_CELLS)).exactOptional(),
});

export const unitSchema: z.ZodType<AdminUnit> = z.strictObject({
  id,
  name: z.string(),
  level: z.enum(ADMIN_LEVELS),
  parent: words,
  urban: flag,
  shape: z.array(polygon).exactOptional(),
  population: z
    .strictObject({
      residents: count,
      hukou: count,
      urbanResidents: count,
      elderly60: count,
      under3: count,
      households: count,
      year: z.int().exactOptional(),
      source: words,
    })
    .exactOptional(),
});

export const siteSchema: z.ZodType<CandidateSite> = z.strictObject({
  id,
  name: words,
  kind: z
    .enum([
      ...(["vacant_land", "public_building", "commercial", "workshop", "school", "kindergarten"] as const),
      ...(["community_rooms", "other"] as const),
    ])
    .exactOptional(),
  at: lngLat,
  owner: words,
  ways: z.array(z.enum(SITE_WAYS)).exactOptional(),
  enlarges: id.exactOptional(),
  zone: words,
  usableArea: amounts,
  landArea: amounts,
  storey,
  fireClass: z.literal(FIRE_CLASSES).exactOptional(),
  fireCompliant: flag,
  denseArea: flag,
  titleCertificate: flag,
  expropriationListed: flag,
  cost: amounts,
  yearlyCost: amounts,
  earliest: year,
  usableYears: count,
  assumed: z.literal(true).exactOptional(),
});

export const duplicateSchema: z.ZodType<DuplicateDecision> = z.strictObject({
  facilities: z.tuple([id, id]),
  same: z.boolean(),
});

const line = z.array(lngLat);

export const backdropSchema: z.ZodType<Backdrop> = z.strictObject({
  water: z.array(polygon),
  green: z.array(polygon),
  railways: z.array(line),
  streets: z.array(
    z.strictObject({
      name: words,
      rank: z.enum(["main", "secondary", "lane"]),
      bridge: flag,
      line,
    }),
  ),
});

const length = z.int().min(0);
const tags = z.record(z.string(), z.string());
/** What was told of a street when it was changed. */
const said = { name: words, metres: amounts };

export const streetChangeSchema: z.ZodType<StreetChange> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("closed"), way: length, from: length, to: length, ...said }),
  z.strictObject({ kind: z.literal("added"), line: z.array(lngLat).min(2), tags }),
  z.strictObject({ kind: z.literal("opened"), way: length, tags, ...said }),
]);

export const streetsSchema: z.ZodType<StreetCounts> = z.strictObject({
  ways: length,
  nodes: length,
  through: length,
  tagSets: length,
  barriers: length,
  decimals: z.literal(7).exactOptional(),
  heights: z.literal(true).exactOptional(),
});

export const streetColumnSchema: z.ZodType<PackedRow> = z.strictObject({
  column: z.enum(PACKED_COLUMNS),
  row: length,
  values: words,
  tags: z.array(tags).exactOptional(),
});
