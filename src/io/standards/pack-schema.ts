import * as z from "zod";
import { FACILITY_STATUSES } from "../../core/model/facility.ts";
import { FACILITY_KINDS } from "../../core/model/facility-kind.ts";
import { METRICS, STOCK_MATERIALS } from "../../core/standards/rule.ts";
import { CONFLICT_POLICIES, PROFILES } from "../../core/standards/rule-pack.ts";

/*
 * The shape of a pack file: members, types and words; unknown members are refused. Bounds of numbers
 * and texts stand here for the published schema only: `checkPack` decides on them, for files and edits alike.
 */

const word = z.string().meta({ minLength: 1 });
const text = z
  .strictObject({ zh: word, en: word })
  .meta({ id: "Text", description: "The same sentence in both languages" });
const kind = z.enum(FACILITY_KINDS).meta({ id: "FacilityKind" });
const kinds = z.array(kind);
const fromZero = z.number().meta({ minimum: 0 });
const aboveZero = z.number().meta({ exclusiveMinimum: 0 });
const optionalText = text.exactOptional();

const clause = z
  .strictObject({
    document: word.meta({ description: "Key of a document of the pack, or EXT" }),
    clause: word.meta({ description: "Place in the document, in its own numbering" }),
    line: z.int().meta({ minimum: 1 }).exactOptional(),
    paraphrase: text,
    sourceStatus: z.enum(["primary", "secondary", "transcribed"]).exactOptional(),
    url: z.string().meta({ format: "uri", pattern: "^https?://" }).exactOptional(),
  })
  .meta({ id: "Clause" });

const policyDocument = z
  .strictObject({
    key: word,
    title: text,
    status: z.enum(["issued", "issued_unnumbered", "draft", "descriptive", "secondary"]),
    number: word.exactOptional(),
    issued: z.iso.date().exactOptional(),
    note: optionalText,
  })
  .meta({ id: "Document" });

const unit = z
  .enum(["m2", "slot", "bed", "facility", "community", "storey", "min", "step", "year", "%"])
  .meta({ id: "Unit" });
const base = z
  .enum(["households", "residents", "elderly60", "urban_residents"])
  .meta({ id: "PopulationBase" });
const metric = z.enum(METRICS).meta({ id: "Metric" });
const targetByYear = z.record(z.string(), fromZero.nullable()).meta({
  id: "TargetByYear",
  description: "Targets by year of four digits; null is a cell that cannot be read",
});
const choice = z
  .strictObject({
    allOf: z.array(z.array(z.enum([...FACILITY_KINDS, "E_ANY_COMMUNITY", "C_ANY", "C_INCLUSIVE"]))),
  })
  .meta({ id: "KindChoice" });

const common = {
  id: word,
  title: text,
  subject: z.enum(["elderly", "childcare", "community", "both"]),
  level: z.enum([
    "estate",
    "facility",
    "community",
    "village",
    "street",
    "district",
    "city",
    "circle",
    "process",
  ]),
  severity: z.enum(["mandatory", "target", "encouraged", "related"]),
  estateStatus: z.enum(["new", "existing"]).exactOptional(),
  conflictGroup: word.exactOptional(),
  countingBasis: z.enum(["onsite", "circle_apportioned", "facility", "admin_unit", "reach"]).exactOptional(),
  deadline: z.strictObject({ years: aboveZero, startStated: z.boolean() }).exactOptional(),
  grantedFrom: z.iso.date().exactOptional(),
  wordedForRenewal: z.boolean().exactOptional(),
  approximate: z.boolean().exactOptional(),
  ambiguities: z.array(word),
  note: optionalText,
  clauses: z.array(clause),
};

const threshold = fromZero;
const yearly = targetByYear.exactOptional();

