import { compare, exact, over, plus, ZERO } from "../base/decimal.ts";

/** That more of the weight is asked for than can be served. */
export interface ShareOutOfReach {
  readonly is: "share-out-of-reach";
  /** So much can, rounded down at 4 decimals. */
  readonly share: number;
}

/** Whether such a part of the weight is of customers that can be served; `undefined` where it is. */
export function shareInReach(
  weights: Float64Array,
  share: number,
  canBeServed: (customer: number) => boolean,
): ShareOutOfReach | undefined {
  let [all, served] = [ZERO, ZERO];
  for (const [customer, weight] of weights.entries()) {
    all = plus(all, exact(weight));
    if (canBeServed(customer)) served = plus(served, exact(weight));
  }
  if (all.numerator === 0n) return undefined;
  const part = over(served, all);
  if (compare(part, exact(share)) >= 0) return undefined;
  return { is: "share-out-of-reach", share: Number((part.numerator * 10_000n) / part.denominator) / 10_000 };
}
