import type { Work } from "../base/work.ts";
import { ChainShapes } from "./chain-shapes.ts";
import { type Chains, chainsOf } from "./chains.ts";
import { componentsOf } from "./components.ts";
import { type FactorPairs, factorPairs } from "./factor-pairs.ts";
import { nodeNumbers } from "./node-order.ts";
import { noding } from "./noding.ts";
import { Tape } from "./piece-metres.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkGraph } from "./walk-graph.ts";
import type { WalkProfile } from "./walk-profile.ts";

/**
 * The network that people of a profile walk. The same map in another order of ways, nodes or rows of tags gives the
 * same columns, `ways` apart: nodes are numbered along a Hilbert curve, a stretch leads from its lower node to its
 * higher (a loop the way round that comes first), and stretches are ordered by their nodes, then their shape.
 *
 * Time grows with the nodes of the map, memory by about 20 bytes for each of them beside the graph.
 */
export function* walkGraph(map: StreetMap, profile: WalkProfile): Work<WalkGraph> {
  const pairs = yield* factorPairs(map, profile);
  const nodes = yield* noding(map, profile, pairs);
  const chains = yield* chainsOf(map, pairs, nodes);
  yield { part: "network", share: 0.7 };
  const shapes = new ChainShapes(map, pairs, nodes);
  const numbers = nodeNumbers(map, chains, shapes);
  yield { part: "network", share: 0.8 };
  const sorted = sortedStretches(chains, numbers, shapes);
  yield { part: "network", share: 0.85 };
  const drawn = yield* drawStretches(map, pairs, shapes, sorted);
  const { from, to } = sorted;
  return {
    ...nodePlaces(map, chains, numbers),
    from,
    to,
    ...drawn,
    ...stretchesByNode(from, to, numbers.length),
    components: componentsOf(from, to, drawn.metres, numbers.length),
  };
}

/** Stretches in their order: heads to start from, numbers of their nodes. */
interface Sorted {
  readonly heads: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Corners of all of them. */
  readonly corners: number;
}

function sortedStretches(chains: Chains, numbers: Uint32Array, shapes: ChainShapes): Sorted {
  const count = chains.heads.length;
  const heads = new Uint32Array(count);
  const lower = new Uint32Array(count);
  const higher = new Uint32Array(count);
  let corners = 0;
  for (let chain = 0; chain < count; chain++) {
    const a = numbers[chains.from[chain] as number] as number;
    const b = numbers[chains.to[chain] as number] as number;
    const head = chains.heads[chain] as number;
    const tail = chains.tails[chain] as number;
    heads[chain] = a < b || (a === b && shapes.compare(head, tail) <= 0) ? head : tail;
    lower[chain] = Math.min(a, b);
    higher[chain] = Math.max(a, b);
    corners += chains.corners[chain] as number;
  }
  const { starts, order } = grouped(lower, numbers.length);
  for (let node = 0; node < numbers.length; node++) {
    const [start, end] = [starts[node] as number, starts[node + 1] as number];
    if (end - start > 1) {
      order
        .subarray(start, end)
        .sort(
          (a, b) =>
            (higher[a] as number) - (higher[b] as number) ||
            shapes.compare(heads[a] as number, heads[b] as number),
        );
    }
  }
  return {
    heads: order.map((chain) => heads[chain] as number),
    from: order.map((chain) => lower[chain] as number),
    to: order.map((chain) => higher[chain] as number),
    corners,
  };
}

/** Rows by group: those of group `g` are `order[starts[g]] … order[starts[g + 1] − 1]`, ascending. */
function grouped(groups: Uint32Array, count: number) {
  const starts = new Uint32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group++) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  const next = starts.slice();
  const order = new Uint32Array(groups.length);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number;
    const at = next[group] as number;
    order[at] = row;
    next[group] = at + 1;
  }
  return { starts, order };
}

type Drawn = Pick<WalkGraph, "metres" | "forth" | "back" | "ways" | "shapeStarts" | "shapeLng" | "shapeLat">;

function* drawStretches(
  map: StreetMap,
  pairs: FactorPairs,
  shapes: ChainShapes,
  { heads, corners }: Sorted,
): Work<Drawn> {
  const count = heads.length;
  const metres = new Float64Array(count);
  const forth = new Float32Array(count);
  const back = new Float32Array(count);
  const ways = new Uint32Array(count);
  const shapeStarts = new Uint32Array(count + 1);
  const shapeLng = new Float64Array(corners);
  const shapeLat = new Float64Array(corners);
  const tape = new Tape();
  let corner = 0;
  let length = 0;
  const draw = (node: number, isFirst: boolean): void => {
    const [lng, lat] = [map.lng[node] as number, map.lat[node] as number];
    shapeLng[corner] = lng;
    shapeLat[corner] = lat;
    if (isFirst) tape.lay(lng, lat);
    else length += tape.draw(lng, lat);
    corner++;
  };
  for (let stretch = 0; stretch < count; stretch++) {
    if (stretch % STRETCHES_AT_ONCE === 0) {
      yield { part: "network", share: 0.85 + (0.15 * stretch) / count };
    }
    const head = heads[stretch] as number;
    const pair = shapes.pairOf(head);
    const start = corner;
    length = 0;
    shapes.eachCorner(head, (node) => draw(node, corner === start));
    metres[stretch] = length;
    forth[stretch] = pairs.forth[pair] as number;
    back[stretch] = pairs.back[pair] as number;
    ways[stretch] = shapes.wayOf(head);
    shapeStarts[stretch + 1] = corner;
  }
  return { metres, forth, back, ways, shapeStarts, shapeLng, shapeLat };
}

const STRETCHES_AT_ONCE = 50_000;

function nodePlaces(map: StreetMap, { nodes }: Chains, numbers: Uint32Array): Pick<WalkGraph, "lng" | "lat"> {
  const lng = new Float64Array(nodes.length);
  const lat = new Float64Array(nodes.length);
  for (let row = 0; row < nodes.length; row++) {
    const at = numbers[row] as number;
    lng[at] = map.lng[nodes[row] as number] as number;
    lat[at] = map.lat[nodes[row] as number] as number;
  }
  return { lng, lat };
}

/** The stretches at each node, ascending; a loop stands twice. */
function stretchesByNode(
  from: Uint32Array,
  to: Uint32Array,
  nodes: number,
): Pick<WalkGraph, "starts" | "stretches"> {
  const ends = new Uint32Array(2 * from.length);
  for (let stretch = 0; stretch < from.length; stretch++) {
    ends[2 * stretch] = from[stretch] as number;
    ends[2 * stretch + 1] = to[stretch] as number;
  }
  const { starts, order } = grouped(ends, nodes);
  return { starts, stretches: order.map((end) => end >>> 1) };
}
