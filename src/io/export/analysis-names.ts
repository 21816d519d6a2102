import type { Metric } from "../../core/standards/rule.ts";

/** The files of every `quan analyse`. */
export const ANALYSIS_FILES = [
  "zones.csv",
  "facilities.csv",
  "rollup.csv",
  "links.csv",
  "ledger.csv",
  "verdicts.json",
  "certificates.json",
  "summary.json",
  "zones.geojson",
] as const;
/** What there is to know of walks, which only an analysis along streets writes. */
export const WALKS_FILE = "walks.csv";
export type AnalysisFile = (typeof ANALYSIS_FILES)[number] | typeof WALKS_FILE;

/**
 * The word of the `subject` column for a metric of the ledger: the subject where the metric is the one that speaks for
 * it (rooms for the elderly, slots for childcare, or childcare rooms where no standard counts slots), else the metric.
 */
export function ledgerWord(metric: Metric, metrics: readonly Metric[]): string {
  switch (metric) {
    case "elderly_building_area":
      return "elderly";
    case "childcare_slots":
      return "childcare";
    case "childcare_building_area":
      return metrics.includes("childcare_slots") ? metric : "childcare";
    case "community_centre_building_area":
      return "community";
    default:
      return metric;
  }
}
