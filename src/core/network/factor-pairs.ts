import { invariant } from "../base/invariant.ts";
import type { Work } from "../base/work.ts";
import { Gradients, slopeCounts, slopeFactor, taggedGradient } from "./slope.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { type WalkedAs, walkedAs } from "./walked-as.ts";

/** The pairs of factors that occur on a map, each with its turned pair: two ways are walked alike if their rows agree. */
export interface FactorPairs {
  readonly forth: readonly number[];
  readonly back: readonly number[];
  /** By pair: the row of the same pair seen from the other end. */
  readonly turned: readonly number[];
  /** By row of `tagSets`: its pair where heights are not known, or `NOT_WALKED`. */
  readonly byTags: Int32Array;
  /** By piece of a walked way: its pair. Absent where the map has no heights. */
  readonly byPiece?: Uint16Array;
}

export const NOT_WALKED = -1;

/** The pair of a piece of a walked way with these tags. */
export function pairOfPiece({ byTags, byPiece }: FactorPairs, tags: number, piece: number): number {
  return (byPiece === undefined ? byTags[tags] : byPiece[piece]) as number;
}

/** How a profile walks each way of the map, and each piece of it where heights are known. */
export function* factorPairs(map: StreetMap, profile: WalkProfile): Work<FactorPairs> {
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
    if (as.whyNot !== undefined) return NOT_WALKED;
    const gradient = slopeCounts(profile.slope, tags) ? taggedGradient(tags) : undefined;
    return gradient === undefined ? rowOf(as.forth, as.back) : slopedRow(as.forth, as.back, gradient);
  });
  const byPiece = map.heights && (yield* pairsByPiece(map, map.heights));
  invariant(forth.length < 0xffff, "a profile has fewer factors than that");
  return { forth, back, turned, byTags, ...(byPiece && { byPiece }) };

  function slopedRow(a: number, b: number, gradient: number): number {
    const { slope } = profile;
    if (slope === undefined) return rowOf(a, b);
    return rowOf(a * slopeFactor(slope, gradient), b * slopeFactor(slope, -gradient));
  }

  function* pairsByPiece(
    { nodes, starts, tags, tagSets }: StreetMap,
    heights: Float32Array,
  ): Work<Uint16Array> {
    const gradients = new Gradients(map, heights);
    const pairOf = new Uint16Array(nodes.length);
    const as = tagSets.map((each) => walkedAs(each, profile));
    const counts = tagSets.map((each) => slopeCounts(profile.slope, each));
    for (let way = 0; way < tags.length; way++) {
      if (way % WAYS_AT_ONCE === 0) yield { part: "network", share: 0 };
      const row = tags[way] as number;
      const level = byTags[row] as number;
      if (level === NOT_WALKED) continue;
      const { forth: along, back: against } = as[row] as WalkedAs;
      const last = (starts[way + 1] as number) - 1;
      for (let piece = starts[way] as number; piece < last; piece++) {
        const gradient = counts[row]
          ? gradients.between(nodes[piece] as number, nodes[piece + 1] as number)
          : undefined;
        pairOf[piece] = gradient === undefined ? level : slopedRow(along, against, gradient);
      }
    }
    return pairOf;
  }
}

const WAYS_AT_ONCE = 20_000;
