import type * as z from "zod";
import type { AnalysisFile } from "../export/analysis-names.ts";
import { csvRows } from "../export/read-csv.ts";
import { jsonFault, placeOf, readJson, UnreadableJson } from "../text/read-json.ts";
import {
  CERTIFICATES,
  FEATURE,
  type JudgedZone,
  RULES,
  type RuleFacts,
  SUMMARY,
  type WrittenFeature,
  type WrittenZone,
  ZONE,
} from "./analysis-shapes.ts";
import { textPieces, wholeText } from "./file-text.ts";
import { jsonList } from "./json-list.ts";
import { shapeFault } from "./shape-fault.ts";

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

/** A file that is none of an analysis: its name, where and why. */
export class UnreadableAnalysis extends Error {
  override readonly name = "UnreadableAnalysis";
}

/** Throws `UnreadableAnalysis` where a file is not JSON, or neither the JSON nor the table of an analysis. */
export function writtenAnalysis(open: OpenFile): WrittenAnalysis {
  const rows = (file: keyof typeof COLUMNS) => ({
    [Symbol.iterator]: () => csvRows(textPieces(open(file)), (columns) => mustHave(file, columns)),
  });
  const json = <Schema extends z.ZodType>(file: AnalysisFile, schema: Schema) => {
    const text = wholeText(open(file));
    const value = readable(file, () => readJson(text));
    return shaped(
      schema,
      value,
      [],
      (path, sentence) => `${file}, ${jsonFault(placeOf(text, path), sentence).message}`,
    );
  };
  const summary = json("summary.json", SUMMARY);
  const { supply } = summary.parameters;
  const evidence = () => listed(open, "verdicts.json", "zones", ZONE);
  const { judged, others } = judgedIn(evidence());
  const { rules } = shaped(RULES, others, [], (_, sentence) => `verdicts.json: ${sentence}`);
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
        ({ rule, verdict: ofLine, severity, group, required, provided, missing, perhaps, assumes }) => ({
          ...{ rule: word(rule), verdict: word(ofLine), severity: word(severity), group: word(group) },
          ...{ required, provided, missing, perhaps, ...(assumes && { assumes }) },
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
    yield shaped(schema, step.value, [list, at], (_, sentence) => `${file}: ${sentence}`);
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
    if (!(error instanceof UnreadableJson)) throw error;
    throw new UnreadableAnalysis(`${file}, ${error.message}`);
  }
}

/** `place` is where in its file the value stands; `told` puts what is wrong in one sentence with the file. */
function shaped<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: readonly PropertyKey[],
  told: (path: readonly PropertyKey[], sentence: string) => string,
): z.infer<Schema> {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const { path, sentence } = shapeFault(read.error, place);
  throw new UnreadableAnalysis(told(path, sentence));
}

/** What every analysis writes of these. */
const COLUMNS = {
  "zones.csv": "zone,rule,required,provided,missing,verdict,share,nearest,metres,perhaps",
  "facilities.csv": "id,kind,subject,capacity,load,reachedZones",
  "rollup.csv": "level,unit,subject,metric,required,provided,missing,zones,households,residents,perhaps",
  "links.csv": "subject,zone,facility,metres",
  "ledger.csv": "subject,zone,facility,amount",
} as const satisfies Partial<Record<AnalysisFile, string>>;

function mustHave(file: keyof typeof COLUMNS, columns: readonly string[]): void {
  if (columns.length === 0) throw new UnreadableAnalysis(`${file} is empty.`);
  const lacking = COLUMNS[file].split(",").filter((column) => !columns.includes(column));
  if (lacking.length > 0)
    throw new UnreadableAnalysis(`${file}, row 1: there is no column ${lacking.join(", ")}.`);
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw new UnreadableAnalysis(`${file}, row 1: the column ${twice} stands twice.`);
}
