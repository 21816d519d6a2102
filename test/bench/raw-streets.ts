import { geodesicBetween } from "../../src/core/geo/geodesic.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import type { WalkProfile } from "../../src/core/network/walk-profile.ts";
import { bars, walkedAs } from "../../src/core/network/walked-as.ts";

/** The walked pieces of a map as they were mapped, against the walk: what is searched without any preparation. */
export interface RawStreets {
  /** nodes + 1: arcs of node `n` are `starts[n] … starts[n + 1] − 1`. */
  readonly starts: Uint32Array;
  /** By arc: the node that people come from, and equivalent metres of the walk here. */
  readonly comesFrom: Uint32Array;
  readonly metres: Float64Array;
  /** Nodes of the map that are walked over, in their order. A barred node is one for each piece that comes to it. */
  readonly walked: readonly number[];
}

export function rawStreets(map: StreetMap, profile: WalkProfile): RawStreets {
  const walks = map.tagSets.map((tags) => walkedAs(tags, profile));
  const barred = new Set([...map.barriers].filter(([, tags]) => bars(tags, profile)).map(([node]) => node));
  const arcs: [at: number, comesFrom: number, metres: number][] = [];
  let nodes = map.lng.length;
  const walked = new Set<number>();
  const end = (node: number): number => {
    if (barred.has(node)) return nodes++;
    walked.add(node);
    return node;
  };
  for (let way = 0; way < map.tags.length; way++) {
    const walk = walks[map.tags[way] as number];
    if (walk === undefined || walk.whyNot !== undefined) continue;
    for (let at = map.starts[way] as number; at + 1 < (map.starts[way + 1] as number); at++) {
      const [a, b] = [map.nodes[at] as number, map.nodes[at + 1] as number];
      const metres = geodesicBetween(
        ...([map.lng[a], map.lat[a], map.lng[b], map.lat[b]] as [number, number, number, number]),
      );
      const [from, to] = [end(a), end(b)];
      if (walk.forth !== Infinity) arcs.push([to, from, metres * walk.forth]);
      if (walk.back !== Infinity) arcs.push([from, to, metres * walk.back]);
    }
  }
  const starts = new Uint32Array(nodes + 1);
  for (const [at] of arcs) starts[at + 1] = (starts[at + 1] as number) + 1;
  for (let node = 0; node < nodes; node++) {
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  }
  const next = starts.slice();
  const comesFrom = new Uint32Array(arcs.length);
  const metres = new Float64Array(arcs.length);
  for (const [at, from, length] of arcs) {
    const arc = next[at] as number;
    next[at] = arc + 1;
    comesFrom[arc] = from;
    metres[arc] = length;
  }
  return { starts, comesFrom, metres, walked: [...walked].sort((a, b) => a - b) };
}
