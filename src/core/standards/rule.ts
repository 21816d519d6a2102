import type { RuleId } from "../base/ids.ts";
import type { Day } from "../base/units.ts";
import type { FacilityKind, Subject } from "../model/facility-kind.ts";
import type { Clause, Text } from "./clause.ts";

/** A rule of a pack: one threshold, one base, one place where it holds. */
export type Rule =
  | RatioRule
  | FloorRule
  | MaximumRule
  | PresenceRule
  | CountRule
  | ShareRule
  | ReachRule
  | ProcessRule
  | UnspecifiedRule;

interface RuleCommon {
  readonly id: RuleId;
  readonly title: Text;
  readonly subject: Subject | "both";
  readonly level: RuleLevel;
  readonly severity: Severity;
  /** Which zones an estate rule holds for. */
  readonly estateStatus?: "new" | "existing";
  /** Rules that speak of the same thing and contradict each other become one verdict. */
  readonly conflictGroup?: string;
  /** What counts toward it. */
  readonly countingBasis?: CountingBasis;
  readonly deadline?: Deadline;
  /** Speaks of land granted on this day or later (新出让): of land granted before, the document says nothing. */
  readonly grantedFrom?: Day;
  /** Worded for estates in a renewal programme: applied to all, and marked where a zone is in none. */
  readonly wordedForRenewal?: boolean;
  /** 左右: compared as stated, and flagged. */
  readonly approximate?: boolean;
  /** Ids of the pack's ambiguities that touch it. */
  readonly ambiguities: readonly string[];
  readonly note?: Text;
  readonly clauses: readonly Clause[];
}

/** `supply × per ≥ threshold × base`, in exact numbers. */
export interface RatioRule extends RuleCommon {
  readonly type: "ratio_min";
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly threshold: number;
  readonly base: PopulationBase;
  readonly per: number;
  readonly targetByYear?: TargetByYear;
}

/** `supply ≥ threshold`. */
export interface FloorRule extends RuleCommon {
  readonly type: "floor";
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly threshold: number;
  readonly targetByYear?: TargetByYear;
  /** Kinds whose own size it speaks of, for a facility rule. */
  readonly kinds?: readonly FacilityKind[];
  /** Slots that go with the area: 2,000 m² and 100 slots. */
  readonly andSlots?: number;
}

/** `value ≤ threshold`; the storey rules. A facility beyond it does not count. */
export interface MaximumRule extends RuleCommon {
  readonly type: "max";
  readonly metric: "storey";
  readonly unit: RuleUnit;
  readonly threshold: number;
  /** A higher limit where the density and fire conditions are both confirmed. */
  readonly relaxed?: {
    readonly threshold: number;
    readonly needs: readonly ("denseArea" | "fireCompliant")[];
  };
}

/** Each unit of the level has at least `threshold` facilities of the kinds. */
export interface PresenceRule extends RuleCommon {
  readonly type: "presence";
  readonly metric: "facility_count";
  readonly kinds: KindChoice;
  readonly unit: RuleUnit;
  readonly threshold: number;
  readonly targetByYear?: TargetByYear;
}

/** The unit has at least `threshold` of something countable. */
export interface CountRule extends RuleCommon {
  readonly type: "count_min";
  readonly metric:
    | "facility_count"
    | "registered_childcare_institutions"
    | "new_communities_with_inclusive_childcare_per_year";
  readonly kinds?: KindChoice;
  readonly unit: RuleUnit;
  readonly threshold: number;
  readonly targetByYear?: TargetByYear;
}

/** At least `threshold` per cent of units, beds or slots. */
export interface ShareRule extends RuleCommon {
  readonly type: "share_min";
  readonly metric: "share_units_with" | "nursing_bed_share" | "inclusive_slot_share";
  readonly kinds?: KindChoice;
  readonly unit: "%";
  readonly threshold: number;
  readonly targetByYear?: TargetByYear;
}

/** Something of the kinds within `threshold` minutes on foot. Reported; decides only if the user sets a share. */
export interface ReachRule extends RuleCommon {
  readonly type: "reach";
  readonly metric: "reachable";
  /** Each of these must be reached. */
  readonly kinds: KindChoice;
  readonly unit: "min";
  readonly threshold: number;
  readonly targetByYear?: TargetByYear;
}

/** A procedure: steps, a transition period, a conversion. */
export interface ProcessRule extends RuleCommon {
  readonly type: "process";
  readonly metric: "four_sync" | "two_sync" | "stock_transition" | "stock_conversion" | "pooling";
  readonly unit?: RuleUnit;
  readonly threshold?: number;
  /** What an application must hold; absent where the document lists nothing and each case is decided by itself. */
  readonly materials?: readonly StockMaterial[];
}

/** Materials of a stock-resource application: 申请报告、持有人身份、权属与协议、检测鉴定与消防评估. */
export const STOCK_MATERIALS = [
  "application_report",
  "holder_identity",
  "ownership_and_agreement",
  "inspection_and_fire",
] as const;
export type StockMaterial = (typeof STOCK_MATERIALS)[number];

/** The document asks for something and gives no number: 文件未规定数值. */
export interface UnspecifiedRule extends RuleCommon {
  readonly type: "not_specified";
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly base?: PopulationBase;
  readonly per?: number;
}

export type RuleLevel =
  | "estate"
  | "facility"
  | "community"
  | "village"
  | "street"
  | "district"
  | "city"
  | "circle"
  | "process";

/** mandatory drives the verdict; a missed target is a note for an estate and a fail for a unit; the rest is reported. */
export type Severity = "mandatory" | "target" | "encouraged" | "related";

export type CountingBasis = "onsite" | "circle_apportioned" | "facility" | "admin_unit" | "reach";

/** What a supply is measured in. */
export const METRICS = [
  "elderly_building_area",
  "childcare_building_area",
  "childcare_slots",
  "community_centre_building_area",
  "elderly_land_area",
  "elderly_childcare_land_area",
  "beds",
] as const;
export type Metric = (typeof METRICS)[number];

export type RuleUnit =
  | "m2"
  | "slot"
  | "bed"
  | "facility"
  | "community"
  | "storey"
  | "min"
  | "step"
  | "year"
  | "%";

export type PopulationBase = "households" | "residents" | "elderly60" | "urban_residents";

/** Any facility of one choice; all choices of the list must be met. `C_INCLUSIVE` asks for the 普惠 mark too. */
export interface KindChoice {
  readonly allOf: readonly (readonly (FacilityKind | KindSetName)[])[];
}
export type KindSetName = "E_ANY_COMMUNITY" | "C_ANY" | "C_INCLUSIVE";

/** Stated targets by year; `null` is a cell that cannot be read and falls back to the threshold. */
export type TargetByYear = Readonly<Record<string, number | null>>;

export interface Deadline {
  readonly years: number;
  /** Whether the document says when the years begin. */
  readonly startStated: boolean;
}
