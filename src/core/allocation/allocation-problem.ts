import { type Exact, ratio } from "../base/decimal.ts";

/**
 * Who may be served by whom, of one metric: zones with what they need, facilities with what they hold, both exact and not
 * negative, m² or slots. Links are columns ordered by zone: those of zone `z` are `starts[z] … starts[z + 1] − 1`.
 */
export interface AllocationProblem {
  readonly needs: readonly Exact[];
  readonly capacities: readonly Exact[];
  /** zones + 1 */
  readonly starts: Uint32Array;
  /** By link: row of the facility; within a zone ascending, none twice. */
  readonly facilities: Uint32Array;
  /** By link: walking metres, which choose among flows that serve equally. Absent: nothing chooses. */
  readonly metres?: Float64Array;
}

/** The problem in whole numbers: amounts times `scale`, the smallest that makes all of them whole. */
export interface WholeProblem {
  readonly needs: readonly bigint[];
  readonly capacities: readonly bigint[];
  readonly scale: bigint;
}

export function wholeProblem({
  needs,
  capacities,
}: Pick<AllocationProblem, "needs" | "capacities">): WholeProblem {
  let scale = 1n;
  for (const each of new Set([...needs, ...capacities].map(({ denominator }) => denominator))) {
    scale *= ratio(each, scale).numerator;
  }
  const whole = ({ numerator, denominator }: Exact) =>
    denominator === scale ? numerator : numerator * (scale / denominator);
  return { needs: needs.map(whole), capacities: capacities.map(whole), scale };
}

/** Whole numbers as numbers that hold them exactly; undefined where one is above 2^53 − 1. */
export function asNumbers(amounts: readonly bigint[]): Float64Array | undefined {
  const numbers = Float64Array.from(amounts, Number);
  return numbers.every((amount) => amount <= Number.MAX_SAFE_INTEGER) ? numbers : undefined;
}

/**
 * The max-min fair shares: of every zone the part of its need that is served, made as equal as possible from the worst
 * upwards. Unique, and so independent of the order of rows and of how they are found.
 */
export interface FairShares {
  /** Every share there is, once, ascending; none above 1. */
  readonly levels: readonly Exact[];
  /** By zone: its place in `levels`. A zone that needs nothing has share 1. */
  readonly levelOf: Uint32Array;
}

/** Fair shares with a flow that realises them. */
export interface Allocation extends FairShares {
  /** By link: m² or slots, rounded to numbers. Of a zone they add up to its share of its need. */
  readonly amounts: Float64Array;
}
