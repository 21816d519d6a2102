import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { ANALYSIS_FILES, type AnalysisFile } from "./analysis-names.ts";
import { facilitiesCsv, ledgerCsv, linksCsv, rollUpCsv, zonesCsv } from "./analysis-tables.ts";
import { summaryJson } from "./summary-json.ts";
import { verdictsJson } from "./verdicts-json.ts";
import { zonesGeoJson } from "./zones-geojson.ts";

/** All files of an analysis, by name. Ids in code-unit order; no time, path or thread is in them. */
export function analysisFiles(pipeline: Pipeline): Readonly<Record<AnalysisFile, string>> {
  const files = ANALYSIS_FILES.map((file) => [file, fileOf(file, pipeline)]);
  return Object.fromEntries(files) as Record<AnalysisFile, string>;
}

export function fileOf(file: AnalysisFile, pipeline: Pipeline): string {
  return WRITERS[file](pipeline);
}

const WRITERS: Readonly<Record<AnalysisFile, (pipeline: Pipeline) => string>> = {
  "zones.csv": zonesCsv,
  "facilities.csv": facilitiesCsv,
  "rollup.csv": rollUpCsv,
  "links.csv": linksCsv,
  "ledger.csv": ledgerCsv,
  "verdicts.json": verdictsJson,
  "certificates.json": certificatesJson,
  "summary.json": summaryJson,
  "zones.geojson": zonesGeoJson,
};

/** Empty until a method that proves its shortages is there; the method says so. */
function certificatesJson({ parameters }: Pipeline): string {
  return `${JSON.stringify({ certificates: [], method: parameters.supply })}\n`;
}
