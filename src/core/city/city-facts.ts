import { limitOf } from "../analysis/parameters.ts";
import type { Pipeline } from "../analysis/pipeline.ts";
import type { PeopleCovered } from "../analysis/results.ts";
import type { PackId, RuleId } from "../base/ids.ts";
import type { Metres } from "../base/units.ts";
import type { TerritoryUnit } from "../deficit/territory.ts";
import type { AdminLevel } from "../model/admin-unit.ts";
import type { CareSubject, Subject } from "../model/facility-kind.ts";
import type { ZoneStatus } from "../model/residential-zone.ts";
import type { CityTargets, Indicator, TargetCell } from "../standards/city-targets.ts";
import type { PolicyDocument, Text } from "../standards/clause.ts";
import type { Metric, PopulationBase, RuleUnit } from "../standards/rule.ts";
import { comparisons } from "./comparisons.ts";
import { peopleSums, zoneCounts } from "./people-sums.ts";
import { standardSums } from "./standard-sums.ts";
import { tierGaps } from "./tier-gaps.ts";

/** The open document as a head of department asks for it. Every figure is what the tables of the analysis add up to. */
export interface CityFacts {
  readonly zones: ZoneCounts;
  readonly people: readonly PeopleSum[];
  readonly standards: readonly StandardSum[];
  readonly covered: readonly CoverageSum[];
  readonly tiers: readonly TierGap[];
  /** One for each city whose standards are in use. */
  readonly comparisons: readonly CityComparison[];
}

export interface ZoneCounts {
  readonly all: number;
  readonly byStatus: Readonly<Record<ZoneStatus | "unstated", number>>;
  /** Zones whose verdict rests on an estimate. */
  readonly estimated: number;
}

/** A number of people or households, over the zones that state one. */
export interface PeopleSum {
  readonly of: PeopleCovered["base"];
  readonly number: number;
  readonly zones: number;
  readonly zonesWithout: number;
  /** Of the zones that state a number, how many say what it is of: 常住, 户籍, 规划, or that it is an estimate. */
  readonly bases: readonly { readonly base: StatedBase; readonly zones: number }[];
}

export type StatedBase = "resident" | "hukou" | "planned" | "estimated";

/** What the zones of one status must have, have and lack of one metric. A surplus of one zone fills no other's lack. */
export interface StandardSum {
  readonly status: ZoneStatus | "unstated";
  readonly metric: Metric;
  readonly subject: Subject;
  readonly unit: RuleUnit;
  /** Over the zones whose requirement and supply are both known. */
  readonly required: number;
  readonly missing: number;
  /** How much of that is in doubt. */
  readonly perhaps: number;
  /** Served share: what counts of the provided ÷ required; NaN where nothing is required. */
  readonly share: number;
  /** All zones of the status; of these known and short, asked without data, and 未规定. */
  readonly zones: number;
  readonly zonesKnown: number;
  readonly zonesShort: number;
  readonly zonesWithoutData: number;
  readonly zonesUnspecified: number;
}

/** Who has a facility of the subject within the limit. */
export interface CoverageSum {
  readonly subject: CareSubject;
  readonly limit: Metres;
  readonly people: PeopleCovered;
  readonly zones: Readonly<Record<"whole" | "part" | "none" | "unknown", number>>;
}

/** Units of a level that have no facility of the kind their tier is to have. */
export interface TierGap {
  /** Rules that ask it, in order of id. */
  readonly rules: readonly RuleId[];
  readonly title: Text;
  readonly level: AdminLevel;
  readonly all: number;
  /** In the order of the units. */
  readonly lacking: readonly LackingUnit[];
}

/** `unit`: as roll-ups and boundaries call it. */
export type LackingUnit = Pick<TerritoryUnit, "unit" | "name">;

/** The published indicators of a city beside what the document gives. */
export interface CityComparison {
  readonly city: string;
  readonly name: Text;
  readonly pack: PackId;
  /** No zone lies where the standards hold: targets of another place are not compared with. */
  readonly borrowed: boolean;
  readonly years: readonly number[];
  /** What the city aims at for childcare, and what an estate must have. */
  readonly contrast: Contrast;
  /** In the order of the documents. */
  readonly indicators: readonly IndicatorFacts[];
}

export interface IndicatorFacts {
  readonly indicator: Indicator;
  readonly document: PolicyDocument | undefined;
  /** The target of the year; absent where none is stated for it. */
  readonly target?: TargetCell;
  readonly finding: Finding;
  /** Finding ÷ target, where both are numbers of one measure. */
  readonly reached?: number;
}

/** What the document gives for an indicator. */
export type Finding =
  | {
      readonly kind: "figure";
      readonly value: number;
      readonly arithmetic: string;
      /** Zones left out, since they do not say. */
      readonly zonesWithout?: number;
      readonly over?: PublishedPeople;
    }
  /** Something may count or not, since a row does not say. Without `most` there is no upper end. */
  | {
      readonly kind: "between";
      readonly least: number;
      readonly most?: number;
      readonly arithmetic: string;
      readonly over: PublishedPeople;
    }
  /** Units that have it, of all of the level. */
  | { readonly kind: "units"; readonly level: AdminLevel; readonly have: number; readonly all: number }
  | { readonly kind: "unknown"; readonly why: Unknown };

/** Whose published number a figure is over: a unit, the people, and the year they were counted in. */
export interface PublishedPeople {
  readonly name: string;
  readonly base: PopulationBase;
  /** People registered (户籍) stand in for residents. */
  readonly hukou: boolean;
  readonly year?: number;
}

/**
 * not-in-data: rows have no such column · not-stated: no row fills it in · some-not-stated: some rows leave it open ·
 * no-population: nobody has published the people of the unit here · no-unit: the document has no such unit ·
 * screening: the supply method counts rooms more than once · borrowed: it is another city's.
 */
export type Unknown =
  | "not-in-data"
  | "not-stated"
  | "some-not-stated"
  | "no-population"
  | "no-unit"
  | "screening"
  | "borrowed";

/** Childcare as the city counts it and as an estate is asked. */
export interface Contrast {
  readonly city: (Asked & { readonly rule: RuleId }) | undefined;
  readonly estates: Readonly<Record<ZoneStatus, readonly Asked[] | "unspecified">>;
}

export interface Asked {
  readonly threshold: number;
  readonly unit: RuleUnit;
  readonly base: "households" | "residents";
  readonly per: number;
}

/** Cost: a few looks at every zone and facility. `cities` are the published targets, in any order. */
export function cityFacts(pipeline: Pipeline, cities: readonly CityTargets[]): CityFacts {
  return {
    zones: zoneCounts(pipeline),
    people: peopleSums(pipeline.project.zones),
    standards: standardSums(pipeline),
    covered: coverageSums(pipeline),
    tiers: tierGaps(pipeline),
    comparisons: comparisons(pipeline, cities),
  };
}

function coverageSums({ results, parameters }: Pipeline): CoverageSum[] {
  return results.headline.people.map(({ subject, covered: people }) => {
    const zones = { whole: 0, part: 0, none: 0, unknown: 0 };
    for (const part of results.zones.bySubject[subject].covered) {
      zones[Number.isNaN(part) ? "unknown" : part >= 1 ? "whole" : part > 0 ? "part" : "none"]++;
    }
    return { subject, limit: limitOf(parameters, subject), people, zones };
  });
}
