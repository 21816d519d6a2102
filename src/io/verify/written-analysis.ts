import * as z from "zod";
import type { AnalysisFile } from "../export/analysis-names.ts";
import { readCsv } from "../export/read-csv.ts";

/** The files of an analysis as they were written, read back. Only what re-adding looks at. */
export interface WrittenAnalysis {
  readonly texts: Readonly<Record<AnalysisFile, string>>;
  readonly zones: readonly Row[];
  readonly facilities: readonly Row[];
  readonly ledger: readonly Row[];
  readonly links: readonly Row[];
  readonly rollup: readonly Row[];
  readonly summary: z.infer<typeof SUMMARY>;
  readonly verdicts: z.infer<typeof VERDICTS_FILE>;
  /** A rule as the pack of a zone has it. */
  readonly ruleOf: (zone: string | undefined, rule: string | undefined) => RuleFacts | undefined;
  readonly map: z.infer<typeof MAP>;
  readonly certificates: z.infer<typeof CERTIFICATES>;
  readonly screening: boolean;
}

export type Row = Readonly<Record<string, string>>;

export type RuleFacts = z.infer<typeof RULE>;
export type WrittenCounted = z.infer<typeof COUNTED>;
export type WrittenLine = z.infer<typeof LINE>;
export type WrittenZone = z.infer<typeof ZONE>;

/** A file that is none of an analysis: its name and why, in one sentence. */
export class UnreadableAnalysis extends Error {
  override readonly name = "UnreadableAnalysis";
}

const COUNT_BY_NAME = z.record(z.string(), z.number());
const PEOPLE = z.looseObject({ covered: z.number(), total: z.number() });

const SUMMARY = z.looseObject({
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
      z.object({ metric: z.string(), amount: z.number(), zones: z.number(), zonesKnown: z.number() }),
    ),
    verdicts: COUNT_BY_NAME,
    estimated: z.number(),
    people: z.array(z.object({ subject: z.string(), covered: PEOPLE })),
  }),
  coverage: z.array(
    z.object({ subject: z.string(), profile: z.string(), kind: z.string().optional(), people: PEOPLE }),
  ),
  worstZones: z.array(
    z.object({
      metric: z.string(),
      zones: z.array(z.object({ zone: z.string(), missing: z.number() })),
    }),
  ),
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

const LINE = z.object({
  rule: z.string(),
  verdict: z.string(),
  severity: z.string(),
  group: z.string().optional(),
  arithmetic: z.string(),
  required: z.number().optional(),
  provided: z.number().optional(),
  missing: z.number().optional(),
  /** Of what is provided, what only may count: it is in no ledger. */
  perhaps: z.number().optional(),
  counted: z.array(COUNTED),
  notCounted: z.array(COUNTED),
});

const ZONE = z.object({
  zone: z.string(),
  verdict: z.string(),
  pack: z.string().optional(),
  sensitive: z.boolean(),
  estimated: z.boolean(),
  remarks: z.array(z.string()),
  lines: z.array(LINE),
});

/** Rules by pack and id. */
const VERDICTS_FILE = z.object({
  rules: z.record(z.string(), z.record(z.string(), RULE)),
  zones: z.array(ZONE),
});

const MAP = z.object({
  features: z.array(
    z.object({
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
    }),
  ),
});

const CERTIFICATES = z.object({ certificates: z.array(z.unknown()), method: z.string() });

/** Throws `UnreadableAnalysis` where a file is not JSON, or not the JSON of an analysis. */
export function writtenAnalysis(texts: Readonly<Record<AnalysisFile, string>>): WrittenAnalysis {
  const json = <Schema extends z.ZodType>(file: AnalysisFile, schema: Schema) =>
    jsonIn(file, texts[file], schema);
  const summary = json("summary.json", SUMMARY);
  const verdicts = json("verdicts.json", VERDICTS_FILE);
  const { supply } = summary.parameters;
  const packs = new Map(verdicts.zones.map(({ zone, pack }) => [zone, pack]));
  return {
    texts,
    zones: readCsv(texts["zones.csv"]),
    facilities: readCsv(texts["facilities.csv"]),
    ledger: readCsv(texts["ledger.csv"]),
    links: readCsv(texts["links.csv"]),
    rollup: readCsv(texts["rollup.csv"]),
    summary,
    verdicts,
    ruleOf: (zone = "", rule = "") => verdicts.rules[packs.get(zone) ?? ""]?.[rule],
    map: json("zones.geojson", MAP),
    certificates: json("certificates.json", CERTIFICATES),
    screening: supply === "catchment" || supply === "floating",
  };
}

/** The number of a cell; `undefined` where it is empty. */
export function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || cell === "" ? undefined : Number(cell);
}

function jsonIn<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableAnalysis(`${file} is no JSON (${error instanceof Error ? error.message : error})`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new UnreadableAnalysis(
    `${file} is not of an analysis (${first?.path.join(".") ?? ""}: ${first?.message ?? ""})`,
  );
}
