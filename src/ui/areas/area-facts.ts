import type { ServedState, Shortness } from "../../core/analysis/allocation-findings.ts";
import type { DoubtReason } from "../../core/analysis/area-doubts.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/** Zones that lack so much whatever the assignment, and what they are measured against; m² or slots, unrounded. */
export interface Shortage {
  readonly zones: number;
  readonly facilities: number;
  readonly need: number;
  /** What all facilities that any of its zones reaches or owns hold open to them. */
  readonly capacity: number;
  readonly missing: number;
}

/** A 片区 as it is listed. */
export interface AreaFacts extends Shortage {
  /** So much of what is missing is missing whatever comes true of what nobody knows. */
  readonly certain: number;
  /** As `areaId` has it. */
  readonly id: string;
  /** From 1, by what is missing; of each metric. */
  readonly number: number;
  readonly metric: Metric;
  readonly unit: RuleUnit;
  /** Of the zone that is served worst in it. */
  readonly share: number;
  /** Names, the one with most of its zones first. */
  readonly streets: readonly string[];
  readonly zoneNames: readonly string[];
}

/** What an allocation comes to. */
export interface AllocationSums {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly areas: number;
  readonly missing: number;
  /** So much of it whatever comes true of what nobody knows. */
  readonly certain: number;
  /** Zones that it is over, in all and by state. */
  readonly zones: number;
  readonly states: Readonly<Record<ServedState, number>>;
}

/** All that is known of one 片区. */
export interface AreaDetail {
  readonly facts: AreaFacts;
  /** What all its facilities hold, and what of it is kept for zones of their own outside. */
  readonly held: number;
  readonly reserved: number;
  /** Parts of it that are shorter still, each with the highest share in it, the worst first. */
  readonly cores: readonly (Shortage & { readonly share: number })[];
  /** The worst served first. */
  readonly zones: readonly AreaZone[];
  /** The largest first. */
  readonly facilities: readonly AreaFacility[];
}

/** What nobody knows of 片区, m² or slots: zones that need from `least` to `most`, and facilities that may hold `more`. */
export interface Doubts {
  readonly zones: readonly {
    readonly id: string;
    readonly name: string;
    readonly least: number;
    readonly most: number;
  }[];
  /** The most first; `more` is absent where nobody knows how much. */
  readonly facilities: readonly {
    readonly id: string;
    readonly name: string;
    readonly why: DoubtReason;
    readonly more?: number;
  }[];
}

export interface AreaZone {
  readonly id: string;
  readonly name: string;
  readonly need: number;
  readonly served: number;
  readonly share: number;
  readonly shortness: Shortness;
}

export interface AreaFacility {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly capacity: number;
  readonly load: number;
  readonly reserved: number;
}
