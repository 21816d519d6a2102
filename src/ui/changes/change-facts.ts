import type { Comparison } from "../../core/scenario/compare.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/** What was changed, in words, and what that made different. */
export interface ChangeFacts {
  readonly what: readonly string[];
  /** It was taken back, not done. */
  readonly takenBack: boolean;
  readonly comparison: Comparison;
  readonly unitOf: (metric: Metric) => RuleUnit;
}
