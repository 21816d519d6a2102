import type { AdminCode, FacilityId, PackId, ZoneId } from "../base/ids.ts";
import type { Day, SquareMetres } from "../base/units.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { CheckStatus } from "./check-status.ts";

/** A residential zone (小区): a polygon or a point with its people. Absent members are unknown, never zero. */
export interface ResidentialZone {
  readonly id: ZoneId;
  readonly name?: string;
  /** Without it no estate rule can be chosen: the verdict is 资料不足. */
  readonly status?: ZoneStatus;
  /** 老旧小区, as listed by the city; a kind of existing zone. */
  readonly oldEstate?: boolean;
  /** In a renewal programme (改造工程). */
  readonly inRenewal?: boolean;
  readonly shape?: readonly Polygon[];
  /** The zone as a point: given, or inside its shape. */
  readonly at?: LngLat;
  readonly entrances?: readonly LngLat[];
  readonly buildings?: readonly LngLat[];
  readonly households?: number;
  /** estimated: from floor area, labelled 估算 wherever it decides. */
  readonly householdsBasis?: "declared" | "estimated";
  /** Declared residents. Never derived: a derived figure is households × the coefficient band of the pack. */
  readonly residents?: number;
  /** 常住, 户籍 or 规划 population. */
  readonly residentsBasis?: "resident" | "hukou" | "planned";
  readonly elderly60?: number;
  readonly under3?: number;
  readonly residentialArea?: SquareMetres;
  readonly stage?: ZoneStage;
  /** 土地出让日期. */
  readonly grantDate?: Day;
  readonly phases?: readonly Phase[];
  /** What its own 规划条件 ask for, and what the 竣工 survey measured, by metric. For the review of estates. */
  readonly planningCondition?: MetricValues;
  readonly asBuiltSurvey?: MetricValues;
  readonly adminCode?: AdminCode;
  readonly district?: string;
  readonly street?: string;
  readonly community?: string;
  /** The pack chosen for this zone; otherwise that of its admin code. */
  readonly pack?: PackId;
  /** Start of the remedy clock, where a rule sets a period without saying when it begins. */
  readonly remediationStartDate?: Day;
  readonly source?: string;
  /** As of when the source says it. */
  readonly date?: Day;
  readonly checked?: CheckStatus;
  /** What the source did say, but nobody could read; in order, each once. Unlike what is absent, a doubt: no pass rests on it. */
  readonly unread?: readonly ZoneCell[];
}

/** What is derived, or left aside, where the source does not state it, and so must be told from what is unreadable. */
export const ZONE_CELLS = ["grantDate", "pack", "phases", "residents"] as const;

export type ZoneCell = (typeof ZONE_CELLS)[number];

export type ZoneStatus = "new" | "existing";

export const ZONE_STAGES = [
  "planning_condition",
  "plan_review",
  "construction",
  "verification",
  "delivery",
  "handover",
  "use",
] as const;

/** 规划条件 · 方案审查 · 建设 · 核实(验收) · 交付 · 移交 · 使用. */
export type ZoneStage = (typeof ZONE_STAGES)[number];

/** One phase of a new zone. Each is judged on what is delivered with it and before it. */
export interface Phase {
  readonly no: number;
  readonly households?: number;
  readonly residents?: number;
  readonly delivered?: Day;
  /** Facilities delivered with this phase. */
  readonly facilities: readonly FacilityId[];
}

/** Values by metric; an absent metric was not stated. */
export type MetricValues = Readonly<
  Partial<
    Record<
      | "elderly_building_area"
      | "childcare_building_area"
      | "childcare_slots"
      | "community_centre_building_area"
      | "elderly_land_area",
      number
    >
  >
>;

/** Whether a design stands for what is built: an existing zone has none under review. */
export function isUnderReview({ status, stage }: Pick<ResidentialZone, "status" | "stage">): boolean {
  return status === "new" && stage === "plan_review";
}

/**
 * Whether households and residents cannot both be right: left out, or one of them written in hundreds. `crowded`: more
 * people in a household than any has. `deserted`: more than two households for each resident.
 */
export function atOdds({
  households,
  residents,
}: Pick<ResidentialZone, "households" | "residents">): "crowded" | "deserted" | undefined {
  if (households === undefined || residents === undefined || households <= 0 || residents <= 0)
    return undefined;
  if (residents > households * MOST_IN_A_HOUSEHOLD) return "crowded";
  return residents * MOST_FOR_A_RESIDENT < households ? "deserted" : undefined;
}

const MOST_IN_A_HOUSEHOLD = 12;
const MOST_FOR_A_RESIDENT = 2;
