import type { BeforeAfter, Comparison } from "../../core/scenario/compare.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { ServedGroups } from "../evidence/served-lines.ts";

export interface ServedOf extends ServedGroups {
  readonly metric: Metric;
}

/** Of a metric, what those zones lack of which that is known only before a change, and only after it: m² or slots. */
export interface KnownAlone extends BeforeAfter {
  readonly metric: Metric;
}

/** What was changed, in words, and what that made different. */
export interface ChangeFacts {
  readonly what: readonly string[];
  /** It was taken back, not done. */
  readonly takenBack: boolean;
  readonly comparison: Comparison;
  readonly knownAlone: readonly KnownAlone[];
  /** Whom a change of the data gives and takes, of each metric of which anybody gets more or less. */
  readonly served: readonly ServedOf[];
  readonly unitOf: (metric: Metric) => RuleUnit;
}
