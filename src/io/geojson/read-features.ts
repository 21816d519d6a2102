import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { systemNamed } from "../crs/declared.ts";
import type { Matching } from "../reading.ts";
import type { SourceBlock, SourceRow, SourceTable } from "../source-row.ts";
import { brokenFeature, tableOfFeatures } from "./feature-table.ts";
import { afterSpace, elementsAt, membersAt, recordsAt, type Span } from "./json-spans.ts";
import { type Headings, parsed, readFeature } from "./read-feature.ts";

/**
 * The features of a GeoJSON collection, or one feature after another (newline-delimited, with or without record
 * separators). Features are parsed one by one: a large file never stands in memory as a whole, and a broken feature
 * does not take the others along.
 */
export function readFeatures(
  text: string,
  file: string,
  matched: Matching | undefined,
): Outcome<SourceTable> {
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
  if (members.twice.has("features")) {
    return refused(issue("row.member-twice", "error", { name: "features" }, { file }));
  }
  const crs = systemNamed(memberOf("crs"));

  const spans = isCollection ? elementsAt(text, features.start) : recordsAt(text, start);
  const table = tableOfFeatures((headings) => blocksOf(text, file, spans, headings), matched);
  return done({ ...table, ...(crs !== undefined && { crs }) });
}

function* blocksOf(
  text: string,
  file: string,
  spans: Iterable<Span>,
  headings: Headings,
): Generator<SourceBlock> {
  let rows: SourceRow[] = [];
  let broken: Issue[] = [];
  let row = 0;
  let from = 0;
  for (const { start, end } of spans) {
    row += 1;
    const feature = readFeature(text.slice(start, end), row, headings);
    if ("row" in feature) rows.push(feature.row);
    else broken.push(brokenFeature(feature, { file, row }));
    if (end - from < BLOCK) continue;
    yield { rows, broken, share: end / text.length };
    [rows, broken, from] = [[], [], end];
  }
  yield { rows, broken, share: 1 };
}

/** Characters of a block. */
const BLOCK = 1 << 20;
