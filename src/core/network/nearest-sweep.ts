import { present } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { type JoinedPlaces, joinedAt } from "./join.ts";
import { eachFromEnds } from "./place-walks.ts";
import { ARC_WIDTH, type SearchArcs, searchArcsFor } from "./search-arcs.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** By node: the walk to the nearest of several places. */
export interface NearestSweep {
  /** Equivalent ones; Infinity beyond the limit, and what else is told of the node is then of no meaning. */
  readonly metres: Float64Array;
  /** Real metres of the same walk. */
  readonly walked: Float64Array;
  /** Where it leads to. */
  readonly facilities: Uint32Array;
}

/**
 * One search of Dijkstra's from these joined rows at once, quickest in the order of `alongCurve`; walks of `limit` are included. Of walks equally long in
 * equivalent metres the one to the first facility counts, and of these the one of fewest real metres. Cost: the nodes
 * within the limit. Whoever is done with the sweep gives it back.
 */
export function* nearestSweep(
  graph: WalkGraph,
  ends: JoinedPlaces,
  rows: Uint32Array,
  limit: Metres,
): Work<NearestSweep> {
  const arcs = searchArcsFor(graph);
  const room = roomFor(graph, limit);
  for (const facility of rows) {
    const place = present(joinedAt(ends, facility), "rows are joined");
    eachFromEnds(graph, place, (node, metres, walked) => enter(room, limit, node, metres, walked, facility));
  }
  const steps = Math.max(1, Math.ceil(graph.lng.length / NODES_PER_STEP));
  for (let step = 0; !goOn(room, arcs, limit, NODES_PER_STEP); step++) {
    yield { part: "reach", share: Math.min(1, step / steps) };
  }
  return room;
}

const NODES_PER_STEP = 1 << 16;

/** Its room serves the next sweep of the graph: what it found is then gone. */
export function giveBack(graph: WalkGraph, sweep: NearestSweep): void {
  free.set(graph, sweep as Room);
}

const free = new WeakMap<WalkGraph, Room>();

interface Room extends NearestSweep {
  /** By node: 1 while it is to be gone on from. */
  readonly open: Uint8Array;
  /** Buckets a metre. */
  perMetre: number;
  /** By bucket: where its last entry stands, or −1. */
  heads: Int32Array;
  /** Two numbers an entry: a node to go on from, and where the entry before it in its bucket stands, or −1. */
  entries: Int32Array;
  /** Numbers that are in use. */
  count: number;
  /** The bucket that is taken from, and the last one that was put into. */
  current: number;
  last: number;
}

/** With no walks, and all buckets empty. */
function roomFor(graph: WalkGraph, limit: Metres): Room {
  const perMetre = 1 / Math.max(BUCKET_WIDTH, limit / MOST_BUCKETS);
  const buckets = Math.floor(limit * perMetre) + 1;
  const used = free.get(graph);
  free.delete(graph);
  if (used === undefined) {
    const nodes = graph.lng.length;
    return {
      metres: new Float64Array(nodes).fill(Infinity),
      walked: new Float64Array(nodes),
      facilities: new Uint32Array(nodes),
      open: new Uint8Array(nodes),
      heads: new Int32Array(buckets).fill(-1),
      entries: new Int32Array(2048),
      ...{ perMetre, count: 0, current: 0, last: -1 },
    };
  }
  used.metres.fill(Infinity);
  if (used.heads.length < buckets) used.heads = new Int32Array(buckets).fill(-1);
  return Object.assign(used, { perMetre, count: 0, current: 0, last: -1 });
}

const BUCKET_WIDTH: Metres = 8;
const MOST_BUCKETS = 1 << 20;

function enter(
  room: Room,
  limit: Metres,
  node: number,
  length: Metres,
  real: Metres,
  facility: number,
): void {
  const { metres, walked, facilities, open, heads, perMetre } = room;
  if (length > limit || length > (metres[node] as number)) return;
  if (length === metres[node]) {
    const toward = facilities[node] as number;
    if (facility > toward || (facility === toward && real >= (walked[node] as number))) return;
  }
  metres[node] = length;
  walked[node] = real;
  facilities[node] = facility;
  open[node] = 1;
  const bucket = (length * perMetre) | 0;
  if (room.count === room.entries.length) room.entries = doubled(room.entries);
  room.entries[room.count] = node;
  room.entries[room.count + 1] = heads[bucket] as number;
  heads[bucket] = room.count;
  room.count += 2;
  if (bucket > room.last) room.last = bucket;
}

/**
 * From so many nodes at most; whether none is left. One loop on columns that calls nothing: in closures that several
 * searches share it takes half as long again. `metres` has a column of its own, since it is looked at thrice for each
 * time that it is changed.
 */
function goOn(room: Room, { starts, arcs }: SearchArcs, limit: Metres, most: number): boolean {
  const { metres, walked, facilities, open, heads, perMetre } = room;
  let { entries, count, current, last } = room;
  let left = most;
  while (current <= last && left > 0) {
    const entry = heads[current] as number;
    if (entry < 0) {
      current++;
      continue;
    }
    left--;
    const node = entries[entry] as number;
    const first = ARC_WIDTH * (starts[node] as number);
    const end = ARC_WIDTH * (starts[node + 1] as number);
    while (count + end - first > entries.length) entries = doubled(entries);
    heads[current] = entries[entry + 1] as number;
    if (open[node] === 0) continue;
    open[node] = 0;
    const length = metres[node] as number;
    const real = walked[node] as number;
    const facility = facilities[node] as number;
    for (let arc = first; arc < end; arc += ARC_WIDTH) {
      const whole = length + (arcs[arc + 1] as number);
      if (whole > limit) continue;
      const from = (arcs[arc] as number) >>> 0;
      const was = metres[from] as number;
      if (whole > was) continue;
      const wholeReal = real + (arcs[arc + 2] as number);
      if (whole === was) {
        const toward = facilities[from] as number;
        if (facility > toward || (facility === toward && wholeReal >= (walked[from] as number))) continue;
      }
      metres[from] = whole;
      walked[from] = wholeReal;
      facilities[from] = facility;
      open[from] = 1;
      const bucket = (whole * perMetre) | 0;
      entries[count] = from;
      entries[count + 1] = heads[bucket] as number;
      heads[bucket] = count;
      count += 2;
      if (bucket > last) last = bucket;
    }
  }
  Object.assign(room, { entries, count, current, last });
  return current > last;
}

function doubled(column: Int32Array): Int32Array {
  const longer = new Int32Array(2 * column.length);
  longer.set(column);
  return longer;
}