/** One record per rule type. */
const rule = z
  .discriminatedUnion("type", [
    z.strictObject({
      ...common,
      type: z.literal("ratio_min"),
      metric,
      unit,
      threshold,
      base,
      per: aboveZero,
      targetByYear: yearly,
    }),
    z.strictObject({
      ...common,
      type: z.literal("floor"),
      metric,
      unit,
      threshold,
      targetByYear: yearly,
      kinds: kinds.exactOptional(),
      andSlots: fromZero.exactOptional(),
    }),
    z.strictObject({
      ...common,
      type: z.literal("max"),
      metric: z.literal("storey"),
      unit,
      threshold,
      relaxed: z
        .strictObject({ threshold: fromZero, needs: z.array(z.enum(["denseArea", "fireCompliant"])) })
        .exactOptional(),
    }),
    z.strictObject({
      ...common,
      type: z.literal("presence"),
      metric: z.literal("facility_count"),
      kinds: choice,
      unit,
      threshold,
      targetByYear: yearly,
    }),
    z.strictObject({
      ...common,
      type: z.literal("count_min"),
      metric: z.enum([
        "facility_count",
        "registered_childcare_institutions",
        "new_communities_with_inclusive_childcare_per_year",
      ]),
      kinds: choice.exactOptional(),
      unit,
      threshold,
      targetByYear: yearly,
    }),
    z.strictObject({
      ...common,
      type: z.literal("share_min"),
      metric: z.enum(["share_units_with", "nursing_bed_share", "inclusive_slot_share"]),
      kinds: choice.exactOptional(),
      unit: z.literal("%"),
      threshold,
      targetByYear: yearly,
    }),
    z.strictObject({
      ...common,
      type: z.literal("reach"),
      metric: z.literal("reachable"),
      kinds: choice,
      unit: z.literal("min"),
      threshold,
      targetByYear: yearly,
    }),
    z.strictObject({
      ...common,
      type: z.literal("process"),
      metric: z.enum(["four_sync", "two_sync", "stock_transition", "stock_conversion", "pooling"]),
      unit: unit.exactOptional(),
      threshold: threshold.exactOptional(),
      materials: z.array(z.enum(STOCK_MATERIALS)).exactOptional(),
    }),
    z.strictObject({
      ...common,
      type: z.literal("not_specified"),
      metric,
      unit,
      base: base.exactOptional(),
      per: aboveZero.exactOptional(),
    }),
  ])
  .meta({ id: "Rule", description: "One record per rule type" });

const ambiguity = z
  .strictObject({
    id: word,
    text,
    options: z.array(word),
    byDefault: word,
    handling: text,
  })
  .meta({ id: "Ambiguity" });

const countedFor = z
  .strictObject({ counted: kinds, secondReading: kinds, never: kinds, registered: kinds })
  .meta({ id: "CountedFor" });
const statuses = z.array(z.enum(FACILITY_STATUSES));
const kindSet = z.strictObject({ kinds, inclusive: z.boolean().exactOptional() }).meta({ id: "KindSet" });

const version = z.string().regex(/^\d+\.\d+\.\d+$/);
const packStatus = z.enum(["issued", "issued_unnumbered", "draft", "secondary", "custom"]);

export const rulePackSchema = z.strictObject({
  id: word,
  version,
  title: text,
  city: text,
  adminCodes: z.array(word),
  documents: z.array(policyDocument),
  status: packStatus,
  validTo: z.iso.date().exactOptional(),
  conflictPolicy: z.enum(CONFLICT_POLICIES),
  populationCoefficient: z.strictObject({
    low: aboveZero,
    high: aboveZero,
    lowSource: text,
    highSource: text,
  }),
  circle: z.strictObject({
    minutes: aboveZero,
    limits: z.record(z.enum(PROFILES), aboveZero),
    detour: z.number().meta({ minimum: 1 }),
    detourRange: z.strictObject({ low: aboveZero, high: aboveZero }).exactOptional(),
    elderlyRule: word.exactOptional(),
    childcareRule: word.exactOptional(),
    scope: text,
  }),
  countedKinds: z.strictObject({
    byMetric: z.partialRecord(metric, countedFor),
    statuses: z.strictObject({ counted: statuses, planReviewAlso: statuses, never: statuses }),
    kindSets: z.strictObject({ E_ANY_COMMUNITY: kindSet, C_ANY: kindSet, C_INCLUSIVE: kindSet }),
  }),
  rules: z.array(rule),
  ambiguities: z.array(ambiguity),
  custom: z
    .strictObject({
      copiedFrom: word.exactOptional(),
      enteredBy: word,
      checkedBy: word.exactOptional(),
      date: z.iso.date(),
    })
    .exactOptional(),
});

export const overlaySchema = z.strictObject({
  id: word,
  version,
  title: text,
  appliesTo: z.array(word),
  defaultOn: z.boolean(),
  status: packStatus,
  documents: z.array(policyDocument),
  ambiguities: z.array(ambiguity),
  rules: z.array(rule),
});
