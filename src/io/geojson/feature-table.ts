import { type Issue, issue } from "../../core/base/issue.ts";
import type { Matching, Reading, Sample } from "../reading.ts";
import type { SourceBlock, SourceRow, SourceTable } from "../source-row.ts";
import { type Headings, type ReadFeature, rowOfFeature } from "./read-feature.ts";

/** A layer of features whose parser has made them all. The first feature is row 1. */
export function featureTable(
  features: readonly GeoJSON.Feature[],
  file: string,
  { columns }: Reading,
): SourceTable {
  return tableOfFeatures((headings) => blocksOf(features, file, headings), columns);
}

/** A table of the features of a layer, block by block; its first block is read to tell the columns. */
export function tableOfFeatures(
  blocksBy: (headings: Headings) => Iterator<SourceBlock>,
  matched: Matching = {},
): SourceTable {
  const headings: Headings = { matched, known: new Map(), unknown: new Set(), first: [] };
  const blocks = blocksBy(headings);
  // The first block tells the columns before anybody asks what the rows are.
  const begun = blocks.next();
  const first: SourceBlock | undefined = begun.done ? undefined : begun.value;
  const types = first?.rows.map(({ geometry }) => String(geometry?.type)) ?? [];
  const areas = types.some((type) => type.endsWith("Polygon"));
  const lines = types.length > 0 && types.every((type) => type.endsWith("LineString"));
  return {
    headings: headings.known,
    unknownHeadings: headings.unknown,
    sample: sampleOf(headings.first),
    drawn: areas ? "areas" : lines ? "lines" : "otherwise",
    issues: [],
    blocks: first ? from(first, blocks) : [],
  };
}

function sampleOf(first: readonly GeoJSON.GeoJsonProperties[]): Sample {
  const headings = [...new Set(first.flatMap((properties) => Object.keys(properties ?? {})))];
  const textOf = (value: unknown) => {
    if (typeof value === "string") return value.trim();
    return value === null || value === undefined ? "" : JSON.stringify(value);
  };
  return {
    headings,
    lines: first.map((properties) => headings.map((heading) => textOf(properties?.[heading]))),
    rows: first.map((_, i) => i + 1),
  };
}

/** What cannot be a row, as an issue. */
export function brokenFeature(found: Exclude<ReadFeature, { row: SourceRow }>, at: Issue["at"]): Issue {
  return found.broken === "feature"
    ? issue("row.no-feature", "error", {}, at)
    : issue("row.member-twice", "error", { name: found.broken.twice }, at);
}

function* from(first: SourceBlock, others: Iterator<SourceBlock>): Generator<SourceBlock> {
  yield first;
  for (let next = others.next(); !next.done; next = others.next()) yield next.value;
}

function* blocksOf(
  features: readonly GeoJSON.Feature[],
  file: string,
  headings: Headings,
): Generator<SourceBlock> {
  for (let start = 0; start < features.length; start += BLOCK) {
    const rows: SourceRow[] = [];
    const broken: Issue[] = [];
    const block = features.slice(start, start + BLOCK);
    for (const [i, feature] of block.entries()) {
      const row = start + i + 1;
      const found = rowOfFeature(feature, row, headings);
      if ("row" in found) rows.push(found.row);
      else broken.push(brokenFeature(found, { file, row }));
    }
    yield { rows, broken, share: (start + block.length) / features.length };
  }
}

/** Features of a block. */
const BLOCK = 2000;
