import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { type Field, fieldNamed } from "../columns.ts";
import type { SourceBlock, SourceRow, SourceTable, SourceValue } from "../source-row.ts";
import { projectionOf } from "./crs.ts";
import { afterSpace, elementsAt, membersAt, recordsAt, type Span } from "./json-spans.ts";

/**
 * The features of a GeoJSON collection, or one feature after another (newline-delimited, with or without record
 * separators). Features are parsed one by one: a large file never stands in memory as a whole, and a broken feature
 * does not take the others along.
 */
export function readFeatures(text: string, file: string): Outcome<SourceTable> {
  const start = afterSpace(text, 0);
  if (start === text.length) return refused(issue("file.empty", "error", {}, { file }));
  if (text[start] !== "{") return refused(issue("file.no-geojson", "error", {}, { file }));
  const members = membersAt(text, start);
  if (members === undefined) return refused(issue("file.broken-off", "error", {}, { file }));
  const memberOf = (name: string) => {
    const span = members.get(name);
    return span && parsed(text.slice(span.start, span.end));
  };
  const type = memberOf("type");
  const features = members.get("features");
  const isCollection = type === "FeatureCollection" && features !== undefined && text[features.start] === "[";
  if (!isCollection && type !== "Feature") return refused(issue("file.no-geojson", "error", {}, { file }));
  const crs = projectionOf(memberOf("crs"));
  if (crs !== undefined) return refused(issue("file.other-crs", "error", { crs }, { file }));

  const spans = isCollection ? elementsAt(text, features.start) : recordsAt(text, start);
  const headings = new Map<Field, string>();
  const unknownHeadings = new Set<string>();
  const blocks = blocksOf(text, file, spans, headings, unknownHeadings);
  // The first block tells the columns before anybody asks what the rows are.
  const begun = blocks.next();
  const first = begun.done ? undefined : begun.value;
  const areas = first?.rows.some(({ geometry }) => String(geometry?.type).endsWith("Polygon"));
  return done({
    headings,
    unknownHeadings,
    drawn: areas ? "areas" : "otherwise",
    issues: [],
    blocks: first ? from(first, blocks) : [],
  });
}

function* from(first: SourceBlock, others: Iterable<SourceBlock>): Generator<SourceBlock> {
  yield first;
  yield* others;
}

function* blocksOf(
  text: string,
  file: string,
  spans: Iterable<Span>,
  headings: Map<Field, string>,
  unknownHeadings: Set<string>,
): Generator<SourceBlock> {
  let rows: SourceRow[] = [];
  let broken: Issue[] = [];
  let row = 0;
  let from = 0;
  for (const { start, end } of spans) {
    row += 1;
    const feature = parsed(text.slice(start, end));
    if (isFeature(feature)) rows.push(rowOf(feature, row, headings, unknownHeadings));
    else broken.push(issue("row.no-feature", "error", {}, { file, row }));
    if (end - from < BLOCK) continue;
    yield { rows, broken, share: end / text.length };
    [rows, broken, from] = [[], [], end];
  }
  yield { rows, broken, share: 1 };
}

/** Characters of a block. */
const BLOCK = 1 << 20;

function rowOf(
  feature: GeoJSON.Feature,
  row: number,
  headings: Map<Field, string>,
  unknownHeadings: Set<string>,
): SourceRow {
  const values = new Map<Field, SourceValue>();
  const ranks = new Map<Field, number>();
  for (const [heading, value] of Object.entries(feature.properties ?? {})) {
    const named = fieldNamed(heading);
    if (named === undefined) unknownHeadings.add(heading);
    const given = typeof value === "string" ? value.trim() : (value as unknown);
    if (named === undefined || !isValue(given) || given === "") continue;
    // Of two columns of one meaning the plainer heading counts.
    if (named.rank >= (ranks.get(named.field) ?? Number.POSITIVE_INFINITY)) continue;
    ranks.set(named.field, named.rank);
    values.set(named.field, given);
    headings.set(named.field, heading);
  }
  if (!values.has("id") && isValue(feature.id)) {
    values.set("id", feature.id);
    headings.set("id", "id");
  }
  return { row, values, geometry: feature.geometry ?? null };
}

function isFeature(value: unknown): value is GeoJSON.Feature {
  return (
    isObject(value) && value.type === "Feature" && (value.properties == null || isObject(value.properties))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is SourceValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A JSON value. Bare NaN and Infinity, which some programs write, are read as words, so that they cost one value. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    try {
      return JSON.parse(json.replace(BARE_WORDS, (found) => (found.startsWith('"') ? found : `"${found}"`)));
    } catch {
      return undefined;
    }
  }
}

const BARE_WORDS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
