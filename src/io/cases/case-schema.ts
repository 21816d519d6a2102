import * as z from "zod";
import { isDay } from "../../core/base/day.ts";
import { UNIT_CASE_LEVELS, UNIT_FIGURES } from "../../core/cases/case.ts";
import { FACILITY_STATUSES } from "../../core/model/facility.ts";
import { CARE_SUBJECTS, FACILITY_KINDS } from "../../core/model/facility-kind.ts";
import { ZONE_STAGES } from "../../core/model/residential-zone.ts";
import { METRICS, STOCK_MATERIALS } from "../../core/standards/rule.ts";
import { CONFLICT_POLICIES, PROFILES } from "../../core/standards/rule-pack.ts";

/** A member that may be left out (not asked about) or be null (unknown). */
const known = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().exactOptional();

const word = z.string().min(1);
const amount = known(z.number());
const flag = known(z.boolean());
const day = known(z.iso.date().refine(isDay, "a day of the calendar, as 2025-12-31"));
const year = z.int().min(1900).max(2200).exactOptional();
const metricAmounts = z.partialRecord(z.enum(METRICS), z.number().nullable()).meta({
  id: "Supply",
  description: "m², slots or beds by metric; a metric that is null or absent is unknown, never zero",
});
const status = z.enum([...FACILITY_STATUSES, "existing"]).meta({
  id: "FacilityStatus",
  description: "existing reads as built",
});
const kind = known(z.enum(FACILITY_KINDS));
const stage = z.enum(ZONE_STAGES).meta({ id: "Stage" });

const agreement = z
  .strictObject({
    facility: word.exactOptional(),
    zones: z.array(word).exactOptional(),
    estates: z.array(word).exactOptional(),
    estateIds: z.array(word).exactOptional(),
    approvedBy: known(z.string()),
    date: day,
    shareBy: z.literal("households").exactOptional(),
  })
  .meta({ id: "Agreement", description: "Estates that may pool rooms, and who approved it" });

const settings = z
  .strictObject({
    conflictPolicy: z.enum(CONFLICT_POLICIES).exactOptional(),
    apportion: z.enum(["proportional", "none", "catchment"]).exactOptional(),
    countStatuses: z.array(status).exactOptional(),
    populationBase: z.enum(["resident", "hukou"]).exactOptional(),
    populationSource: z.enum(["declared", "coefficient"]).exactOptional(),
    pooling: z.union([z.boolean(), agreement]).exactOptional(),
    overlays: z.array(word).exactOptional(),
    overlay: word.exactOptional(),
    year,
    coverageTarget: z.number().gt(0).max(1).exactOptional(),
    areaBasis: z.literal("gross").exactOptional(),
    area200Scope: z.literal("estate").exactOptional(),
    landBasis: z.enum(["independent", "none"]).exactOptional(),
    applyOldEstateTargetToAllExisting: z.literal(true).exactOptional(),
    includeAncillarySafetyArea: z.literal(true).exactOptional(),
  })
  .meta({ id: "Settings", description: "Choices that the documents leave open" })
  .exactOptional();

const phase = z.strictObject({
  no: z.int(),
  households: amount,
  residents: amount,
  facilities: z.array(word).exactOptional(),
  supply: metricAmounts.exactOptional(),
});

const estate = z
  .strictObject({
    id: word.exactOptional(),
    name: known(z.string()),
    status: known(z.enum(["new", "existing", "oldEstate", "renewal"])),
    households: amount,
    householdsBasis: known(z.enum(["declared", "estimated"])),
    residents: amount,
    residentsBasis: known(z.enum(["resident", "hukou", "planned"])),
    elderly60: amount,
    under3: amount,
    grantDate: day,
    landGrantDate: day,
    oldEstate: flag,
    inRenewal: flag,
    inRenewalProgramme: flag,
    stage: known(stage),
    phases: z.array(phase).exactOptional(),
  })
  .meta({ id: "Estate" });

const rooms = {
  kind,
  totalAreaM2: amount,
  elderlyAreaM2: amount,
  childcareAreaM2: amount,
  communityAreaM2: amount,
  landAreaM2: amount,
  slots: amount,
  beds: amount,
  storey: amount,
  belowGround: flag,
  denseArea: flag,
  fireCompliant: flag,
  registered: flag,
  inclusive: flag,
};

