import type { Digest, FacilityId, PackId, RuleId, ZoneId } from "../base/ids.ts";
import type { Issue } from "../base/issue.ts";
import type { Metres } from "../base/units.ts";
import type { CareSubject, FacilityKind } from "../model/facility-kind.ts";
import type { OriginKind } from "../spatial/reach-table.ts";
import type { Clause, PolicyDocument, Text } from "../standards/clause.ts";
import type { Judgement, Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { PackStatus, RulePack } from "../standards/rule-pack.ts";
import type { Verdict } from "../standards/verdict.ts";
import type { Connection } from "./connections.ts";
import type { SupplyMethod } from "./parameters.ts";

/** Everything behind the verdict of one zone: clause, one line of arithmetic, what counted, what did not and why. */
export interface ZoneEvidence {
  readonly zone: ZoneId;
  /** Absent where no standard applies. */
  readonly pack?: {
    readonly id: PackId;
    readonly title: Text;
    readonly status: PackStatus;
    readonly validTo?: string;
    /** Who stands for standards of the user's own (自定，非官方); absent for shipped ones. */
    readonly custom?: NonNullable<RulePack["custom"]>;
  };
  readonly documents: readonly PolicyDocument[];
  /** Judged by a pack of another place. */
  readonly borrowed: boolean;
  readonly overall: Verdict;
  /** Differs under the second reading of what counts. */
  readonly sensitive: boolean;
  readonly secondReading?: Verdict;
  readonly judgement: Judgement;
  readonly lines: readonly LineEvidence[];
  /** What its walks start from; by the profile that decides of elderly care. */
  readonly origin: OriginKind;
  /** The same of childcare, where it is something else. */
  readonly childcareOrigin?: OriginKind;
  readonly measured: Measured;
  /** Along streets: how the zone hangs on those that the deciding profile walks. */
  readonly connections?: Readonly<Record<CareSubject, Connection>>;
  /** Rows that the verdict rests on and that nobody checked (核实). Absent: none, or no row says anything of checking. */
  readonly unchecked?: {
    readonly zone: boolean;
    readonly facilities: readonly { readonly facility: FacilityId; readonly name?: string }[];
  };
  readonly issues: readonly Issue[];
}

/** How walking metres were measured. */
export type Measured =
  | { readonly by: "straight"; readonly detour: number }
  | { readonly by: "network"; readonly cap: Metres; readonly streets: Digest };

export interface LineEvidence {
  readonly rule: RuleId;
  readonly title: Text;
  readonly metric?: Metric;
  readonly severity: Rule["severity"];
  readonly clauses: readonly Clause[];
  /** Of a copied pack: the rule is no longer that of the original, so its clause does not speak for its number. */
  readonly altered: boolean;
  readonly line: Line;
  /** `1000 ÷ 100 × 20 = 200 m²；实有 199.99；缺 0.01`: numbers and signs only, the same in every language. */
  readonly arithmetic: string;
  /** How the supply was told: `onsite` also where the chosen method plays no part, since only own rooms count. */
  readonly method: SupplyMethod;
  readonly counted: readonly CountedFacility[];
  /**
   * What a pass by rooms outside assumes: that zones left out of sharing them out use none. Absent where it assumes
   * nothing.
   */
  readonly assumes?: {
    /** Those of unknown people that reach one of the rooms counted: the first few, and how many more. */
    readonly zones: readonly { readonly zone: ZoneId; readonly name?: string }[];
    readonly more: number;
    /** How many zones might reach them too, since they hang nowhere. */
    readonly placeless: number;
  };
  readonly notCounted: readonly UncountedFacility[];
}

export interface CountedFacility {
  readonly facility: FacilityId;
  readonly name?: string;
  readonly kind: FacilityKind;
  readonly amount: number;
  /** Of slots that a fair allocation gives: as whole ones, for showing alone; together what the zone has, rounded down. */
  readonly whole?: number;
  readonly where: "own" | "pooled" | "circle";
  /** Who is given rooms of it too, those given most, and how many more. */
  readonly others?: {
    readonly zones: readonly { readonly zone: ZoneId; readonly name?: string }[];
    readonly more: number;
  };
  /** Walking metres that decide, where it is reached. */
  readonly metres?: Metres;
  /** Real metres of the same walk, where steps or the like make the others more. */
  readonly walked?: Metres;
}

export interface UncountedFacility {
  readonly facility: FacilityId;
  readonly name?: string;
  readonly kind: FacilityKind;
  readonly amount?: number;
  readonly metres?: Metres;
  readonly walked?: Metres;
  readonly why: UncountedReason;
}

/** The catalogue has a sentence for each. */
export type UncountedReason =
  | "kind-never-counts"
  | "second-reading-only"
  | "status-not-counted"
  | "status-unknown"
  | "kind-unknown"
  | "areas-exceed-building"
  | "agreement-unclear"
  | "agreement-incomplete"
  | "unreadable"
  | "far-from-its-zone"
  | "not-registered"
  | "storey-too-high"
  | "storey-unknown"
  | "below-ground"
  | "registration-unknown"
  | "no-amount-stated"
  | "no-land-area-stated"
  | "duplicate"
  | "perhaps-duplicate"
  | "off-site-for-new"
  | "off-site-by-method"
  | "unstated-for-new"
  | "unstated-by-method"
  | "unstated-inside"
  | "out-of-reach"
  | "nothing-lacked"
  | "taken-by-others"
  | "kept-by-its-zone"
  | "kept-by-unknown-need"
  | "unsure-for-others"
  | "need-unknown"
  | "other-community"
  | "belongs-to-other-zone"
  | "no-standard-to-fill"
  | "no-location"
  | "not-delivered-yet";
