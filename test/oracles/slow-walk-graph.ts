import { Geodesic } from "geographiclib-geodesic";
import type { StreetMap, Tags } from "../../src/core/network/street-map.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";
import type { WalkProfile } from "../../src/core/network/walk-profile.ts";
import { bars, walkedAs } from "../../src/core/network/walked-as.ts";

/** By place or node: where one may walk from it, and for how many equivalent metres. */
export type SlowNetwork = ReadonlyMap<string, readonly (readonly [to: string, cost: number])[]>;

/**
 * The streets of a map with every node of it as a node: one is named by its row, a barred one by its row and the piece
 * on which people come to it. Lengths by a geodesic of others.
 */
export function slowNetwork(map: StreetMap, profile: WalkProfile): SlowNetwork {
  const arcs = new Map<string, [string, number][]>();
  const arc = (from: string, to: string, cost: number) => {
    for (const end of [from, to]) if (!arcs.has(end)) arcs.set(end, []);
    if (cost < Number.POSITIVE_INFINITY) arcs.get(from)?.push([to, cost]);
  };
  for (let way = 0; way < map.tags.length; way++) {
    const tags = map.tagSets[map.tags[way] ?? 0] ?? {};
    const as = walkedAs(tags, profile);
    if (as.whyNot !== undefined) continue;
    for (let at = map.starts[way] ?? 0; at + 1 < (map.starts[way + 1] ?? 0); at++) {
      const [a, b] = [map.nodes[at] ?? 0, map.nodes[at + 1] ?? 0];
      const metres =
        Geodesic.WGS84.Inverse(map.lat[a] ?? 0, map.lng[a] ?? 0, map.lat[b] ?? 0, map.lng[b] ?? 0).s12 ??
        Number.NaN;
      const name = (node: number) => {
        const there = map.barriers.get(node);
        return there !== undefined && bars(there, profile) ? `${node} on ${at}` : `${node}`;
      };
      const [up = 1, down = 1] = climbing(map, profile, tags, [a, b], metres);
      arc(name(a), name(b), metres * as.forth * up);
      arc(name(b), name(a), metres * as.back * down);
    }
  }
  return arcs;
}

/** What a piece costs more for its slope, from its first node to its second and back: by heights, else by its tags. */
function climbing(
  { heights = new Float32Array() }: StreetMap,
  { slope }: WalkProfile,
  tags: Tags,
  [a, b]: readonly [number, number],
  metres: number,
): readonly number[] {
  const isFlat = Object.entries(slope?.unless ?? {}).some(
    ([key, values]) => key in tags && (values.includes("*") || values.includes(tags[key] ?? "")),
  );
  if (slope === undefined || isFlat) return [];
  const percent = /^(-?[\d.]+)%$/.exec(tags.incline ?? "")?.[1];
  const climbed = (heights[b] ?? Number.NaN) - (heights[a] ?? Number.NaN);
  const steep = Number.isNaN(climbed) ? Number(percent ?? 0) / 100 : climbed / metres;
  return [steep, -steep].map((each) => {
    const costs = (each > 0 ? slope.up : slope.down).filter(({ from }) => Math.abs(each) >= from);
    return Math.max(1, ...costs.map(({ factor }) => factor));
  });
}

/** A graph in the same form: a node is named by its number. */
export function networkOf(graph: WalkGraph): SlowNetwork {
  const arcs = new Map<string, [string, number][]>();
  for (let node = 0; node < graph.lng.length; node++) arcs.set(`${node}`, []);
  for (const [stretch, metres] of graph.metres.entries()) {
    const [a, b] = [`${graph.from[stretch]}`, `${graph.to[stretch]}`];
    const [forth, back] = [graph.forth[stretch] ?? 0, graph.back[stretch] ?? 0];
    if (forth < Number.POSITIVE_INFINITY) arcs.get(a)?.push([b, metres * forth]);
    if (back < Number.POSITIVE_INFINITY) arcs.get(b)?.push([a, metres * back]);
  }
  return arcs;
}

/**
 * Least equivalent metres from one node to every other that can be walked to within a limit; the nearest of all is looked
 * up each time.
 */
export function slowDistances(
  network: SlowNetwork,
  from: string,
  within = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, number> {
  const settled = new Map<string, number>();
  const open = new Map([[from, 0]]);
  while (open.size > 0) {
    const [node, cost] = [...open].reduce((least, one) => (one[1] < least[1] ? one : least));
    open.delete(node);
    if (cost > within) break;
    settled.set(node, cost);
    for (const [to, more] of network.get(node) ?? []) {
      if (!settled.has(to) && cost + more < (open.get(to) ?? Number.POSITIVE_INFINITY))
        open.set(to, cost + more);
    }
  }
  return settled;
}
