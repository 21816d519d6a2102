import { EARTH_WIDTH, earthOf, toEarth } from "../../src/core/geo/earth.ts";
import { geodesicBetween } from "../../src/core/geo/geodesic.ts";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";

/**
 * Walks on a network without any index or bound: every place is tried against every side of every stretch, becomes a
 * node of its own, and walks are searched from the origin as people walk. Slow and plain on purpose.
 */
export interface SlowWalks {
  /** Equivalent and real metres from an origin to each facility; Infinity where there is no walk. */
  from(origin: number): readonly SlowWalk[];
  /** Whether the origin hangs on the network at all. */
  joins(origin: number): boolean;
}

export interface SlowWalk {
  readonly metres: number;
  readonly walked: number;
}

export interface SlowJoin {
  readonly stretch: number;
  readonly along: number;
  readonly off: number;
}

export function slowWalks(
  graph: WalkGraph,
  origins: readonly LngLat[],
  facilities: readonly LngLat[],
  cap: number,
): SlowWalks {
  const feet = [...origins, ...facilities].map((place) => slowJoin(graph, place, cap));
  const footNode = (place: number) => graph.lng.length + 2 * place;
  const arcs: Arc[][] = Array.from({ length: graph.lng.length + 2 * feet.length }, () => []);
  const lead = (from: number, to: number, metres: number, factor: number) => {
    if (factor === Infinity) return;
    arcs[from]?.push({ to, metres: metres * factor, walked: metres });
  };
  const onStretch = new Map<number, { along: number; node: number }[]>();
  feet.forEach((foot, place) => {
    if (foot === undefined) return;
    const node = footNode(place);
    lead(node, node + 1, foot.off, 1);
    lead(node + 1, node, foot.off, 1);
    const others = onStretch.get(foot.stretch) ?? [];
    onStretch.set(foot.stretch, [...others, { along: foot.along, node }]);
  });
  for (let s = 0; s < graph.from.length; s++) {
    const stops = (onStretch.get(s) ?? []).sort((a, b) => a.along - b.along);
    stops.unshift({ along: 0, node: graph.from[s] ?? 0 });
    stops.push({ along: graph.metres[s] ?? 0, node: graph.to[s] ?? 0 });
    stops.slice(1).forEach((stop, i) => {
      const before = stops[i] ?? stop;
      const apart = stop.along - before.along;
      // At one point, to the millimetre, nothing is barred.
      lead(before.node, stop.node, apart, apart <= 0.001 ? 1 : (graph.forth[s] ?? Infinity));
      lead(stop.node, before.node, apart, apart <= 0.001 ? 1 : (graph.back[s] ?? Infinity));
    });
  }
  return {
    joins: (origin) => feet[origin] !== undefined,
    from(origin) {
      const reached = dijkstra(arcs, footNode(origin) + 1);
      return facilities.map((_, f) => reached(footNode(origins.length + f) + 1));
    },
  };
}

interface Arc extends SlowWalk {
  readonly to: number;
}

function dijkstra(arcs: readonly (readonly Arc[])[], start: number): (node: number) => SlowWalk {
  const metres = new Float64Array(arcs.length).fill(Infinity);
  const walked = new Float64Array(arcs.length).fill(Infinity);
  const settled = new Uint8Array(arcs.length);
  const heap: Arc[] = [];
  const reach = (to: number, m: number, w: number) => {
    const was = metres[to] as number;
    if (m > was || (m === was && w >= (walked[to] as number))) return;
    metres[to] = m;
    walked[to] = w;
    push(heap, { to, metres: m, walked: w });
  };
  reach(start, 0, 0);
  for (let next = pop(heap); next !== undefined; next = pop(heap)) {
    if (settled[next.to] === 1) continue;
    settled[next.to] = 1;
    for (const arc of arcs[next.to] ?? []) reach(arc.to, next.metres + arc.metres, next.walked + arc.walked);
  }
  return (node) => ({ metres: metres[node] as number, walked: walked[node] as number });
}

