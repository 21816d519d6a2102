import type { Metric, RuleUnit } from "../../../core/standards/rule.ts";
import type { ExportWords } from "../export-words.ts";
import type { CellFormat } from "./export-table.ts";

/** The heading of what was worked out of a metric, with its unit. */
export function metricHeading(
  of: keyof ExportWords["ofMetric"],
  metric: Metric,
  unit: RuleUnit,
  words: ExportWords,
): string {
  const filled = { metric: words.metric[metric], unit: words.unit[unit] };
  return words.ofMetric[of].replace(/\{\{(metric|unit)\}\}/g, (_, name: "metric" | "unit") => filled[name]);
}

/** Square metres may have decimals; slots, beds and the like have none. */
export function formatOfUnit(unit: RuleUnit): CellFormat {
  return unit === "m2" || unit === "%" ? "amount" : "count";
}
