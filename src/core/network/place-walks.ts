import type { Metres } from "../base/units.ts";
import { exactMetres } from "./exact-metres.ts";
import { ONE_POINT } from "./join.ts";
import { equivalent, type JoinedZones, walkable } from "./join-zones.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/** A walk to a place from a node or an origin, off the network included; both exact. */
export type TakeWalk = (from: number, metres: Metres, walked: Metres) => void;

/** From the ends of its stretch. */
export function eachFromEnds(graph: WalkGraph, { stretch, along, off }: Joined, take: TakeWalk): void {
  const straight = exactMetres(off);
  const each = (node: number, part: Metres, factor: number) => {
    if (walkable(part, factor)) take(node, straight + equivalent(part, factor), straight + exactMetres(part));
  };
  each(graph.from[stretch] as number, along, graph.forth[stretch] as number);
  each(graph.to[stretch] as number, (graph.metres[stretch] as number) - along, graph.back[stretch] as number);
}

/** From the origins on its stretch, straight along it. */
export function eachAlong(
  graph: WalkGraph,
  { joined, stretchStarts, onStretch }: JoinedZones,
  { stretch, along, off }: Joined,
  take: TakeWalk,
): void {
  const straight = exactMetres(off);
  const end = stretchStarts[stretch + 1] as number;
  for (let i = stretchStarts[stretch] as number; i < end; i++) {
    const origin = onStretch[i] as number;
    const ahead = along - (joined.along[origin] as number);
    const apart = Math.abs(ahead) <= ONE_POINT ? 0 : Math.abs(ahead);
    const factor = (ahead >= 0 ? graph.forth[stretch] : graph.back[stretch]) as number;
    if (!walkable(apart, factor)) continue;
    const both = straight + exactMetres(joined.off[origin] as number);
    take(origin, both + equivalent(apart, factor), both + exactMetres(apart));
  }
}
