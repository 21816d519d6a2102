import { asNumbers, wholeProblem } from "../allocation/allocation-problem.ts";
import { compare, type Exact, exact, plus, ZERO } from "../base/decimal.ts";

/** Amounts times `scale`, which makes all of them whole. */
export interface WholeAmounts {
  readonly needs: Float64Array;
  /** None is more than all need. */
  readonly capacities: Float64Array;
  readonly scale: bigint;
}

/** Needs, and capacities as far as they can be used, in whole numbers; `undefined` where sums of needs would not be exact. */
export function wholeAmounts(needs: Float64Array, capacities: Float64Array): WholeAmounts | undefined {
  const exactNeeds = Array.from(needs, exact);
  const all = exactNeeds.reduce(plus, ZERO);
  const usable = Array.from(capacities, (capacity): Exact => {
    const held = exact(capacity);
    return compare(held, all) < 0 ? held : all;
  });
  const whole = wholeProblem({ needs: exactNeeds, capacities: usable });
  const sum = whole.needs.reduce((so, need) => so + need, 0n);
  if (sum > Number.MAX_SAFE_INTEGER) return undefined;
  const [wholeNeeds, wholeCapacities] = [asNumbers(whole.needs), asNumbers(whole.capacities)];
  return wholeNeeds && wholeCapacities
    ? { needs: wholeNeeds, capacities: wholeCapacities, scale: whole.scale }
    : undefined;
}
