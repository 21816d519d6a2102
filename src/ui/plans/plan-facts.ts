import type { PeopleCovered } from "../../core/analysis/results.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Condition, MeasureKind, Place, Refusal } from "../../core/plan/measure.ts";
import type { ReachNow } from "../../core/plan/reach-plan.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { RebasedFacts } from "./conflict-facts.ts";

/** How far a search is: 万元, shares of what is missing, or how far at most from the best, as part of it. */
export interface SearchFacts {
  readonly of: "cost" | "closed" | "gap";
  readonly best: number;
  /** Nothing is better. */
  readonly bound: number;
}

/** m² or slots that are missing, and so much of it for certain. */
export interface LackFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly missing: number;
  readonly certain: number;
}

/** The same before a plan and with it. */
export interface ClosedFacts extends LackFacts {
  readonly before: number;
  readonly certainBefore: number;
  /** How many zones are served under a quarter of their need. */
  readonly leastServed: { readonly before: number; readonly after: number };
}

/** Something that can be done at a place; 万元, m² and slots. */
export interface OptionFacts {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly cost: number;
  /** By prices that are assumed, since nobody has stated it. */
  readonly isCostAssumed?: boolean;
  readonly yearly?: number;
  readonly earliest?: number;
  readonly lifetime?: number;
  readonly conditions: readonly Condition[];
  readonly elderly: number;
  readonly childcare: number;
  readonly slots: number;
}

/** Something that a plan does. */
export interface MeasureFacts extends OptionFacts {
  /** Of a plan over years: in which it begins to serve. */
  readonly year?: number;
  readonly place: Place;
  readonly name: string;
  readonly serves: readonly { readonly zone: string; readonly metric: Metric; readonly amount: number }[];
  readonly areas: readonly ServedAreaFacts[];
}

/**
 * A 片区 by what its zones use of one measure's rooms with the whole plan done, and what they lack without the plan and still
 * with all of it. Rooms that served them before serve others then or stand free: uses do not add up to what is closed.
 */
export interface ServedAreaFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly number: number;
  readonly given: number;
  readonly before: number;
  readonly left: number;
}

export interface RefusalFacts extends Pick<Refusal, "subject" | "why"> {
  readonly name: string;
}

/** Who stays short with all that can be done. */
export interface LackingFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly missing: number;
  readonly zones: readonly string[];
}

/** What narrows the plans that one is held against, beside what it is to be best at. */
export interface UnderFacts {
  /** How many places were fixed beforehand: something is done there in any case, or nothing is. */
  readonly with: number;
  readonly without: number;
  /** It is spread over years. */
  readonly isSpread: boolean;
  readonly doubt?: "worst" | "average";
}

/** How a plan stands to all others; `closed`: the share of what is missing that it closes. */
export interface StandingFacts {
  /** counted: nothing was chosen. */
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown" | "moved" | "counted" | "rebased";
  /** Of one that was found before a change. */
  readonly rebased?: RebasedFacts;
  readonly goal: "most" | "close" | "budget" | "known" | ReachGoalName;
  /** It is spread over years, and its cost is all that is spent in them. */
  readonly isSpread?: boolean;
  /** Somebody stopped the search. */
  readonly isStopped: boolean;
  /** What no plan is better than, where it is not proved to be the best. */
  readonly bound?: SearchFacts;
  /** Of a question of reach that is not proved: how far it may be from the best, as part of it. */
  readonly gap?: number;
  /** Of so many new places asked for, these would change nothing and are not opened. */
  readonly spare?: number;
  /** Of one that nothing answers. */
  readonly why?: WhyNotReached;
  /** Counting anew finds otherwise than plans were weighed by. */
  readonly isApart?: boolean;
  /** What those lack who are worst off counted more. */
  readonly isWeighed?: boolean;
  /** What it was asked for under, so that what is said of all plans is said of those. */
  readonly under?: UnderFacts;
  /** Shortages that stay, where not all can be closed. */
  readonly lacking: number;
}

/** What one budget does; by metric what stays missing. */
export interface CurveFacts {
  readonly budget: number;
  readonly closed: number;
  readonly missing: readonly { readonly metric: Metric; readonly unit: RuleUnit; readonly missing: number }[];
}

/** What would end a shortage that even the plan that closes most leaves; names of zones and facilities, metres. */
export interface WayOutFacts extends LackingFacts {
  readonly enlarge?: { readonly facility: string; readonly by: number };
  readonly walk?: { readonly zone: string; readonly limit: number; readonly gives: number };
}

/** What is missing if this comes true, without the plan and with it, in the order of the metrics. */
export interface CaseFacts {
  readonly of:
    | { readonly is: "as-given" }
    | { readonly is: "speed" | "people"; readonly times: number }
    | { readonly is: "loss"; readonly facility: string };
  readonly missing: readonly { readonly before: number; readonly after: number }[];
  readonly isWorst: boolean;
}

/** Questions of who reaches care. */
export const REACH_GOALS = ["everybody", "most-people", "least-walk", "least-far"] as const;
export type ReachGoalName = (typeof REACH_GOALS)[number];

/** Who reaches care, before and after; people as their base is stated. */
export interface ReachFacts {
  readonly subject: CareSubject;
  readonly base: PeopleCovered["base"];
  readonly limit: number;
  readonly people: number;
  readonly before: ReachNow;
  readonly after: ReachNow;
  readonly leftOut: number;
  readonly unweighed: number;
}

/** Why no choice of places answers a question of reach, with zones by name; metres. */
export type WhyNotReached =
  | {
      readonly is: "out-of-reach" | "no-second-site";
      readonly zones: readonly string[];
      readonly within?: number;
    }
  | { readonly is: "too-few-places"; readonly places: number }
  | { readonly is: "too-few-to-serve"; readonly can: number; readonly within?: number }
  | { readonly is: "too-many-wanted"; readonly wanted: number };

/** A year of a plan: what it costs, 万元, and what is still missing in it, in the order of the metrics. */
export interface YearFacts {
  readonly year: number;
  readonly cost: number;
  readonly missing: readonly number[];
  /** Zones that have enough of a metric from this year on, and had not. */
  readonly enough: number;
}

/** A zone that is short, and from when on it is not. */
export interface DateFacts {
  readonly id: string;
  readonly name: string;
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly year: number | undefined;
  readonly missing: number;
}
