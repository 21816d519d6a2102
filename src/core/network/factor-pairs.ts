import { invariant } from "../base/invariant.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { walkedAs } from "./walked-as.ts";

/** The pairs of factors that occur on a map, each with its turned pair: two ways are walked alike if their rows agree. */
export interface FactorPairs {
  readonly forth: readonly number[];
  readonly back: readonly number[];
  /** By pair: the row of the same pair seen from the other end. */
  readonly turned: readonly number[];
  /** By row of `tagSets`: its pair, or `NOT_WALKED`. */
  readonly byTags: Int32Array;
}

export const NOT_WALKED = -1;

/** How a profile walks each way of the map. */
export function factorPairs(map: StreetMap, profile: WalkProfile): FactorPairs {
  const forth: number[] = [];
  const back: number[] = [];
  const turned: number[] = [];
  const rows = new Map<string, number>();
  const rowOf = (a: number, b: number): number => {
    const key = `${a} ${b}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = forth.push(a) - 1;
    back.push(b);
    turned.push(row);
    rows.set(key, row);
    if (a !== b) turned[row] = rowOf(b, a);
    return row;
  };
  const byTags = Int32Array.from(map.tagSets, (tags) => {
    const as = walkedAs(tags, profile);
    return as.whyNot === undefined ? rowOf(as.forth, as.back) : NOT_WALKED;
  });
  invariant(forth.length < 0xffff, "a profile has fewer factors than that");
  return { forth, back, turned, byTags };
}
