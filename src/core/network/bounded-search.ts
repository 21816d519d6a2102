import type { Metres } from "../base/units.ts";
import { ENTRY_WIDTH, type JoinedZones } from "./join-zones.ts";
import { eachAlong, eachFromEnds } from "./place-walks.ts";
import { ARC_WIDTH, searchArcsFor } from "./search-arcs.ts";
import { NO_NODE, searchQueue } from "./search-queue.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/** Finds the origins from which people walk to a place. */
export interface BoundedSearch {
  /** How many are within the limit, which is included: `found[0 … count − 1]`, in no order. Forgets what was found before. */
  from(place: Joined): number;
  readonly found: Uint32Array;
  /** `ORIGIN_WIDTH` numbers an origin that was found: equivalent metres of its walk, off the network included, and real ones. */
  readonly walks: Float64Array;
}

export const ORIGIN_WIDTH = 2;

/**
 * A search of Dijkstra's from the place, over nodes within the limit only. Of walks equally long in equivalent metres the
 * one of fewest real metres counts. What it needs is made once and cleaned where it was used: a search costs what lies
 * within its limit, whatever the size of the city.
 */
function boundedSearch(graph: WalkGraph, zones: JoinedZones, limit: Metres): BoundedSearch {
  const { starts, arcs } = searchArcsFor(graph);
  const { starts: entryStarts, entries } = zones;
  const nodes = new Float64Array(NODE_WIDTH * graph.lng.length).fill(Infinity);
  const walks = new Float64Array(ORIGIN_WIDTH * zones.zones.length).fill(Infinity);
  const found = new Uint32Array(zones.zones.length);
  const touched = new Uint32Array(graph.lng.length);
  const queue = searchQueue(limit);
  let foundCount = 0;
  let touchedCount = 0;

  function from(place: Joined): number {
    for (let i = 0; i < touchedCount; i++) nodes[NODE_WIDTH * (touched[i] as number)] = Infinity;
    for (let i = 0; i < foundCount; i++) walks[ORIGIN_WIDTH * (found[i] as number)] = Infinity;
    foundCount = 0;
    touchedCount = 0;
    eachAlong(graph, zones, place, reach);
    eachFromEnds(graph, place, improve);
    for (let node = queue.take(); node !== NO_NODE; node = queue.take()) goOn(node);
    return foundCount;
  }

  function improve(node: number, metres: Metres, walked: Metres): void {
    const at = NODE_WIDTH * node;
    const was = nodes[at] as number;
    if (metres > limit || metres > was || (metres === was && walked >= (nodes[at + 1] as number))) return;
    if (was === Infinity) touched[touchedCount++] = node;
    nodes[at] = metres;
    nodes[at + 1] = walked;
    nodes[at + 2] = OPEN;
    queue.put(node, metres);
  }

  function goOn(node: number): void {
    const at = NODE_WIDTH * node;
    if (nodes[at + 2] !== OPEN) return;
    nodes[at + 2] = 0;
    const metres = nodes[at] as number;
    const walked = nodes[at + 1] as number;
    const lastEntry = ENTRY_WIDTH * (entryStarts[node + 1] as number);
    for (let e = ENTRY_WIDTH * (entryStarts[node] as number); e < lastEntry; e += ENTRY_WIDTH) {
      reach(entries[e] as number, metres + (entries[e + 1] as number), walked + (entries[e + 2] as number));
    }
    const lastArc = ARC_WIDTH * (starts[node + 1] as number);
    for (let a = ARC_WIDTH * (starts[node] as number); a < lastArc; a += ARC_WIDTH) {
      improve(arcs[a] as number, metres + (arcs[a + 1] as number), walked + (arcs[a + 2] as number));
    }
  }

  function reach(origin: number, metres: Metres, walked: Metres): void {
    const at = ORIGIN_WIDTH * origin;
    const was = walks[at] as number;
    if (metres > limit || metres > was || (metres === was && walked >= (walks[at + 1] as number))) return;
    if (was === Infinity) found[foundCount++] = origin;
    walks[at] = metres;
    walks[at + 1] = walked;
  }

  return { from, found, walks };
}

/** Of a node: equivalent metres or Infinity, real ones, whether it is to be gone on from; and room to stay in one line. */
const NODE_WIDTH = 4;
const OPEN = 1;

/** The search that was made last for these zones, if its limit is the same. What it finds is gone with the next place. */
export function boundedSearchFor(graph: WalkGraph, zones: JoinedZones, limit: Metres): BoundedSearch {
  const before = remembered.get(zones);
  if (before?.limit === limit) return before.search;
  const search = boundedSearch(graph, zones, limit);
  remembered.set(zones, { limit, search });
  return search;
}

const remembered = new WeakMap<JoinedZones, { readonly limit: Metres; readonly search: BoundedSearch }>();
