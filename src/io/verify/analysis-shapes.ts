import * as z from "zod";
import { CERTIFICATE } from "./allocation/certificate-shape.ts";

export type RuleFacts = z.infer<typeof RULE>;
export type WrittenCounted = z.infer<typeof COUNTED>;
export type WrittenLine = z.infer<typeof LINE>;
export type WrittenZone = z.infer<typeof ZONE>;
export type WrittenCertificate = z.infer<typeof METRIC_CERTIFICATE>;
export type WrittenFeature = z.infer<typeof FEATURE>;

export type JudgedLine = Omit<WrittenLine, "arithmetic" | "counted" | "notCounted">;
export interface JudgedZone extends Omit<WrittenZone, "lines"> {
  readonly lines: readonly JudgedLine[];
}

// Of the JSON files of an analysis, what re-adding looks at.

const COUNT_BY_NAME = z.record(z.string(), z.number());
const PEOPLE = z.looseObject({ covered: z.number(), total: z.number() });

export const SUMMARY = z.looseObject({
  project: z.object({ zones: z.number(), facilities: z.number() }),
  parameters: z.object({
    supply: z.string(),
    conflict: z.string(),
    limits: COUNT_BY_NAME,
    decides: z.record(z.string(), z.string()),
  }),
  metrics: z.array(z.string()),
  headline: z.object({
    zones: z.number(),
    missing: z.array(
      z.object({
        metric: z.string(),
        amount: z.number(),
        perhaps: z.number(),
        zones: z.number(),
        zonesKnown: z.number(),
      }),
    ),
    verdicts: COUNT_BY_NAME,
    estimated: z.number(),
    people: z.array(z.object({ subject: z.string(), covered: PEOPLE })),
  }),
  coverage: z.array(
    z.object({ subject: z.string(), profile: z.string(), kind: z.string().optional(), people: PEOPLE }),
  ),
  /** Of walks along streets. */
  network: z
    .looseObject({
      notConnected: z.array(
        z.object({ subject: z.string(), zones: z.array(z.string()), facilities: z.array(z.string()) }),
      ),
    })
    .optional(),
  worstZones: z.array(
    z.object({
      metric: z.string(),
      zones: z.array(z.object({ zone: z.string(), missing: z.number() })),
    }),
  ),
  /** Of a fair allocation, by metric. */
  allocations: z
    .array(
      z.object({
        metric: z.string(),
        zones: z.number(),
        need: z.number(),
        served: z.number(),
        missing: z.number(),
        certain: z.number(),
        districts: z.number(),
      }),
    )
    .optional(),
  files: z.record(z.string(), z.string()).optional(),
});

const RULE = z.object({
  subject: z.string(),
  metric: z.string().optional(),
  unit: z.string().optional(),
  severity: z.string(),
  group: z.string().optional(),
});

/** A facility that counts for a line, or does not, and how far it is where it is reached. */
const COUNTED = z.object({
  facility: z.string(),
  amount: z.number().optional(),
  metres: z.number().optional(),
  where: z.string().optional(),
  why: z.string().optional(),
});

/** Zones that a pass assumes to use none of the rooms outside that it counts on. */
const ASSUMES = z.object({
  zones: z.array(z.object({ zone: z.string() })),
  more: z.number(),
  placeless: z.number(),
});

const LINE = z.object({
  rule: z.string(),
  verdict: z.string(),
  severity: z.string(),
  group: z.string().optional(),
  arithmetic: z.string(),
  required: z.number().optional(),
  provided: z.number().optional(),
  missing: z.number().optional(),
  /** What may count beside what is provided: it is in no ledger. */
  perhaps: z.number().optional(),
  counted: z.array(COUNTED),
  assumes: ASSUMES.optional(),
  notCounted: z.array(COUNTED),
});

export const ZONE = z.object({
  zone: z.string(),
  verdict: z.string(),
  pack: z.string().optional(),
  sensitive: z.boolean(),
  estimated: z.boolean(),
  remarks: z.array(z.string()),
  lines: z.array(LINE),
});

/** Rules by pack and id, beside the zones. */
export const RULES = z.object({ rules: z.record(z.string(), z.record(z.string(), RULE)) });

export const FEATURE = z.object({
  id: z.string(),
  properties: z
    .object({
      id: z.string(),
      verdict: z.string().nullable(),
      households: z.number().nullish(),
      residents: z.number().nullish(),
      units: z.record(z.string(), z.string()),
    })
    .catchall(z.unknown()),
});

const METRIC_CERTIFICATE = CERTIFICATE.extend({
  subject: z.string(),
  /** What its facilities keep for zones of their own outside it. */
  reserved: z.number().optional(),
  /** Missing whatever comes true of what nobody knows. */
  certain: z.number().optional(),
  /** Number of the 片区. */
  district: z.number().optional(),
});

export const CERTIFICATES = z.object({ certificates: z.array(METRIC_CERTIFICATE), method: z.string() });
