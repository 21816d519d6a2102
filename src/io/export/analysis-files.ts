import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { growingDigest } from "../../core/base/digest.ts";
import type { Digest } from "../../core/base/ids.ts";
import { invariant } from "../../core/base/invariant.ts";
import { ANALYSIS_FILES, type AnalysisFile, WALKS_FILE } from "./analysis-names.ts";
import { facilitiesCsv, ledgerCsv, linksCsv, rollUpCsv, zonesCsv } from "./analysis-tables.ts";
import { certificatesJson } from "./certificates-json.ts";
import { summaryJson } from "./summary-json.ts";
import { verdictsJson } from "./verdicts-json.ts";
import { walksCsv } from "./walks-csv.ts";
import { zonesGeoJson } from "./zones-geojson.ts";

/** A file of an analysis as UTF-8, in pieces that are made as they are taken. */
export interface FileInPieces {
  readonly file: AnalysisFile;
  readonly pieces: Generator<Uint8Array<ArrayBuffer>>;
}

/**
 * All files of an analysis, one after another and each in pieces: a nation's do not stand in memory. Each is to be taken
 * to its end before the next, since the last, `summary.json`, holds the digests of the others. Ids in code-unit order; no
 * time, path or thread is in them.
 */
export function* analysisInPieces(pipeline: Pipeline): Generator<FileInPieces> {
  const digests: Record<string, Digest> = {};
  const byStreets = pipeline.parameters.reach === "network";
  for (const file of byStreets ? ([...TABLE_FILES, WALKS_FILE] as const) : TABLE_FILES) {
    yield { file, pieces: digested(encoded(WRITERS[file](pipeline)), (digest) => (digests[file] = digest)) };
    invariant(digests[file] !== undefined, "a file is taken to its end before the next");
  }
  yield { file: "summary.json", pieces: encoded([summaryJson(pipeline, digests)]) };
}

/** All files of an analysis as texts, by name; for one that is small. */
export function analysisFiles(pipeline: Pipeline): AnalysisTexts {
  const files: Partial<Record<AnalysisFile, string>> = {};
  for (const { file, pieces } of analysisInPieces(pipeline)) files[file] = textOf(pieces);
  return files as AnalysisTexts;
}

/** Every file of an analysis as a text. */
export type AnalysisTexts = Readonly<Record<Exclude<AnalysisFile, typeof WALKS_FILE>, string>> & {
  readonly [WALKS_FILE]?: string;
};

/** The summary costs writing all the others, whose digests stand in it. */
export function fileOf(file: AnalysisFile, pipeline: Pipeline): string {
  return file === "summary.json"
    ? analysisFiles(pipeline)["summary.json"]
    : [...WRITERS[file](pipeline)].join("");
}

function* encoded(blocks: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (const block of blocks) yield encoder.encode(block);
}

/** The same pieces; tells their digest once all are taken. */
function* digested(
  pieces: Iterable<Uint8Array<ArrayBuffer>>,
  tell: (digest: Digest) => void,
): Generator<Uint8Array<ArrayBuffer>> {
  const digest = growingDigest();
  for (const piece of pieces) {
    digest.add(piece);
    yield piece;
  }
  tell(digest.digest());
}

function textOf(pieces: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

type TableFile = Exclude<AnalysisFile, "summary.json">;

const WRITERS: Readonly<Record<TableFile, (pipeline: Pipeline) => Iterable<string>>> = {
  "zones.csv": zonesCsv,
  "facilities.csv": facilitiesCsv,
  "rollup.csv": rollUpCsv,
  "links.csv": linksCsv,
  "ledger.csv": ledgerCsv,
  "walks.csv": walksCsv,
  "verdicts.json": verdictsJson,
  "certificates.json": certificatesJson,
  "zones.geojson": zonesGeoJson,
};

const TABLE_FILES = ANALYSIS_FILES.filter((file) => file !== "summary.json");
