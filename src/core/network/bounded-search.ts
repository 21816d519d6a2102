import type { Metres } from "../base/units.ts";
import { exactMetres } from "./exact-metres.ts";
import { ONE_POINT } from "./join.ts";
import { ENTRY_WIDTH, equivalent, type JoinedZones, walkable } from "./join-zones.ts";
import { ARC_WIDTH, searchArcsFor } from "./search-arcs.ts";
import { NO_NODE, searchQueue } from "./search-queue.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/** Finds the origins from which people walk to a place, or to the nearest of several. */
export interface BoundedSearch {
  /** Forgets what was found before. */
  begin(): void;
  /** Walks may lead to this place too, which is told by the row of a facility. */
  add(place: Joined, facility: number): void;
  /** Goes on over so many nodes at most; whether it came to its end. */
  run(nodes?: number): boolean;
  /** How many origins are within the limit, which is included: `found[0 … count − 1]`, in no order. */
  count(): number;
  readonly found: Uint32Array;
  /**
   * `ORIGIN_WIDTH` numbers an origin that was found: equivalent metres of its walk, off the network included, real ones,
   * and where the walk leads to.
   */
  readonly walks: Float64Array;
}

export const ORIGIN_WIDTH = 3;

/** Tells of nodes too. */
export interface NodeSearch extends BoundedSearch {
  /**
   * `LABEL_WIDTH` numbers a node: equivalent metres of the walk from it, or Infinity beyond the limit, real ones, and where
   * the walk leads to.
   */
  readonly nodes: Float64Array;
}

/**
 * A search of Dijkstra's from the facilities, over nodes within the limit only. Of walks equally long in equivalent metres
 * the one to the first facility counts, and of these the one of fewest real metres. What it needs is made once and cleaned
 * where it was used: a search costs what lies within its limit, whatever the size of the city.
 */
