import type { Exact } from "../base/decimal.ts";
import type { Subject } from "../model/facility-kind.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Metric } from "../standards/rule.ts";
import type { Amount } from "./amount.ts";
import type { Ties } from "./ties.ts";

/** One metric, as every supply method is asked about it. Rows are those of the project's tables. */
export interface SupplyQuestion {
  readonly metric: Metric;
  readonly subject: Subject;
  readonly zoneCount: number;
  readonly facilityCount: number;
  readonly ties: Ties;
  /** What a facility offers to a zone under the zone's pack: `none` if it does not count. */
  offer(facility: number, zone: number): Offer;
  /** Whether a standard speaks of this zone and metric at all; without one, nothing is known of its supply. */
  known(zone: number): boolean;
  /** What the zone needs, unrounded; `undefined` if its standard gives no number or its people are unknown. */
  need(zone: number): Exact | undefined;
  /** Rooms outside that a zone may use; absent where the metric is one of 配建 only. */
  readonly outside?: Outside;
}

/** A room of unstated size counts, but nobody knows how much. */
export type Offer = Amount | "unstated" | "none";

export interface Outside {
  readonly reach: ReachTable;
  /** Whether the zone may count any room outside: an existing zone with a number to fill. */
  opens(zone: number): boolean;
  /** Whether it may count this one, which it reaches: the same community, where that is asked for. */
  admits(facility: number, zone: number): boolean;
}
