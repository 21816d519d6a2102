import { type JoinedPlaces, NOT_JOINED } from "./join.ts";
import type { WalkGraph } from "./walk-graph.ts";

/**
 * Rows that are joined, of all or of `subset`, along the curve that nodes are numbered by: what one search brought near
 * the processor serves the next.
 */
export function alongCurve(graph: WalkGraph, ends: JoinedPlaces, subset?: Uint32Array): Uint32Array {
  const all = allAlongCurve(graph, ends);
  if (subset === undefined) return all;
  const asked = new Uint8Array(ends.stretches.length);
  for (const row of subset) asked[row] = 1;
  return all.filter((row) => asked[row] === 1);
}

/** Kept as long as the joined places are, which are those of one graph. */
function allAlongCurve({ from }: WalkGraph, ends: JoinedPlaces): Uint32Array {
  const before = remembered.get(ends);
  if (before !== undefined) return before;
  const { stretches } = ends;
  const rows = Array.from(stretches.keys()).filter((row) => stretches[row] !== NOT_JOINED);
  const nodeOf = (row: number) => from[stretches[row] as number] as number;
  const made = Uint32Array.from(rows).sort((a, b) => nodeOf(a) - nodeOf(b) || a - b);
  remembered.set(ends, made);
  return made;
}

const remembered = new WeakMap<JoinedPlaces, Uint32Array>();
