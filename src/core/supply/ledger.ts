import type { SupplyMethod } from "../analysis/parameters.ts";
import type { Exact } from "../base/decimal.ts";
import type { Subject } from "../model/facility-kind.ts";
import type { Metric } from "../standards/rule.ts";

/**
 * Who serves whom with how much (供需分配表), for one metric and one method: columns ordered by zone, then facility.
 * Screening methods may hand out a room more than once or in fractions; they never print a pass.
 */
export interface Ledger {
  readonly metric: Metric;
  readonly subject: Subject;
  readonly method: SupplyMethod;
  readonly screening: boolean;
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
  /** m² or slots, as shown; exact sums are taken from `provided`. */
  readonly amounts: Float64Array;
  /** By zone row: what the zone is provided with, exactly; `undefined` where nothing is known of it. */
  readonly provided: readonly (Exact | undefined)[];
}
