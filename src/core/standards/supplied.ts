import type { Exact } from "../base/decimal.ts";
import type { Metric } from "./rule.ts";

/** What is known of a supply: what surely counts, and how much more it may be. */
export interface Supplied {
  /** Sum of what surely counts. */
  readonly amount: Exact;
  /** What it is at most, where something may count or states no amount; absent where `amount` is all there is. */
  readonly atMost?: Exact | "unbounded";
  /** What of `amount` is sure whatever zones of unknown need use; absent where all of it is. */
  readonly uncontested?: Exact;
  /** No single room is smaller, none is larger; an end that nobody can tell is absent. */
  readonly rooms?: { readonly smallest?: Exact; readonly largest?: Exact };
  /** Apportioned by people, so slots may be fractions: the requirement is not rounded up for showing. */
  readonly fractional?: boolean;
  /** Shared out by numbers of which one is estimated. */
  readonly estimated?: boolean;
  /** Found by a method that counts rooms more than once: never a pass. */
  readonly screening?: boolean;
}

/** An absent metric is unknown, never zero. */
export type SupplyByMetric = Readonly<Partial<Record<Metric, Supplied>>>;
