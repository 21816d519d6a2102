import { checkAllocations } from "./check-allocations.ts";
import { checkArithmetic } from "./check-arithmetic.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkFiles } from "./check-files.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkLines } from "./check-lines.ts";
import { checkLinks } from "./check-links.ts";
import { checkMap } from "./check-map.ts";
import { checkRows } from "./check-rows.ts";
import { checkSummary } from "./check-summary.ts";
import { checkUnits } from "./check-units.ts";
import { newTally, type ReAdded } from "./tally.ts";
import { type OpenFile, writtenAnalysis } from "./written-analysis.ts";

/** In the order in which a wrong figure is best understood: sums first, the whole files last. */
const CHECKS = [
  checkRows,
  checkLedger,
  checkLinks,
  checkAllocations,
  checkLines,
  checkArithmetic,
  checkEvidence,
  checkUnits,
  checkMap,
  checkSummary,
  checkFiles,
];

/**
 * Re-adds the written files of an analysis, by themselves: nothing of the analysis is run again. Throws
 * `UnreadableAnalysis` where a file is none of an analysis.
 */
export function reAddAnalysis(open: OpenFile): ReAdded {
  const written = writtenAnalysis(open);
  const tally = newTally();
  for (const check of CHECKS) check(tally, written);
  return tally.result();
}
