import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { ANALYSIS_FILES, type AnalysisFile } from "./analysis-names.ts";
import { facilitiesCsv, ledgerCsv, linksCsv, rollUpCsv, zonesCsv } from "./analysis-tables.ts";
import { fileDigest } from "./file-digest.ts";
import { summaryJson } from "./summary-json.ts";
import { verdictsJson } from "./verdicts-json.ts";
import { zonesGeoJson } from "./zones-geojson.ts";

/** All files of an analysis, by name. Ids in code-unit order; no time, path or thread is in them. */
export function analysisFiles(pipeline: Pipeline): Readonly<Record<AnalysisFile, string>> {
  const files: Partial<Record<AnalysisFile, string>> = {};
  const digests: Record<string, string> = {};
  for (const [file, write] of Object.entries(WRITERS) as [TableFile, (typeof WRITERS)[TableFile]][]) {
    const text = write(pipeline);
    files[file] = text;
    digests[file] = fileDigest(text);
  }
  files["summary.json"] = summaryJson(pipeline, digests);
  return Object.fromEntries(ANALYSIS_FILES.map((file) => [file, files[file]])) as Record<
    AnalysisFile,
    string
  >;
}

/** The summary costs writing all the others, whose digests stand in it. */
export function fileOf(file: AnalysisFile, pipeline: Pipeline): string {
  return file === "summary.json" ? analysisFiles(pipeline)[file] : WRITERS[file](pipeline);
}

type TableFile = Exclude<AnalysisFile, "summary.json">;

const WRITERS: Readonly<Record<TableFile, (pipeline: Pipeline) => string>> = {
  "zones.csv": zonesCsv,
  "facilities.csv": facilitiesCsv,
  "rollup.csv": rollUpCsv,
  "links.csv": linksCsv,
  "ledger.csv": ledgerCsv,
  "verdicts.json": verdictsJson,
  "certificates.json": certificatesJson,
  "zones.geojson": zonesGeoJson,
};

/** Empty until a method that proves its shortages is there; the method says so. */
function certificatesJson({ parameters }: Pipeline): string {
  return `${JSON.stringify({ certificates: [], method: parameters.supply })}\n`;
}