const facility = z
  .strictObject({
    id: word,
    name: known(z.string()),
    status: known(status),
    site: known(z.string()),
    zone: known(z.string()),
    reaches: z.array(word).exactOptional(),
    shared: flag,
    pooling: known(agreement),
    poolingAgreement: known(agreement),
    lng: amount,
    lon: amount,
    lat: amount,
    ...rooms,
  })
  .meta({
    id: "Facility",
    description: "Areas and slots that are absent are none; null is an unknown number of them",
  });

const estateInput = z.strictObject({
  estate: estate.exactOptional(),
  estates: z.array(estate).min(1).exactOptional(),
  evaluate: word.exactOptional(),
  supply: metricAmounts.exactOptional(),
  facilities: z.array(facility).exactOptional(),
  agreements: z.array(agreement).exactOptional(),
  poolingAgreement: known(agreement),
  stage: stage.exactOptional(),
  year,
  settings,
});

const unitSupply = z.partialRecord(z.enum([...METRICS, ...UNIT_FIGURES]), z.number().nullable());
const kindOrSet = z.enum([...FACILITY_KINDS, "E_ANY_COMMUNITY", "C_ANY", "C_INCLUSIVE"]);
const byKind = z
  .union([z.number().nullable(), z.partialRecord(kindOrSet, z.number().nullable())])
  .meta({ id: "Count", description: "One number, or one for each kind or kind set" })
  .exactOptional();

const unitInput = z.strictObject({
  year,
  households: amount,
  residents: amount,
  elderly60: amount,
  urban_residents: amount,
  hukou: amount,
  supply: unitSupply.exactOptional(),
  units: amount,
  unitsWith: byKind,
  facilities: byKind,
  kind: kindOrSet.exactOptional(),
  metric: z
    .enum([
      "facility_count",
      "share_units_with",
      "nursing_bed_share",
      "inclusive_slot_share",
      "registered_childcare_institutions",
      "new_communities_with_inclusive_childcare_per_year",
    ])
    .exactOptional(),
  settings,
});

const facilityInput = z.strictObject({
  facilityAreaM2: amount,
  estateStatus: known(z.enum(["new", "existing"])),
  year,
  settings,
  ...rooms,
});

const processInput = z.strictObject({
  applicationDate: day,
  asOf: day,
  inExpropriationArea: flag,
  hasRealEstateCertificate: flag,
  materials: known(z.array(z.enum(STOCK_MATERIALS))),
  cityApprovalDate: day,
  remediationStartDate: day,
});

const metres = known(z.number().min(0));
const reachInput = z.strictObject({
  straightM: metres,
  networkM: metres,
  detour: known(z.number().min(1)),
  profile: z.enum(PROFILES).exactOptional(),
  networkLimitM: metres,
});

const circleInput = z.strictObject({
  subject: z.enum(CARE_SUBJECTS).exactOptional(),
  people: amount,
  peopleCovered: amount,
  year,
  settings,
});

const head = {
  id: z.string().exactOptional(),
  pack: word.meta({ description: "Id of a rule pack; any for a walk" }),
  title: z.string().exactOptional(),
  handCalc: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  expected: z.unknown().optional(),
};

const caseOf = <Level extends string, Input extends z.ZodType>(level: Level, input: Input) =>
  z.strictObject({ ...head, level: z.literal(level), input });

/** A case as it is written in a file. One record per level. */
export const caseSchema = z.discriminatedUnion("level", [
  caseOf("estate", estateInput),
  ...UNIT_CASE_LEVELS.map((level) => caseOf(level, unitInput)),
  caseOf("facility", facilityInput),
  caseOf("process", processInput),
  caseOf("reach", reachInput),
  caseOf("circle", circleInput),
]);

export type WrittenCase = z.infer<typeof caseSchema>;
export type WrittenEstateInput = z.infer<typeof estateInput>;
export type WrittenEstate = z.infer<typeof estate>;
export type WrittenFacility = z.infer<typeof facility>;
export type WrittenAgreement = z.infer<typeof agreement>;
export type WrittenSettings = z.infer<typeof settings>;

/** The JSON Schema of a case (draft 2020-12), as published in `docs/cases/case.schema.json`. */
export function publishedCaseSchema(): string {
  const schema = z.toJSONSchema(caseSchema);
  const head = {
    $schema: schema.$schema,
    title: "Case of 老小圈",
    description:
      "Figures of one estate, unit, facility, application or walk, to be judged by one rule pack. null is unknown; what is absent is not asked about.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
