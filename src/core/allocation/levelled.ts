import { compare, type Exact } from "../base/decimal.ts";
import type { FairShares } from "./allocation-problem.ts";

/** Shares by zone as levels. Near linear where many zones have one and the same share. */
export function levelled(shares: readonly Exact[]): FairShares {
  const levels: Exact[] = [];
  const levelOf = new Map<Exact, number>();
  for (const share of [...new Set(shares)].sort(compare)) {
    const last = levels.at(-1);
    if (last === undefined || compare(last, share) < 0) levels.push(share);
    levelOf.set(share, levels.length - 1);
  }
  return { levels, levelOf: Uint32Array.from(shares, (share) => levelOf.get(share) as number) };
}
