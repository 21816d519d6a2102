import type { AnalysisTexts } from "../../src/io/export/analysis-files.ts";
import type { OpenFile } from "../../src/io/verify/written-analysis.ts";

/** Texts as files on a disk that gives so many bytes at a time. */
export function onDisk(files: AnalysisTexts, atATime = 1000): OpenFile {
  return function* (file) {
    const bytes = new TextEncoder().encode(files[file]);
    for (let from = 0; from < bytes.length; from += atATime) yield bytes.subarray(from, from + atATime);
  };
}
