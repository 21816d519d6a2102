import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { toNumber } from "../../src/core/base/decimal.ts";

/** An allocation problem as other methods know it: in numbers, each zone's links nearest first. */
export interface PlainProblem {
  readonly needs: Float64Array;
  readonly capacities: Float64Array;
  /** By zone: facilities. */
  readonly links: readonly Uint32Array[];
}

export function plainProblem({
  needs,
  capacities,
  starts,
  facilities,
  metres,
}: AllocationProblem): PlainProblem {
  return {
    needs: Float64Array.from(needs, toNumber),
    capacities: Float64Array.from(capacities, toNumber),
    links: needs.map((_, zone) => {
      const first = starts[zone] as number;
      const links = Uint32Array.from({ length: (starts[zone + 1] as number) - first }, (_, at) => first + at);
      links.sort((a, b) => (metres?.[a] ?? 0) - (metres?.[b] ?? 0) || a - b);
      return links.map((link) => facilities[link] as number);
    }),
  };
}

/** By zone: the part of its need that a method gives it, at most 1. A zone that needs nothing has 1. */
export type Shares = Float64Array;

/** Part of all that is needed that is given. */
export function servedPart({ needs }: PlainProblem, shares: Shares): number {
  return needs.reduce((sum, need, zone) => sum + need * (shares[zone] as number), 0) / totalOf(needs);
}

/** 1 for zones that have all they need, but for the rounding of numbers. */
export function enough(shares: Shares): Uint8Array {
  return Uint8Array.from(shares, (share) => (share > 1 - 1e-9 ? 1 : 0));
}

export function totalOf(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/**
 * First come, first served: zone after zone, in the order given, takes what is left of its nearest facilities until it has
 * enough. What a table, a script or a person with a list does.
 */
export function firstComeFirstServed(
  { needs, capacities, links }: PlainProblem,
  order: readonly number[],
): Shares {
  const left = capacities.slice();
  const shares = new Float64Array(needs.length).fill(1);
  for (const zone of order) {
    const need = needs[zone] as number;
    let lack = need;
    for (const facility of links[zone] as Uint32Array) {
      const taken = Math.min(lack, left[facility] as number);
      left[facility] = (left[facility] as number) - taken;
      lack -= taken;
    }
    if (need > 0) shares[zone] = 1 - lack / need;
  }
  return shares;
}

/**
 * 2SFCA (Luo and Wang 2003): each facility is divided by all the need that reaches it, and a zone adds up those ratios.
 * One above 1 counts as enough; what is above it serves nobody.
 */
export function twoStepFloatingCatchment({ needs, capacities, links }: PlainProblem): Shares {
  const asked = new Float64Array(capacities.length);
  for (const [zone, need] of needs.entries()) {
    for (const facility of links[zone] as Uint32Array) asked[facility] = (asked[facility] as number) + need;
  }
  return Float64Array.from(needs, (need, zone) => {
    if (need === 0) return 1;
    let share = 0;
    for (const facility of links[zone] as Uint32Array) {
      share += (capacities[facility] as number) / (asked[facility] as number);
    }
    return Math.min(1, share);
  });
}
