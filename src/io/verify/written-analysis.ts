import * as z from "zod";
import type { AnalysisFile } from "../export/analysis-names.ts";
import { csvRows } from "../export/read-csv.ts";
import { textPieces, wholeText } from "./file-text.ts";
import { jsonList } from "./json-list.ts";

/** The bytes of a file in pieces, from its beginning each time. */
export type OpenFile = (file: AnalysisFile) => Iterable<Uint8Array>;

/**
 * The files of an analysis as they were written, read back. Only what re-adding looks at. What there is for every zone
 * or link is read from its file each time somebody goes through it, since a nation's does not stand in memory; that
 * throws `UnreadableAnalysis` as soon as a row is none of an analysis.
 */
export interface WrittenAnalysis {
  readonly open: OpenFile;
  readonly zones: Iterable<Row>;
  readonly facilities: readonly Row[];
  readonly ledger: Iterable<Row>;
  readonly links: Iterable<Row>;
  readonly rollup: readonly Row[];
  readonly summary: z.infer<typeof SUMMARY>;
  /** What is said of each zone, without its evidence. */
  readonly judged: readonly JudgedZone[];
  /** The same with it. */
  readonly evidence: Iterable<WrittenZone>;
  /** A rule as the pack of a zone has it. */
  readonly ruleOf: (zone: string | undefined, rule: string | undefined) => RuleFacts | undefined;
  readonly features: Iterable<WrittenFeature>;
  readonly certificates: z.infer<typeof CERTIFICATES>;
  readonly screening: boolean;
}

export type Row = Readonly<Record<string, string>>;

export type RuleFacts = z.infer<typeof RULE>;
export type WrittenCounted = z.infer<typeof COUNTED>;
export type WrittenLine = z.infer<typeof LINE>;
export type WrittenZone = z.infer<typeof ZONE>;
export type WrittenFeature = z.infer<typeof FEATURE>;

export type JudgedLine = Omit<WrittenLine, "arithmetic" | "counted" | "notCounted">;
export interface JudgedZone extends Omit<WrittenZone, "lines"> {
  readonly lines: readonly JudgedLine[];
}

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

/** Rules by pack and id, beside the zones. */
const RULES = z.object({ rules: z.record(z.string(), z.record(z.string(), RULE)) });

const FEATURE = z.object({
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

const CERTIFICATES = z.object({ certificates: z.array(z.unknown()), method: z.string() });

/** Throws `UnreadableAnalysis` where a file is not JSON, or not the JSON of an analysis. */
export function writtenAnalysis(open: OpenFile): WrittenAnalysis {
  const rows = (file: AnalysisFile) => ({ [Symbol.iterator]: () => csvRows(textPieces(open(file))) });
  const json = <Schema extends z.ZodType>(file: AnalysisFile, schema: Schema) =>
    shaped(
      file,
      schema,
      readable(file, () => JSON.parse(wholeText(open(file)))),
    );
  const summary = json("summary.json", SUMMARY);
  const { supply } = summary.parameters;
  const evidence = () => listed(open, "verdicts.json", "zones", ZONE);
  const { judged, others } = judgedIn(evidence());
  const { rules } = shaped("verdicts.json", RULES, others);
  const packs = new Map(judged.map(({ zone, pack }) => [zone, pack]));
  return {
    open,
    zones: rows("zones.csv"),
    facilities: [...rows("facilities.csv")],
    ledger: rows("ledger.csv"),
    links: rows("links.csv"),
    rollup: [...rows("rollup.csv")],
    summary,
    judged,
    evidence: { [Symbol.iterator]: evidence },
    ruleOf: (zone = "", rule = "") => rules[packs.get(zone) ?? ""]?.[rule],
    features: { [Symbol.iterator]: () => listed(open, "zones.geojson", "features", FEATURE) },
    certificates: json("certificates.json", CERTIFICATES),
    screening: supply === "catchment" || supply === "floating",
  };
}

/** The zones without their evidence, and what stands beside them in the file. */
function judgedIn(zones: Generator<WrittenZone, object>) {
  const words = new Map<string, string>();
  /** One text for all that are the same. */
  const word = <Text extends string | undefined>(text: Text): Text => {
    if (text === undefined) return text;
    const known = words.get(text);
    if (known === undefined) words.set(text, text);
    return (known ?? text) as Text;
  };
  const judged: JudgedZone[] = [];
  for (;;) {
    const step = zones.next();
    if (step.done) return { judged, others: step.value };
    const { lines, verdict, pack, remarks, ...zone } = step.value;
    judged.push({
      ...zone,
      verdict: word(verdict),
      pack: word(pack),
      remarks: remarks.length === 0 ? NO_REMARKS : remarks,
      lines: lines.map(
        ({ rule, verdict: ofLine, severity, group, required, provided, missing, perhaps }) => ({
          ...{ rule: word(rule), verdict: word(ofLine), severity: word(severity), group: word(group) },
          ...{ required, provided, missing, perhaps },
        }),
      ),
    });
  }
}

const NO_REMARKS: string[] = [];

/** Elements of the list of a file; gives its other members back at the end. */
function* listed<Schema extends z.ZodType>(
  open: OpenFile,
  file: AnalysisFile,
  list: string,
  schema: Schema,
): Generator<z.infer<Schema>, object> {
  const elements = jsonList(textPieces(open(file)), list);
  for (let at = 0; ; at++) {
    const step = readable(file, () => elements.next());
    if (step.done) return step.value;
    yield shaped(file, schema, step.value, [list, at]);
  }
}

/** The number of a cell; `undefined` where it is empty. */
export function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || cell === "" ? undefined : Number(cell);
}

function readable<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableAnalysis(`${file} is no JSON (${error.message})`);
  }
}

/** `place` is where in the file the value stands. */
function shaped<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  value: unknown,
  place: readonly PropertyKey[] = [],
): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const path = [...place, ...(first?.path ?? [])].join(".");
  throw new UnreadableAnalysis(`${file} is not of an analysis (${path}: ${first?.message ?? ""})`);
}
