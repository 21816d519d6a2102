import type { AdminLevel } from "../../core/model/admin-unit.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import type { CareSubject, Subject } from "../../core/model/facility-kind.ts";
import type { ZoneStatus } from "../../core/model/residential-zone.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/** What the tables show of zones, by row: names of the document and, once there, the columns of the results. */
export interface ZoneFacts {
  readonly count: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly streets: readonly string[];
  readonly communities: readonly string[];
  readonly people: Readonly<Record<PeopleColumn, Float64Array>>;
  readonly status: readonly (ZoneStatus | undefined)[];
  /** As `checkCode` has them. */
  readonly checks: Uint8Array;
  readonly results?: {
    /** Index in `VERDICTS`, and flags of `ZONE_FLAGS`. */
    readonly verdict: Uint8Array;
    readonly flags: Uint8Array;
    readonly metrics: readonly MetricFacts[];
    /** Walking metres to the nearest of each subject; Infinity if none. */
    readonly metres: Readonly<Record<CareSubject, Float64Array>>;
    /** How many facilities are within the walk. */
    readonly choices: Readonly<Record<CareSubject, Uint32Array>>;
    readonly territory: TerritoryFacts;
  };
}

/** Which units zones lie in: by tier the row of `units`, −1 where in none. */
export interface TerritoryFacts {
  readonly units: readonly { readonly level: AdminLevel; readonly unit: string; readonly name: string }[];
  readonly zoneUnits: readonly Int32Array[];
}

/** One metric of all zones; NaN where unknown or not required. */
export interface MetricFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly missing: Float64Array;
}

/** Units that stand beside each other are listed together: a village beside communities, a town beside streets. */
export const TIERS = ["community", "street", "district", "city"] as const;
export type Tier = (typeof TIERS)[number];

export interface UnitFacts {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  readonly zones: number;
  /** Those with a requirement and a supply that are known, and those of them that lack any. */
  readonly zonesKnown: number;
  readonly zonesShort: number;
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  /** The community in it that lacks most of the first metric; none where none lacks any, or it is a community itself. */
  readonly worst?: string;
  /** In the order of the metrics of the whole table. */
  readonly metrics: readonly UnitMetricFacts[];
  /** What is missing of the other subject, likewise; NaN where nothing is known. */
  readonly others: readonly Pick<UnitMetricFacts, "metric" | "unit" | "missing">[];
}

export const PEOPLE_COLUMNS = ["households", "residents", "elderly60", "under3"] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** Added up over the zones that state it; at least that many where some do not. */
export interface KnownSum {
  readonly sum: number;
  readonly known: number;
}

/** Zones added up. A lack is known of those that are judged and asked for it. */
export interface ZoneSums {
  readonly zones: number;
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  readonly metrics: readonly MetricSum[];
}

export interface MetricSum extends KnownSum {
  readonly metric: Metric;
  readonly unit: RuleUnit;
}

/** Sums over the known zones; of none, the amounts are NaN. */
export interface UnitMetricFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly zonesKnown: number;
  readonly zonesShort: number;
  /** Zones of which nothing is known, since the standard gives no number or data is missing. */
  readonly zonesUnspecified: number;
  readonly zonesWithoutData: number;
  readonly required: number;
  readonly provided: number;
  readonly missing: number;
  readonly share: number;
}

/** What the tables show of facilities, by row. NaN where unknown. */
/** In place of a kind: those of any kind that have no place. */
export const PLACELESS = "placeless";

export interface FacilityFacts {
  readonly count: number;
  readonly names: readonly string[];
  /** Codes, and what they are called. */
  readonly kinds: readonly string[];
  readonly kindNames: readonly string[];
  readonly subjects: readonly Subject[];
  readonly statuses: readonly (FacilityStatus | "unknown")[];
  /** As `checkCode` has them. */
  readonly checks: Uint8Array;
  /** Degrees; NaN without a place. */
  readonly lng: Float64Array;
  readonly elderlyArea: Float64Array;
  readonly childcareArea: Float64Array;
  readonly slots: Float64Array;
  /** Zones that reach it; absent while nothing is known. */
  readonly reached?: Float64Array;
}
