import type { AdminCode, PackId } from "../base/ids.ts";
import type { Day, Metres } from "../base/units.ts";
import type { FacilityStatus } from "../model/facility.ts";
import type { FacilityKind } from "../model/facility-kind.ts";
import type { PolicyDocument, Text } from "./clause.ts";
import type { KindSetName, Metric, Rule } from "./rule.ts";

/** A city's standards: read-only when shipped; a copy has a `custom:` id and says who entered and checked it. */
export interface RulePack {
  readonly id: PackId;
  readonly version: string;
  readonly title: Text;
  readonly city: Text;
  /** Codes of the place it holds for: a zone belongs if its admin code starts with one (trailing zeros cut). */
  readonly adminCodes: readonly AdminCode[];
  readonly documents: readonly PolicyDocument[];
  readonly status: PackStatus;
  readonly validTo?: Day;
  readonly conflictPolicy: ConflictPolicy;
  readonly populationCoefficient: CoefficientBand;
  readonly circle: CircleDefaults;
  readonly countedKinds: CountedKinds;
  readonly rules: readonly Rule[];
  readonly ambiguities: readonly Ambiguity[];
  readonly custom?: {
    readonly copiedFrom?: PackId;
    readonly enteredBy: string;
    /** Absent: nobody has checked it yet (未复核), and it is shown so wherever it is used. */
    readonly checkedBy?: string;
    readonly date: Day;
  };
}

/** Rules of a higher level laid over a pack, if the user switches them on. They judge beside the pack's own. */
export interface Overlay {
  readonly id: PackId;
  readonly version: string;
  readonly title: Text;
  readonly appliesTo: readonly PackId[];
  readonly defaultOn: boolean;
  readonly status: PackStatus;
  readonly documents: readonly PolicyDocument[];
  readonly ambiguities: readonly Ambiguity[];
  readonly rules: readonly Rule[];
}

export type PackStatus = "issued" | "issued_unnumbered" | "draft" | "secondary" | "custom";

/** What a conflict group of mixed members says: 待研判, 从严, or the clause that binds. */
export const CONFLICT_POLICIES = ["flag", "strict", "clause"] as const;
export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];

/** Residents per household where residents are not declared: both ends are computed. */
export interface CoefficientBand {
  readonly low: number;
  readonly high: number;
  readonly lowSource: Text;
  readonly highSource: Text;
}

export const PROFILES = ["elderly", "carer_with_infant", "adult"] as const;
export type ProfileId = (typeof PROFILES)[number];

/** Defaults of the circle; none of it stands in the documents. */
export interface CircleDefaults {
  readonly minutes: number;
  readonly limits: Readonly<Record<ProfileId, Metres>>;
  readonly detour: number;
  /** Between which the detour is usually set. */
  readonly detourRange?: { readonly low: number; readonly high: number };
  readonly elderlyRule?: string;
  readonly childcareRule?: string;
  readonly scope: Text;
}

/** Which kinds and statuses count toward which metric. Printed with the result. */
export interface CountedKinds {
  readonly byMetric: Readonly<Partial<Record<Metric, CountedFor>>>;
  readonly statuses: CountedStatuses;
  readonly kindSets: Readonly<
    Record<KindSetName, { readonly kinds: readonly FacilityKind[]; readonly inclusive?: boolean }>
  >;
}

export interface CountedFor {
  readonly counted: readonly FacilityKind[];
  /** Counted under a wider reading of the document: a verdict that turns on it is 口径敏感 and no pass. */
  readonly secondReading: readonly FacilityKind[];
  readonly never: readonly FacilityKind[];
  /** Kinds that must be registered (备案) to count. */
  readonly registered: readonly FacilityKind[];
}

export interface CountedStatuses {
  readonly counted: readonly FacilityStatus[];
  readonly planReviewAlso: readonly FacilityStatus[];
  readonly never: readonly FacilityStatus[];
}

/** A place where the document can be read in more than one way, and what the product does by default. */
export interface Ambiguity {
  readonly id: string;
  readonly text: Text;
  /** Codes of the readings a user can choose from; none where the product fixes the reading. */
  readonly options: readonly string[];
  /** Code of the reading in force unless chosen otherwise. */
  readonly byDefault: string;
  /** What the default reading means, in words. */
  readonly handling: Text;
}
