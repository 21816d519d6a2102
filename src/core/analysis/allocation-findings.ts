import type { Exact } from "../base/decimal.ts";
import type { Subject } from "../model/facility-kind.ts";
import type { Metric } from "../standards/rule.ts";

/**
 * What the fair allocation of one metric found, counting what surely counts and people at the high end of their band.
 * It is over the existing zones that have a place and a number to fill. Zones and facilities are rows of the project's
 * tables.
 */
export interface AllocationFindings {
  readonly metric: Metric;
  readonly subject: Subject;
  /** Every served share there is, ascending; none above 1. */
  readonly levels: readonly Exact[];
  readonly zones: AllocatedZones;
  readonly facilities: AllocatedFacilities;
  /** 缺口核算依据: ordered by share, then by first zone. */
  readonly certificates: readonly ShortageCertificate[];
  /** 片区: the maximal certificates, as places in `certificates`, most missing first. 片区 `n` is the n-th, from 1. */
  readonly areas: Uint32Array;
  readonly totals: AllocationTotals;
}

/** By zone row. */
export interface AllocatedZones {
  /** Place in `levels`; `NOT_ALLOCATED` for a zone that the allocation is not over. */
  readonly levelOf: Uint32Array;
  /** What it needs, m² or slots, unrounded; absent like that. */
  readonly needs: readonly (Exact | undefined)[];
  /** Place in `SERVED_STATES`; 0 for a zone that the allocation is not over. */
  readonly state: Uint8Array;
  /** Place in `SHORTNESS`: 0 for a zone that is not short. */
  readonly shortness: Uint8Array;
  /** 片区 of a short zone, from 1; 0 without. */
  readonly area: Uint32Array;
}

/**
 * 已满足: all that it needs · 够得着但已满: short, and all that it reaches is given out · 够不着: short, and there is
 * nothing that surely counts which it reaches or owns.
 */
export const SERVED_STATES = ["none", "served", "full", "out-of-reach"] as const;
export type ServedState = (typeof SERVED_STATES)[number];

/** 单独不足: short even with all that it reaches to itself · 片区共同不足: short together with its 片区. */
export const SHORTNESS = ["none", "alone", "together"] as const;
export type Shortness = (typeof SHORTNESS)[number];

/** By facility row, m² or slots; NaN for one that no zone of the metric owns, and none that the allocation is over may use. */
export interface AllocatedFacilities {
  /** What surely counts of it. */
  readonly capacity: Float64Array;
  /** What is given out. */
  readonly load: Float64Array;
  /** What zones that it belongs to keep for themselves. */
  readonly reserved: Float64Array;
  /** What is shared out among the zones that reach it; NaN where nothing is. */
  readonly open: Float64Array;
  /** So much of that as nobody who reaches it lacks; NaN like that. */
  readonly room: Float64Array;
}

/**
 * Zones that lack `missing` whatever the assignment: all facilities that any of them reaches or owns hold `capacity` open
 * to them. What those facilities keep for zones of their own outside is `reserved`, and is no part of `capacity`.
 */
export interface ShortageCertificate {
  /** Rows, ascending. */
  readonly zones: Uint32Array;
  /** Rows, ascending. */
  readonly facilities: Uint32Array;
  readonly need: Exact;
  readonly capacity: Exact;
  readonly reserved: Exact;
  readonly missing: Exact;
  /** Of a maximal one: so much of it is missing whatever comes true of what nobody knows. */
  readonly certain?: Exact;
  /** The highest share in it, as a place in `levels`. */
  readonly level: number;
  readonly maximal: boolean;
}

/** Of all zones that the allocation is over. */
export interface AllocationTotals {
  readonly zones: number;
  readonly need: Exact;
  readonly served: Exact;
  readonly missing: Exact;
  /** So much of it is missing whatever comes true of what nobody knows. */
  readonly certain: Exact;
}

export const NOT_ALLOCATED = 0xffffffff;