function goesFirst(a: SlowWalk, b: SlowWalk): boolean {
  return a.metres < b.metres || (a.metres === b.metres && a.walked < b.walked);
}

function push(heap: Arc[], arc: Arc): void {
  let i = heap.push(arc) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Arc;
    if (!goesFirst(arc, above)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = arc;
}

function pop(heap: Arc[]): Arc | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && goesFirst(heap[child + 1] as Arc, heap[child] as Arc)) child++;
    if (!goesFirst(heap[child] as Arc, last)) break;
    heap[i] = heap[child] as Arc;
    i = child;
  }
  heap[i] = last;
  return top;
}

/** The nearest point of all sides, found by halves; the first of equals. */
export function slowJoin(graph: WalkGraph, place: LngLat, cap: number): SlowJoin | undefined {
  const { shapeStarts, shapeLng, shapeLat } = graph;
  const [mostLat, mostLng] = [cap / 110_000, cap / (110_000 * Math.cos((place.lat * Math.PI) / 180))];
  const [lngs, lats] = [shapeLng, shapeLat] as unknown as [readonly number[], readonly number[]];
  let [least, stretch, corner, share] = [Infinity, -1, 0, 0];
  toEarth(place.lng, place.lat, ends, 0);
  for (let s = 0; s < graph.from.length; s++) {
    const last = (shapeStarts[s + 1] ?? 0) - 1;
    for (let c = shapeStarts[s] ?? 0; c < last; c++) {
      const [aLat, bLat] = [lats[c] as number, lats[c + 1] as number];
      if (Math.min(aLat, bLat) > place.lat + mostLat || Math.max(aLat, bLat) < place.lat - mostLat) continue;
      const [aLng, bLng] = [lngs[c] as number, lngs[c + 1] as number];
      if (Math.min(aLng, bLng) > place.lng + mostLng || Math.max(aLng, bLng) < place.lng - mostLng) continue;
      const apart = (t: number) => chord(aLng + t * (bLng - aLng), aLat + t * (bLat - aLat));
      let [low, high] = [0, 1];
      // The distance falls before the foot and grows after it, alike on both sides of it.
      for (let round = 0; round < 36; round++) {
        const middle = (low + high) / 2;
        if (apart(middle + 0.05) > apart(middle - 0.05)) high = middle;
        else low = middle;
      }
      for (const t of [0, (low + high) / 2, 1]) {
        if (apart(t) >= least) continue;
        [least, stretch, corner, share] = [apart(t), s, c, t];
      }
    }
  }
  if (stretch < 0) return undefined;
  let along = 0;
  for (let c = shapeStarts[stretch] ?? 0; c <= corner; c++) {
    const side = geodesicBetween(...([lngs[c], lats[c], lngs[c + 1], lats[c + 1]] as Four));
    along += c === corner ? share * side : side;
  }
  const [lng, lat] = [between(lngs, corner, share), between(lats, corner, share)];
  const off = geodesicBetween(place.lng, place.lat, lng, lat);
  if (off > cap) return undefined;
  const metres = graph.metres[stretch] ?? 0;
  return { stretch, along: along < 0.001 ? 0 : along > metres - 0.001 ? metres : along, off };
}

type Four = [number, number, number, number];

function between(column: readonly number[], corner: number, share: number): number {
  const [a, b] = [column[corner], column[corner + 1]] as [number, number];
  return a + share * (b - a);
}

/** From the place at hand. */
function chord(lng: number, lat: number): number {
  toEarth(lng, lat, ends, 1);
  const [x = 0, y = 0, z = 0] = ends;
  const dx = x - (ends[EARTH_WIDTH] ?? 0);
  const dy = y - (ends[EARTH_WIDTH + 1] ?? 0);
  const dz = z - (ends[EARTH_WIDTH + 2] ?? 0);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

const ends = earthOf(2);
