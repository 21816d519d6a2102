import type { Degrees, Metres } from "../base/units.ts";
import { shorterTurn } from "../geo/local-plane.ts";
import { exactMetres } from "./exact-metres.ts";
import { straightMetres } from "./join-straight.ts";
import { equivalent, walkable } from "./join-zones.ts";
import { ARC_WIDTH, searchArcsFor } from "./search-arcs.ts";
import { NO_NODE, searchQueue } from "./search-queue.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/** The parts of streets from which people walk to a place within a limit, ordered by stretch and then along it. */
export interface Isochrone {
  /** By part: its stretch, and where on it the part begins and ends, in metres from the start of the stretch. */
  readonly stretches: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** parts + 1: corners of part `p`, its ends included, are `shapeStarts[p] … shapeStarts[p + 1] − 1`. */
  readonly shapeStarts: Uint32Array;
  readonly shapeLng: Float64Array;
  readonly shapeLat: Float64Array;
}

/**
 * Exact: a point of a street is on a part if and only if its walk to the place, in equivalent metres and the way off the
 * street to the place included, is within the limit, which is included. Of a stretch that is reached from both of its
 * ends the middle may be missing. Points that are single, where a walk just ends at a node, are left out.
 */
export function isochroneOf(graph: WalkGraph, place: Joined, limit: Metres): Isochrone {
  const metres = nodeMetres(graph, place, limit);
  const near = new Set([place.stretch]);
  for (let node = 0; node < metres.length; node++) {
    if (metres[node] === Infinity) continue;
    for (let i = graph.starts[node] as number; i < (graph.starts[node + 1] as number); i++) {
      near.add(graph.stretches[i] as number);
    }
  }
  const parts = [...near]
    .sort((a, b) => a - b)
    .flatMap((stretch) =>
      partsOf(graph, stretch, metres, stretch === place.stretch ? place : undefined, limit),
    );
  return drawn(graph, parts);
}

interface Part {
  readonly stretch: number;
  readonly from: Metres;
  readonly to: Metres;
}

/** By node: equivalent metres of the walk from there to the place; Infinity beyond the limit. */
function nodeMetres(graph: WalkGraph, { stretch, along, off }: Joined, limit: Metres): Float64Array {
  const { starts, arcs } = searchArcsFor(graph);
  const metres = new Float64Array(graph.lng.length).fill(Infinity);
  const queue = searchQueue(limit);
  const improve = (node: number, length: Metres) => {
    if (length > limit || length >= (metres[node] as number)) return;
    metres[node] = length;
    queue.put(node, length);
  };
  const enter = (node: number, part: Metres, factor: number) => {
    if (walkable(part, factor)) improve(node, exactMetres(off) + equivalent(part, factor));
  };
  enter(graph.from[stretch] as number, along, graph.forth[stretch] as number);
  enter(
    graph.to[stretch] as number,
    (graph.metres[stretch] as number) - along,
    graph.back[stretch] as number,
  );
  for (let node = queue.take(); node !== NO_NODE; node = queue.take()) {
    const length = metres[node] as number;
    const last = ARC_WIDTH * (starts[node + 1] as number);
    for (let arc = ARC_WIDTH * (starts[node] as number); arc < last; arc += ARC_WIDTH) {
      improve(arcs[arc] as number, length + (arcs[arc + 1] as number));
    }
  }
  return metres;
}

/** What of a stretch is within the limit: from its start, from its end, and on either side of a place on it. */
function partsOf(
  graph: WalkGraph,
  stretch: number,
  metres: Float64Array,
  place: Joined | undefined,
  limit: Metres,
): readonly Part[] {
  const length = graph.metres[stretch] as number;
  const [forth, back] = [graph.forth[stretch] as number, graph.back[stretch] as number];
  const spans: (readonly [from: Metres, to: Metres])[] = [];
  const left = (used: Metres, factor: number) => Math.max(0, limit - used) / factor;
  const before = (at: Metres, used: Metres) => spans.push([Math.max(0, at - left(used, forth)), at]);
  const after = (at: Metres, used: Metres) => spans.push([at, Math.min(length, at + left(used, back))]);
  after(0, metres[graph.from[stretch] as number] as number);
  before(length, metres[graph.to[stretch] as number] as number);
  if (place) {
    before(place.along, place.off);
    after(place.along, place.off);
  }
  return joinedSpans(spans).map(([from, to]) => ({ stretch, from, to }));
}

/** Spans that touch as one, ascending; those of no length are left out. */
function joinedSpans(spans: readonly (readonly [from: Metres, to: Metres])[]) {
  const joined: [from: Metres, to: Metres][] = [];
  for (const [from, to] of spans.filter(([a, b]) => a < b).sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function drawn(graph: WalkGraph, parts: readonly Part[]): Isochrone {
  const shapes = parts.map((part) => cutOut(graph, part));
  const shapeStarts = new Uint32Array(parts.length + 1);
  shapes.forEach((shape, i) => {
    shapeStarts[i + 1] = (shapeStarts[i] as number) + shape.length;
  });
  return {
    stretches: Uint32Array.from(parts, ({ stretch }) => stretch),
    from: Float64Array.from(parts, ({ from }) => from),
    to: Float64Array.from(parts, ({ to }) => to),
    shapeStarts,
    shapeLng: Float64Array.from(shapes.flat(), ([lng]) => lng),
    shapeLat: Float64Array.from(shapes.flat(), ([, lat]) => lat),
  };
}

type Corner = readonly [lng: Degrees, lat: Degrees];

/** The shape of a part: metres are taken in proportion to the sides, as where a place joins. */
function cutOut({ shapeStarts, shapeLng, shapeLat, metres }: WalkGraph, { stretch, from, to }: Part) {
  const [first, last] = [shapeStarts[stretch] as number, (shapeStarts[stretch + 1] as number) - 1];
  const corner = (c: number): Corner => [shapeLng[c] as number, shapeLat[c] as number];
  const sides: Metres[] = [];
  for (let c = first; c < last; c++) sides.push(straightMetres(...corner(c), ...corner(c + 1)));
  const whole = sides.reduce((sum, side) => sum + side, 0);
  const scale = whole === 0 ? 0 : (metres[stretch] as number) / whole;
  const shape: Corner[] = [];
  let before = 0;
  sides.forEach((side, i) => {
    const after = i === sides.length - 1 ? (metres[stretch] as number) : before + side * scale;
    if (from <= after && to >= before && after > before) {
      const [a, b] = [corner(first + i), corner(first + i + 1)];
      const at = (along: Metres): Corner => between(a, b, (along - before) / (after - before));
      if (shape.length === 0) shape.push(from <= before ? a : at(from));
      shape.push(to >= after ? b : at(to));
    }
    before = after;
  });
  return shape.filter((at, i) => i === 0 || at[0] !== shape[i - 1]?.[0] || at[1] !== shape[i - 1]?.[1]);
}

function between([aLng, aLat]: Corner, [bLng, bLat]: Corner, share: number): Corner {
  return [aLng + share * shorterTurn(bLng - aLng), aLat + share * (bLat - aLat)];
}
