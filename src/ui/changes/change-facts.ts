import type { Comparison } from "../../core/scenario/compare.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { ServedGroups } from "../evidence/served-lines.ts";

export interface ServedOf extends ServedGroups {
  readonly metric: Metric;
}

/** What was changed, in words, and what that made different. */
export interface ChangeFacts {
  readonly what: readonly string[];
  /** It was taken back, not done. */
  readonly takenBack: boolean;
  readonly comparison: Comparison;
  /** Whom a change of the data gives and takes, of each metric of which anybody gets more or less. */
  readonly served: readonly ServedOf[];
  readonly unitOf: (metric: Metric) => RuleUnit;
}