function boundedSearch(graph: WalkGraph, zones: JoinedZones, limit: Metres): NodeSearch {
  const { starts, arcs } = searchArcsFor(graph);
  const { starts: entryStarts, entries } = zones;
  const nodes = labels(graph.lng.length);
  const walks = new Float64Array(ORIGIN_WIDTH * zones.zones.length).fill(Infinity);
  const found = new Uint32Array(zones.zones.length);
  const touched = new Uint32Array(graph.lng.length);
  const queue = searchQueue(limit);
  let foundCount = 0;
  let touchedCount = 0;

  function begin(): void {
    for (let i = 0; i < touchedCount; i++) nodes[LABEL_WIDTH * (touched[i] as number)] = Infinity;
    for (let i = 0; i < foundCount; i++) walks[ORIGIN_WIDTH * (found[i] as number)] = Infinity;
    foundCount = 0;
    touchedCount = 0;
  }

  function add(place: Joined, facility: number): void {
    addAlong(place, facility);
    const { stretch, along } = place;
    const off = exactMetres(place.off);
    const after = (graph.metres[stretch] as number) - along;
    enter(graph.from[stretch] as number, along, graph.forth[stretch] as number, off, facility);
    enter(graph.to[stretch] as number, after, graph.back[stretch] as number, off, facility);
  }

  /** Straight along the stretch that origin and place share. */
  function addAlong({ stretch, along, off: straight }: Joined, facility: number): void {
    const off = exactMetres(straight);
    const { joined, stretchStarts, onStretch } = zones;
    const end = stretchStarts[stretch + 1] as number;
    for (let i = stretchStarts[stretch] as number; i < end; i++) {
      const origin = onStretch[i] as number;
      const ahead = along - (joined.along[origin] as number);
      const apart = Math.abs(ahead) <= ONE_POINT ? 0 : Math.abs(ahead);
      const factor = (ahead >= 0 ? graph.forth[stretch] : graph.back[stretch]) as number;
      if (!walkable(apart, factor)) continue;
      const own = exactMetres(joined.off[origin] as number);
      reach(origin, off + equivalent(apart, factor) + own, off + exactMetres(apart) + own, facility);
    }
  }

  function enter(node: number, part: Metres, factor: number, off: Metres, facility: number): void {
    if (walkable(part, factor))
      improve(node, off + equivalent(part, factor), off + exactMetres(part), facility);
  }

  function run(most = Infinity): boolean {
    for (let gone = 0; gone < most; gone++) {
      const node = queue.take();
      if (node === NO_NODE) return true;
      goOn(node);
    }
    return false;
  }

  function improve(node: number, metres: Metres, walked: Metres, facility: number): void {
    const at = LABEL_WIDTH * node;
    if (metres > limit || !isBetter(nodes, at, metres, walked, facility)) return;
    if (nodes[at] === Infinity) touched[touchedCount++] = node;
    nodes[at] = metres;
    nodes[at + 1] = walked;
    nodes[at + 2] = facility;
    nodes[at + 3] = OPEN;
    queue.put(node, metres);
  }

  function goOn(node: number): void {
    const at = LABEL_WIDTH * node;
    if (nodes[at + 3] !== OPEN) return;
    nodes[at + 3] = 0;
    const metres = nodes[at] as number;
    const walked = nodes[at + 1] as number;
    const facility = nodes[at + 2] as number;
    const lastEntry = ENTRY_WIDTH * (entryStarts[node + 1] as number);
    for (let e = ENTRY_WIDTH * (entryStarts[node] as number); e < lastEntry; e += ENTRY_WIDTH) {
      const own = entries[e + 1] as number;
      reach(entries[e] as number, metres + own, walked + (entries[e + 2] as number), facility);
    }
    const lastArc = ARC_WIDTH * (starts[node + 1] as number);
    for (let a = ARC_WIDTH * (starts[node] as number); a < lastArc; a += ARC_WIDTH) {
      const longer = arcs[a + 1] as number;
      improve(arcs[a] as number, metres + longer, walked + (arcs[a + 2] as number), facility);
    }
  }

  function reach(origin: number, metres: Metres, walked: Metres, facility: number): void {
    const at = ORIGIN_WIDTH * origin;
    if (metres > limit || !isBetter(walks, at, metres, walked, facility)) return;
    if (walks[at] === Infinity) found[foundCount++] = origin;
    walks[at] = metres;
    walks[at + 1] = walked;
    walks[at + 2] = facility;
  }

  return {
    begin,
    add,
    run,
    count: () => foundCount,
    found,
    walks,
    nodes,
  };
}

/** The search that was made last for these zones, if its limit is the same. Use it from begin to end without a pause. */
export function boundedSearchFor(graph: WalkGraph, zones: JoinedZones, limit: Metres): NodeSearch {
  const before = remembered.get(zones);
  if (before?.limit === limit) return before.search;
  const search = boundedSearch(graph, zones, limit);
  remembered.set(zones, { limit, search });
  return search;
}

/** The same for a search that pauses on the way: nobody else has it until it is given back. */
export function ownSearch(graph: WalkGraph, zones: JoinedZones, limit: Metres): NodeSearch {
  const search = boundedSearchFor(graph, zones, limit);
  remembered.delete(zones);
  return search;
}

/** Only a search that came to its end. */
export function giveBack(search: NodeSearch, zones: JoinedZones, limit: Metres): void {
  remembered.set(zones, { limit, search });
}

const remembered = new WeakMap<JoinedZones, { readonly limit: Metres; readonly search: NodeSearch }>();

/**
 * Of each node or origin: equivalent metres or Infinity, real metres, the facility, and whether a node is to be gone on
 * from.
 */
function labels(count: number): Float64Array {
  return new Float64Array(LABEL_WIDTH * count).fill(Infinity);
}

export const LABEL_WIDTH = 4;
const OPEN = 1;

function isBetter(
  labels: Float64Array,
  at: number,
  metres: Metres,
  walked: Metres,
  facility: number,
): boolean {
  const was = labels[at] as number;
  if (metres !== was) return metres < was;
  const toward = labels[at + 2] as number;
  return facility !== toward ? facility < toward : walked < (labels[at + 1] as number);
}
