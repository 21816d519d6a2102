import type { AllocationView, AnalysisView } from "../../../workers/protocol.ts";
import { NOT_ALLOCATED } from "../../core/analysis/allocation-findings.ts";
import type { LackSource } from "../../ui/plans/lack-source.ts";
import { levelAt } from "./area-facts.ts";
import { unitOf } from "./facts.ts";

/**
 * Of each metric that plans are made for, what they count and what the page tells on top, part by part. Plans count what zones
 * of the fair allocation are short of by what surely counts: `judged` + `open`. On top stands what is known to be missing:
 * `judged` + `rounding` + `elsewhere`. None where the results are by another method.
 */
export function lackSources(results: AnalysisView): readonly LackSource[] {
  return (results.allocations ?? []).flatMap((of) => {
    const { metric } = of;
    const told = results.headline.missing.find((each) => each.metric === metric);
    const known = results.zones.byMetric.find((each) => each.metric === metric)?.missing;
    if (!told || !known) return [];
    let [judged, open, openZones, whole] = [0, 0, 0, 0];
    of.zones.levelOf.forEach((level, row) => {
      if (level === NOT_ALLOCATED) return;
      const [short, lack] = [shortOf(of, row), known[row] ?? Number.NaN];
      if (Number.isNaN(lack)) {
        open += short;
        if (short > 0) openZones++;
      } else {
        judged += short;
        whole += lack;
      }
    });
    return [
      {
        ...{ metric, unit: unitOf(results, metric), judged, open, openZones },
        ...{ rounding: whole - judged, elsewhere: told.amount - whole },
      },
    ];
  });
}

/** What a zone is short of by what surely counts, unrounded. */
function shortOf(of: AllocationView, row: number): number {
  return (of.zones.needs[row] as number) * (1 - (of.levels[levelAt(of, row)] as number));
}
