import { FREE } from "./location-problem.ts";
import type { SitingTable } from "./siting-table.ts";

/** Nodes and what joins them, both ways. */
export interface SitingGraph {
  readonly nodes: number;
  /** By edge: its nodes and how long it is; not negative. Of edges between the same nodes the shortest counts. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly metres: Float64Array;
}

/**
 * Every node a customer of weight 1 and a site that may open, with the shortest ways of at most `limit` metres between them;
 * `undefined` where there are more than `most`. The same for any order of edges.
 */
export function nodeWalks(graph: SitingGraph, limit: number, most: number): SitingTable | undefined {
  const search = searchOf(graph, limit);
  const starts = new Uint32Array(graph.nodes + 1);
  let sites = new Uint32Array(1024);
  let metres = new Float64Array(1024);
  for (let node = 0; node < graph.nodes; node++) {
    const { found, walks } = search(node);
    const [start, end] = [starts[node] as number, (starts[node] as number) + found.length];
    if (end > most) return undefined;
    if (end > sites.length) {
      const length = Math.min(most, 2 * end);
      sites = grown(sites, new Uint32Array(length));
      metres = grown(metres, new Float64Array(length));
    }
    found.sort((a, b) => (walks[a] as number) - (walks[b] as number) || a - b);
    for (const [at, site] of found.entries()) {
      sites[start + at] = site;
      metres[start + at] = walks[site] as number;
    }
    starts[node + 1] = end;
  }
  const end = starts[graph.nodes] as number;
  return {
    weights: new Float64Array(graph.nodes).fill(1),
    states: new Uint8Array(graph.nodes).fill(FREE),
    ...{ starts, sites: sites.slice(0, end), metres: metres.slice(0, end) },
  };
}

/** Nodes within the limit of one, in no order, with how far they are; both until it is asked again (Dijkstra 1959). */
function searchOf({ nodes, from, to, metres }: SitingGraph, limit: number) {
  const { starts, ends, lengths } = bothWays();
  const walks = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  /** A heap of nodes by their walks, and by node where it stands in it; `NOT_IN` before it is found. */
  const heap = new Uint32Array(nodes);
  const places = new Int32Array(nodes).fill(NOT_IN);
  const found = new Uint32Array(nodes);
  let [size, count] = [0, 0];

  return (source: number) => {
    for (let at = 0; at < count; at++) {
      walks[found[at] as number] = Number.POSITIVE_INFINITY;
      places[found[at] as number] = NOT_IN;
    }
    count = 0;
    improve(source, 0);
    while (size > 0) {
      const node = takeNearest();
      const walk = walks[node] as number;
      const end = starts[node + 1] as number;
      for (let arc = starts[node] as number; arc < end; arc++)
        improve(ends[arc] as number, walk + (lengths[arc] as number));
    }
    return { found: found.subarray(0, count), walks };
  };

  function improve(node: number, walk: number): void {
    if (walk > limit || walk >= (walks[node] as number)) return;
    walks[node] = walk;
    if (places[node] === NOT_IN) {
      found[count++] = node;
      places[node] = size++;
    }
    rise(node, places[node] as number);
  }

  function rise(node: number, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as number;
      if ((walks[other] as number) <= (walks[node] as number)) break;
      stand(other, at);
      at = above;
    }
    stand(node, at);
  }

  function takeNearest(): number {
    const nearest = heap[0] as number;
    const node = heap[--size] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && walkAt(below + 1) < walkAt(below)) below++;
      if (walkAt(below) >= (walks[node] as number)) break;
      stand(heap[below] as number, at);
      at = below;
    }
    if (size > 0) stand(node, at);
    return nearest;
  }

  function walkAt(place: number): number {
    return walks[heap[place] as number] as number;
  }

  function stand(node: number, place: number): void {
    heap[place] = node;
    places[node] = place;
  }

  function bothWays() {
    const starts = new Uint32Array(nodes + 1);
    for (const ends of [from, to])
      for (const node of ends) starts[node + 1] = (starts[node + 1] as number) + 1;
    for (let node = 0; node < nodes; node++)
      starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
    const [ends, lengths] = [new Uint32Array(2 * from.length), new Float64Array(2 * from.length)];
    const next = starts.slice();
    const add = (node: number, end: number, length: number) => {
      const arc = next[node] as number;
      next[node] = arc + 1;
      ends[arc] = end;
      lengths[arc] = length;
    };
    for (const [edge, length] of metres.entries()) {
      add(from[edge] as number, to[edge] as number, length);
      add(to[edge] as number, from[edge] as number, length);
    }
    return { starts, ends, lengths };
  }
}

function grown<Column extends Uint32Array | Float64Array>(column: Column, longer: Column): Column {
  longer.set(column);
  return longer;
}

const NOT_IN = -1;
