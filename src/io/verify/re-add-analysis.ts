import type { AnalysisFile } from "../export/analysis-names.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkLines } from "./check-lines.ts";
import { checkLinks } from "./check-links.ts";
import { checkUnits } from "./check-units.ts";
import { newTally, type ReAdded } from "./tally.ts";
import { writtenAnalysis } from "./written-analysis.ts";

/** Re-adds the written files of an analysis, by themselves: nothing of the analysis is run again. */
export function reAddAnalysis(files: Readonly<Record<AnalysisFile, string>>): ReAdded {
  const written = writtenAnalysis(files);
  const tally = newTally();
  checkLedger(tally, written);
  checkLinks(tally, written);
  checkLines(tally, written);
  checkUnits(tally, written);
  return tally.result();
}
