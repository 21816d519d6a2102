import type { Exact } from "../base/decimal.ts";
import type { RuleId } from "../base/ids.ts";
import type { PopulationBase, Rule, RuleUnit } from "./rule.ts";
import type { Verdict } from "./verdict.ts";

/** One rule applied to one zone, unit or facility. Numbers are exact; rounding is for showing only. */
export interface Line {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly severity: Rule["severity"];
  readonly unit: RuleUnit;
  /** The threshold compared with: that of the year. Absent where the document gives none. */
  readonly threshold?: number;
  readonly base?: LineBase;
  /** Unrounded. */
  readonly required?: Exact;
  readonly actual?: Exact;
  /** What of `actual` surely counts, where the rest only may: then `actual` is what there is at most, `shortage` at least. */
  readonly sure?: Exact;
  /** `required − actual`, never below 0; absent where either is. */
  readonly shortage?: Exact;
  /** Supply is whole slots: the requirement is shown rounded up. False for apportioned, fractional supply. */
  readonly whole: boolean;
  /** Rests on an estimate: coefficient population or estimated households. */
  readonly estimated: boolean;
  /** Where data is missing: the base up to which the supply would pass. */
  readonly needed?: { readonly base: PopulationBase; readonly atMost: Exact };
  readonly notes: readonly LineNote[];
}

/** What the supply was divided by. With a coefficient band both ends are given and `value` is the end that decided. */
export interface LineBase {
  readonly name: PopulationBase;
  readonly per: number;
  readonly value?: Exact;
  readonly band?: { readonly low: Exact; readonly high: Exact };
}

/** Remarks the catalogue has a sentence for. */
export type LineNote =
  | "approximate-threshold"
  | "target-missed"
  | "target-without-data"
  | "conflict-members-differ"
  | "unreadable-target-cell"
  | "base-is-hukou"
  | "people-at-odds"
  | "grant-date-unknown"
  | "not-in-renewal"
  | "screening-method"
  | "scenario-statuses"
  | "estimated-households"
  | "no-number-in-document"
  | "below-ground"
  | "others-may-use";

/** All lines of one zone or unit, ordered by rule id, and what they amount to. */
export interface Judgement {
  readonly lines: readonly Line[];
  readonly groups: readonly GroupVerdict[];
  readonly overall: Verdict;
  readonly estimated: boolean;
  /** Verdict when the kinds of the second reading count too, where it is another: 口径敏感. */
  readonly secondReading?: Verdict;
  /** Of an estate built in phases: how it stands after each. The lines are those of the worst. */
  readonly phases?: readonly PhaseVerdict[];
  /** What is to be said of the whole. */
  readonly remarks: readonly Remark[];
}

export interface PhaseVerdict {
  readonly no: number;
  readonly overall: Verdict;
}

/** The catalogue has a sentence for each. */
export type Remark =
  | "status-unknown"
  | "number-impossible"
  | "granted-before-document"
  | "no-rule-applies"
  | "no-input-for-any-rule"
  | "phase-worse-than-whole"
  | "phases-do-not-add-up";

export interface GroupVerdict {
  readonly group: string;
  readonly members: readonly RuleId[];
  readonly verdict: Verdict;
}

/** What can be said of figures that cannot be. */
export const IMPOSSIBLE: Judgement = {
  lines: [],
  groups: [],
  overall: "invalid",
  estimated: false,
  remarks: ["number-impossible"],
};
