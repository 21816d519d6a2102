import type { AnalysisFile } from "../../src/io/export/analysis-names.ts";
import type { OpenFile } from "../../src/io/verify/written-analysis.ts";

/** Texts as files on a disk that gives so many bytes at a time. */
export function onDisk(files: Readonly<Record<AnalysisFile, string>>, atATime = 1000): OpenFile {
  return function* (file) {
    const bytes = new TextEncoder().encode(files[file]);
    for (let from = 0; from < bytes.length; from += atATime) yield bytes.subarray(from, from + atATime);
  };
}
