import type { Exact } from "../base/decimal.ts";
import type { Subject } from "../model/facility-kind.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Metric } from "../standards/rule.ts";
import type { Amount } from "./amount.ts";
import type { Told } from "./ledger.ts";
import type { Ties } from "./ties.ts";

/** One metric, as every supply method is asked about it. Rows are those of the project's tables. */
export interface SupplyQuestion {
  readonly metric: Metric;
  readonly subject: Subject;
  readonly zoneCount: number;
  readonly facilityCount: number;
  readonly ties: Ties;
  /** What a facility offers to a zone under the zone's pack; `undefined` if it does not count. */
  offer(facility: number, zone: number): Offer | undefined;
  /** The same of a zone for any facility, to be asked many times. */
  offersTo(zone: number): (facility: number) => Offer | undefined;
  /** Whether a standard speaks of this zone and metric at all; without one, nothing is known of its supply. */
  known(zone: number): boolean;
  /**
   * What the zone needs, unrounded, by the high end of its people where they are known as a band; `undefined` if its
   * standard gives no number or its people are unknown.
   */
  need(zone: number): Exact | undefined;
  /** The same by the low end. */
  least(zone: number): Exact | undefined;
  /** Rooms outside that a zone may use; absent where the metric is one of 配建 only. */
  readonly outside?: Outside;
}

export type Offer = Amount | Perhaps;

/** What may count, or counts for nobody knows how much. */
export interface Perhaps {
  /** What it is at most; absent where no amount is stated. */
  readonly atMost: Amount | undefined;
  /** What of it surely counts; absent where nothing does. */
  readonly atLeast?: Amount;
}

export function isSure(offer: Offer): offer is Amount {
  return "exact" in offer;
}

export interface Outside {
  readonly reach: ReachTable;
  /** Whether the zone may count any room outside: an existing zone with a number to fill. */
  opens(zone: number): boolean;
  /** The same where it may be one: nobody states whether it is existing or new. */
  mayOpen(zone: number): boolean;
  /** Whether it may count this one, which it reaches: the same community, where that is asked for. */
  admits(facility: number, zone: number): boolean;
}

/** A zone without a place, or that hangs on no street, may reach any room: what it was given is the least that it has. */
export function toldOf({ reach, opens }: Outside, zone: number): Told {
  return opens(zone) && reach.places[zone] === 0 ? "at-least" : "all";
}
