import type { FacilityStatus } from "../model/facility.ts";
import type { CareSubject, FacilityKind } from "../model/facility-kind.ts";
import type { ZoneStage } from "../model/residential-zone.ts";
import type { Metric, PopulationBase, StockMaterial } from "../standards/rule.ts";
import type { ConflictPolicy, ProfileId } from "../standards/rule-pack.ts";

/**
 * A worked case: figures of one estate, unit, facility, application or walk, to be judged by one pack. A member that is
 * `null` is stated as unknown; one that is absent was not asked about. Facts a case carries beside these (its title, its
 * hand calculation) are kept by the reader and decide nothing.
 */
export type Case = EstateCase | UnitCase | FacilityCase | ProcessCase | ReachCase | CircleCase;

/** `any` for a walk, which no pack decides. */
interface CaseOf<Level extends string, Input> {
  readonly pack: string;
  readonly level: Level;
  readonly input: Input;
}

export type EstateCase = CaseOf<"estate", EstateInput>;
export type UnitCase = CaseOf<(typeof UNIT_CASE_LEVELS)[number], UnitInput>;
export type FacilityCase = CaseOf<"facility", FacilityInput>;
export type ProcessCase = CaseOf<"process", ProcessInput>;
export type ReachCase = CaseOf<"reach", ReachInput>;
export type CircleCase = CaseOf<"circle", CircleInput>;

export const UNIT_CASE_LEVELS = ["community", "village", "street", "district", "city"] as const;

type Known<Value> = Value | null;

/** Choices that the documents leave open. */
export interface CaseSettings {
  readonly conflictPolicy?: ConflictPolicy;
  /** How a room that several estates reach is shared out. catchment: in full to each, for screening. */
  readonly apportion?: "proportional" | "none" | "catchment";
  readonly countStatuses?: readonly FacilityStatus[];
  readonly populationBase?: "resident" | "hukou";
  /** Whether agreements to pool rooms count. */
  readonly pooling?: boolean;
  readonly overlays?: readonly string[];
  /** Share of people that a circle must cover. */
  readonly coverageTarget?: number;
}

/** Either `supply`, in all, or `facilities`, one by one. */
export interface EstateInput {
  readonly estates: readonly CaseEstate[];
  /** Which estate is asked about. */
  readonly evaluate: string;
  readonly supply?: CaseSupply;
  readonly facilities?: readonly CaseFacility[];
  readonly stage?: ZoneStage;
  readonly year?: number;
  readonly settings: CaseSettings;
}

export type CaseSupply = Readonly<Partial<Record<Metric, Known<number>>>>;

export interface CaseEstate {
  readonly id: string;
  readonly status?: Known<"new" | "existing">;
  readonly households?: Known<number>;
  readonly householdsBasis?: Known<"declared" | "estimated">;
  readonly residents?: Known<number>;
  readonly residentsBasis?: Known<"resident" | "hukou" | "planned">;
  readonly elderly60?: Known<number>;
  readonly under3?: Known<number>;
  readonly grantDate?: Known<string>;
  readonly inRenewal?: Known<boolean>;
  readonly stage?: Known<ZoneStage>;
  readonly phases?: readonly CasePhase[];
}

/** What comes with a phase: facilities of the case by id, or a supply of its own. */
export interface CasePhase {
  readonly no: number;
  readonly households?: Known<number>;
  readonly residents?: Known<number>;
  readonly facilities?: readonly string[];
  readonly supply?: CaseSupply;
}

/** A facility of an estate case. An area or slots that are absent are none; `null` is an unknown number of them. */
export interface CaseFacility extends CaseRooms {
  readonly id: string;
  readonly name?: Known<string>;
  /** Without it nobody knows whether the facility counts. */
  readonly status?: FacilityStatus;
  /** Estate it stands in and was built for; `null` or absent for one outside. */
  readonly site?: Known<string>;
  /** Estates that reach it on foot. */
  readonly reaches?: readonly string[];
  /** Whether other estates may use what was built for `site`. */
  readonly shared?: Known<boolean>;
  readonly pooling?: Known<{
    readonly zones: readonly string[];
    readonly approvedBy?: string;
    readonly date?: string;
  }>;
  readonly lng?: Known<number>;
  readonly lat?: Known<number>;
}

export interface CaseRooms {
  readonly kind?: Known<FacilityKind>;
  readonly totalAreaM2?: Known<number>;
  readonly elderlyAreaM2?: Known<number>;
  readonly childcareAreaM2?: Known<number>;
  readonly communityAreaM2?: Known<number>;
  readonly landAreaM2?: Known<number>;
  readonly slots?: Known<number>;
  readonly beds?: Known<number>;
  readonly storey?: Known<number>;
  readonly denseArea?: Known<boolean>;
  readonly fireCompliant?: Known<boolean>;
  readonly registered?: Known<boolean>;
  readonly inclusive?: Known<boolean>;
}

/** Units of the level, or one unit. A base stands under its own name, a supply under its metric. */
export interface UnitInput extends Readonly<Partial<Record<PopulationBase, Known<number>>>> {
  readonly year?: number;
  readonly hukou?: Known<number>;
  readonly supply?: Readonly<Partial<Record<UnitSupplyKey, Known<number>>>>;
  readonly units?: Known<number>;
  readonly unitsWith?: ByKind;
  readonly facilities?: ByKind;
  /** What `unitsWith` and `facilities` are counts of; otherwise each rule takes them as of its own kind. */
  readonly kind?: string;
  readonly metric?: string;
  readonly settings: CaseSettings;
}

export type UnitSupplyKey = Metric | (typeof UNIT_FIGURES)[number];

/** Figures that only units have; shares are in per cent. */
export const UNIT_FIGURES = [
  "nursing_beds",
  "nursing_bed_share",
  "inclusive_slots",
  "inclusive_slot_share",
  "share_units_with",
  "registered_childcare_institutions",
  "new_communities_with_inclusive_childcare_per_year",
] as const;

/** One number, or one for each kind or kind set. */
export type ByKind = Known<number> | Readonly<Record<string, Known<number>>>;

export interface FacilityInput extends CaseRooms {
  /** Its functional area for the subject of its kind. */
  readonly facilityAreaM2?: Known<number>;
  readonly estateStatus?: Known<"new" | "existing">;
  readonly year?: number;
  readonly settings: CaseSettings;
}

/** With `remediationStartDate` a deadline, otherwise a stock-resource application. */
export interface ProcessInput {
  readonly applicationDate?: Known<string>;
  readonly asOf?: Known<string>;
  readonly inExpropriationArea?: Known<boolean>;
  readonly hasRealEstateCertificate?: Known<boolean>;
  readonly materials?: Known<readonly StockMaterial[]>;
  readonly cityApprovalDate?: Known<string>;
  readonly remediationStartDate?: Known<string>;
}

export interface ReachInput {
  readonly straightM?: Known<number>;
  readonly networkM?: Known<number>;
  readonly detour?: Known<number>;
  readonly profile?: ProfileId;
  readonly networkLimitM?: Known<number>;
}

export interface CircleInput {
  readonly subject?: CareSubject;
  readonly people?: Known<number>;
  readonly peopleCovered?: Known<number>;
  readonly year?: number;
  readonly settings: CaseSettings;
}
