import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { JOIN_CAP, type JoinedPlaces, joinedAt, NOT_JOINED } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { joinedZonesFor } from "./join-zones.ts";
import type { NetworkLimits } from "./network-reach.ts";
import { type SameStretches, sameStretches } from "./same-stretches.ts";
import { NO_NODE, searchQueue } from "./search-queue.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** A network, and where walks on it start. */
export interface WalkGround {
  readonly graph: WalkGraph;
  readonly origins: Origins;
}

/**
 * By facility, 1 where its search may find something else than before: it stands on a stretch that is gone or new, or
 * within the limit of an end of one, or so of a stretch that an origin left or joined. The facilities are the
 * same, and so are the zones, of which those with `elsewhere` 1 start their walks elsewhere and are not looked at. Cost:
 * joining, and one search on each of both networks.
 */
export function* touchedByStreets(
  before: WalkGround,
  now: WalkGround,
  elsewhere: Uint8Array,
  facilities: Places,
  { limit, cap = JOIN_CAP }: Pick<NetworkLimits, "limit" | "cap">,
): Work<Uint8Array> {
  const same = sameStretches(before.graph, now.graph);
  const endsBefore = yield* joinedPlacesFor(before.graph, facilities, cap);
  const startsBefore = (yield* joinedZonesFor(before.graph, before.origins, cap)).joined;
  const endsNow = yield* joinedPlacesFor(now.graph, facilities, cap);
  const startsNow = (yield* joinedZonesFor(now.graph, now.origins, cap)).joined;
  const gone = Uint8Array.from(same.after, (stretch) => (stretch < 0 ? 1 : 0));
  const came = same.kept.map((kept) => 1 - kept);
  for (let zone = 0; zone < elsewhere.length; zone++) {
    if (elsewhere[zone] === 1) continue;
    const [was, is] = [before.origins.starts[zone] as number, now.origins.starts[zone] as number];
    const count = (now.origins.starts[zone + 1] as number) - is;
    for (let i = 0; i < count; i++) {
      if (joinsAlike(startsBefore, was + i, startsNow, is + i, same)) continue;
      mark(gone, startsBefore.stretches[was + i] as number);
      mark(came, startsNow.stretches[is + i] as number);
    }
  }
  const isNearGone = reachesMarked(before.graph, gone, endsBefore, limit);
  const isNearNew = reachesMarked(now.graph, came, endsNow, limit);
  return Uint8Array.from(facilities.lng, (_, row) => (isNearGone(row) || isNearNew(row) ? 1 : 0));
}

function joinsAlike(
  before: JoinedPlaces,
  was: number,
  now: JoinedPlaces,
  is: number,
  { after }: SameStretches,
): boolean {
  const [a, b] = [before.stretches[was] as number, now.stretches[is] as number];
  if (a === NOT_JOINED || b === NOT_JOINED) return a === b;
  return after[a] === b && before.along[was] === now.along[is] && before.off[was] === now.off[is];
}

function mark(stretches: Uint8Array, stretch: number): void {
  if (stretch !== NOT_JOINED) stretches[stretch] = 1;
}

/** Whether a facility stands on a marked stretch, or people come to it from an end of one within the limit. */
function reachesMarked(
  graph: WalkGraph,
  marked: Uint8Array,
  ends: JoinedPlaces,
  limit: Metres,
): (facility: number) => boolean {
  const metres = walksFromMarked(graph, marked, limit + ROOM);
  return (facility) => {
    const place = joinedAt(ends, facility);
    if (place === undefined) return false;
    const { stretch, along, off } = place;
    if (marked[stretch] === 1) return true;
    const after = (graph.metres[stretch] as number) - along;
    const fromStart = (metres[graph.from[stretch] as number] as number) + walk(along, graph.forth[stretch]);
    const fromEnd = (metres[graph.to[stretch] as number] as number) + walk(after, graph.back[stretch]);
    return off + Math.min(fromStart, fromEnd) <= limit + ROOM;
  };
}

/** More than sums in another order are wrong by: a facility too many costs its search, one too few a wrong table. */
const ROOM: Metres = 0.01;

function walk(part: Metres, factor: number | undefined): Metres {
  return part === 0 ? 0 : part * (factor ?? Infinity);
}

/** By node: least equivalent metres of a walk from an end of a marked stretch to it; Infinity beyond the limit. */
function walksFromMarked(graph: WalkGraph, marked: Uint8Array, limit: Metres): Float64Array {
  const metres = new Float64Array(graph.lng.length).fill(Infinity);
  const queue = searchQueue(limit);
  const improve = (node: number, length: Metres) => {
    if (length > limit || length >= (metres[node] as number)) return;
    metres[node] = length;
    queue.put(node, length);
  };
  marked.forEach((is, stretch) => {
    if (is === 0) return;
    improve(graph.from[stretch] as number, 0);
    improve(graph.to[stretch] as number, 0);
  });
  for (let node = queue.take(); node !== NO_NODE; node = queue.take()) {
    const here = metres[node] as number;
    for (let i = graph.starts[node] as number; i < (graph.starts[node + 1] as number); i++) {
      const stretch = graph.stretches[i] as number;
      const [from, to] = [graph.from[stretch] as number, graph.to[stretch] as number];
      const length = graph.metres[stretch] as number;
      if (from === node) improve(to, here + walk(length, graph.forth[stretch]));
      if (to === node) improve(from, here + walk(length, graph.back[stretch]));
    }
  }
  return metres;
}
