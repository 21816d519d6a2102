import type { Digest, PackId, RuleId } from "../base/ids.ts";
import type { Issue } from "../base/issue.ts";
import type { AdminLevel } from "../model/admin-unit.ts";
import type { CareSubject, FacilityKind, Subject } from "../model/facility-kind.ts";
import type { WalkAccount } from "../network/walk-account.ts";
import type { Coverage, ReachTable } from "../spatial/reach-table.ts";
import type { Judgement } from "../standards/judgement.ts";
import type { Metric, RuleUnit } from "../standards/rule.ts";
import type { ProfileId } from "../standards/rule-pack.ts";
import type { Verdict } from "../standards/verdict.ts";
import type { Ledger } from "../supply/ledger.ts";
import type { AllocationFindings } from "./allocation-findings.ts";
import type { Connections } from "./connections.ts";

/**
 * What an analysis found. Zone and facility columns are by row of the project's tables, ordered by id. The same
 * project, parameters and packs give the same bytes.
 */
export interface Results {
  /** Digest of inputs, parameters and pack versions: 核算编号. */
  readonly key: Digest;
  readonly zones: ZoneResults;
  readonly facilities: FacilityResults;
  readonly reach: Readonly<Record<CareSubject, ReachTable>>;
  readonly ledgers: readonly Ledger[];
  /** By metric that rooms outside count for; absent where the method is no fair allocation. */
  readonly allocations?: readonly AllocationFindings[];
  readonly coverage: readonly SubjectCoverage[];
  /** What became of the streets; absent where walks are straight lines. */
  readonly network?: NetworkFindings;
  readonly rollUp: readonly RollUpRow[];
  readonly units: readonly UnitJudgement[];
  /** The circle rules, where the user set a share of people to be covered. */
  readonly circles: readonly CircleJudgement[];
  readonly headline: Headline;
  readonly issues: readonly Issue[];
}

export interface ZoneResults {
  /** Index in `VERDICTS`, over all subjects. */
  readonly verdict: Uint8Array;
  readonly bySubject: Readonly<Record<CareSubject, SubjectColumns>>;
  readonly byMetric: readonly MetricColumns[];
  /** Flags of `ZONE_FLAGS`, one bit each. */
  readonly flags: Uint8Array;
  /** Lines of each zone. */
  readonly judgements: readonly Judgement[];
}

/**
 * sensitive 口径敏感 · estimated 估算 · borrowed 借用标准 · partly reached 部分可达 · without place · along streets, by the
 * profile of either subject: not connected 未接入路网 · on an island 在孤立路段上.
 */
export const ZONE_FLAGS = {
  sensitive: 1,
  estimated: 2,
  borrowed: 4,
  partlyReached: 8,
  placeless: 16,
  notConnected: 32,
  onIsland: 64,
} as const;

export interface SubjectColumns {
  /** Index in `VERDICTS`. */
  readonly verdict: Uint8Array;
  /** Facility row or `NO_FACILITY`, and walking metres by the deciding profile; along streets real ones beside them. */
  readonly nearest: Uint32Array;
  readonly metres: Float64Array;
  readonly walked?: Float64Array;
  readonly choices: Uint32Array;
  readonly covered: Float64Array;
}

/** NaN where unknown or not required. `missing` counts what is mandatory; m² as they are, slots whole. */
export interface MetricColumns {
  readonly metric: Metric;
  readonly subject: Subject;
  readonly unit: RuleUnit;
  readonly required: Float64Array;
  readonly provided: Float64Array;
  readonly missing: Float64Array;
  /** How much of what is missing is in doubt: more may count, or fewer people be there. */
  readonly perhaps: Float64Array;
  /** Served share: provided ÷ required, at most 1. */
  readonly share: Float64Array;
}

/** The streets that people walk, and how zones and facilities hang on them. */
export interface NetworkFindings {
  /** Digest of the streets as they were walked. */
  readonly streets: Digest;
  /** How many changes the planner made of them: the results are a scenario. Absent: none. */
  readonly changes?: number;
  readonly accounts: Readonly<Record<ProfileId, WalkAccount>>;
  /** By the profile that decides. A facility that does not serve the subject has no place here. */
  readonly connections: Readonly<Record<CareSubject, Connections>>;
}

export interface FacilityResults {
  /** One row per facility and metric it supplies, ordered by facility, then metric. */
  readonly rows: Uint32Array;
  readonly metric: readonly Metric[];
  readonly capacity: Float64Array;
  /** Handed out by the ledger. */
  readonly load: Float64Array;
  readonly reachedZones: Uint32Array;
}

export interface SubjectCoverage {
  readonly subject: CareSubject;
  readonly profile: ProfileId;
  /** Absent: any facility of the subject that people can walk to. */
  readonly kind?: FacilityKind;
  readonly columns: Coverage;
  readonly people: PeopleCovered;
}

/** People within the limit, of those whose number is known. */
export interface PeopleCovered {
  readonly base: "elderly60" | "under3" | "residents" | "households";
  readonly covered: number;
  readonly total: number;
  readonly zonesWithoutNumber: number;
}

/** One unit, one metric. Sums over the known zones; a surplus of one zone never fills another's lack. */
export interface RollUpRow {
  readonly level: AdminLevel;
  readonly unit: string;
  readonly name: string;
  readonly subject: Subject;
  readonly metric: Metric;
  readonly required: number;
  readonly provided: number;
  readonly missing: number;
  /** How much of what is missing is in doubt. */
  readonly perhaps: number;
  /** Served share: what counts of the provided ÷ required. */
  readonly share: number;
  readonly zones: number;
  /** Those whose requirement and supply are both known. Without any, the sums say nothing. */
  readonly zonesKnown: number;
  readonly zonesShort: number;
  /** People of the zones that state them, and how many do. */
  readonly households: number;
  readonly residents: number;
  readonly zonesWithHouseholds: number;
  readonly zonesWithResidents: number;
}

/** A unit against its yearly targets, and whether it has the facility of its tier. */
export interface UnitJudgement {
  readonly level: AdminLevel;
  readonly unit: string;
  readonly name: string;
  readonly judgement: Judgement;
  /** Where a share of all units of the level is asked for: those without, by rule, as codes or names. */
  readonly lacking?: Readonly<Record<RuleId, readonly string[]>>;
}

/** The circle rules of one pack for one subject, and the people they were decided on. */
export interface CircleJudgement {
  readonly pack: PackId;
  readonly subject: CareSubject;
  readonly base: PeopleCovered["base"];
  readonly covered: number;
  readonly total: number;
  readonly judgement: Judgement;
}

/**
 * What is missing of a metric in all known zones, how much of it is in doubt, in how many it is, and how many are known:
 * of none, nothing is said.
 */
export interface MissingInAll {
  readonly metric: Metric;
  readonly amount: number;
  readonly perhaps: number;
  readonly zones: number;
  readonly zonesKnown: number;
}

/** The sentence on top: what is missing in all, and where most. */
export interface Headline {
  readonly zones: number;
  readonly missing: readonly MissingInAll[];
  readonly worstStreets: readonly string[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly estimated: number;
  /** Empty where no standard says what counts. */
  readonly people: readonly { readonly subject: CareSubject; readonly covered: PeopleCovered }[];
}
