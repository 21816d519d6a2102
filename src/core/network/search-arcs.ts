import { exactMetres } from "./exact-metres.ts";
import type { WalkGraph } from "./walk-graph.ts";

/**
 * The network against the walk: from each node to those that people come to it from. Searches start at facilities, and
 * people walk towards them.
 */
export interface SearchArcs {
  /** nodes + 1: arcs of node `n` are `starts[n] … starts[n + 1] − 1`. */
  readonly starts: Uint32Array;
  /** `ARC_WIDTH` numbers an arc: the node that people come from, equivalent metres of the walk here, real metres; both exact. */
  readonly arcs: Float64Array;
}

export const ARC_WIDTH = 3;

/** Kept as long as the graph is. */
export function searchArcsFor(graph: WalkGraph): SearchArcs {
  const before = remembered.get(graph);
  if (before !== undefined) return before;
  const made = searchArcs(graph);
  remembered.set(graph, made);
  return made;
}

/** Loops are left out: nobody comes nearer by them. */
function searchArcs({ from, to, forth, back, metres, lng }: WalkGraph): SearchArcs {
  const starts = new Uint32Array(lng.length + 1);
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s] as number, to[s] as number];
    if (a === b) continue;
    if (forth[s] !== Infinity) starts[b + 1] = (starts[b + 1] as number) + 1;
    if (back[s] !== Infinity) starts[a + 1] = (starts[a + 1] as number) + 1;
  }
  for (let n = 0; n < lng.length; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number);
  const next = starts.slice();
  const arcs = new Float64Array(ARC_WIDTH * (starts[lng.length] as number));
  const put = (at: number, comesFrom: number, length: number, factor: number) => {
    if (factor === Infinity) return;
    const arc = ARC_WIDTH * (next[at] as number);
    next[at] = (next[at] as number) + 1;
    arcs[arc] = comesFrom;
    arcs[arc + 1] = exactMetres(length * factor);
    arcs[arc + 2] = exactMetres(length);
  };
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s] as number, to[s] as number];
    if (a === b) continue;
    put(b, a, metres[s] as number, forth[s] as number);
    put(a, b, metres[s] as number, back[s] as number);
  }
  return { starts, arcs };
}

const remembered = new WeakMap<WalkGraph, SearchArcs>();
