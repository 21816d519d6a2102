import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/**
 * What is missing of a metric, m² or slots, part by part. Plans count `judged` + `open`; on top of the page stands `judged` +
 * `rounding` + `elsewhere`.
 */
export interface LackSource {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  /** Of zones that rooms are shared out to and that can be judged. */
  readonly judged: number;
  /** Of those that cannot be judged yet, at most; and how many lack any. */
  readonly open: number;
  readonly openZones: number;
  /** More, since each zone lacks whole slots. */
  readonly rounding: number;
  /** Of zones that have to have their own, such as new ones. */
  readonly elsewhere: number;
}
