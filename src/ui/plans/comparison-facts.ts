import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/** Up to four plans beside the city as it is. */
export interface PlanComparisonFacts {
  readonly metrics: readonly {
    readonly metric: Metric;
    readonly unit: RuleUnit;
    readonly missing: number;
    /** Zones that are served under a quarter of their need. */
    readonly leastServed: number;
  }[];
  readonly plans: readonly ComparedPlan[];
  /** Zones that any of the plans serves otherwise than now or than another, those first that differ most. */
  readonly zones: readonly ComparedZone[];
  /** Places where any of the plans does something. */
  readonly places: readonly ComparedPlace[];
}

export interface ComparedPlan {
  readonly id: string;
  readonly name: string;
  /** It costs more than was to be spent. */
  readonly isOverBudget?: boolean;
  /** 万元: once, and for each year that all of it serves. */
  readonly once: number;
  readonly yearly: number;
  /** Of a plan that is spread over years: what is spent in them, yearly costs of what serves by then included. */
  readonly over?: { readonly first: number; readonly last: number; readonly cost: number };
  readonly measures: number;
  /** By metric of the comparison: m² or slots that stay missing, and of them what is served of what was missing. */
  readonly missing: readonly number[];
  readonly closed: readonly number[];
  /** Zones that are served under a quarter of their need. */
  readonly leastServed: readonly number[];
  /** Zones that have more of any metric than now, and that have less of one. */
  readonly better: number;
  /** The same of each metric, as the effect of the plan tells them. */
  readonly gaining: readonly number[];
  readonly losing: readonly number[];
  /** Zones of which it is known only before or only with the plan what they are served of any metric, or that need another amount. */
  readonly unsure: number;
  readonly worse: readonly NamedZone[];
  /** Zones that have enough of all that is asked for, and had not. */
  readonly enough: number;
}

export interface NamedZone {
  readonly id: string;
  readonly name: string;
}

export interface ComparedZone extends NamedZone {
  readonly street: string;
  readonly metric: Metric;
  /** Served shares, 0 to 1: now, and by plan; NaN where that is not known. */
  readonly now: number;
  readonly shares: readonly number[];
}

export interface ComparedPlace {
  readonly id: string;
  readonly name: string;
  /** By plan: what it does there, in words; nothing where it does nothing. */
  readonly measures: readonly (string | undefined)[];
}
