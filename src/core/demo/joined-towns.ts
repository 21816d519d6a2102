import type { LngLat } from "../geo/lng-lat.ts";
import { componentsOf } from "../network/components.ts";
import type { StreetMap, Tags } from "../network/street-map.ts";
import { streetsTogether } from "../network/streets-together.ts";
import { metresPerDegree } from "./ground.ts";

/** A road between two towns, which are told by their rows. */
export interface RoadBetween {
  readonly from: number;
  readonly to: number;
  readonly line: readonly LngLat[];
}

/** The streets of towns, and roads from one to the other: each ends on the nearest node of the largest part of either. */
export function joinedTowns(towns: readonly StreetMap[], roads: readonly RoadBetween[]): StreetMap {
  const map = streetsTogether(towns);
  const parts = towns.map(partsOf);
  const firsts = [0];
  for (const { lng } of towns) firsts.push((firsts.at(-1) ?? 0) + lng.length);
  const nearest = (town: number, at: LngLat | undefined): number[] => {
    const [streets, part] = [towns[town], parts[town]];
    const node = at && streets && part && nearestNode(streets, part, at);
    return node === undefined ? [] : [(firsts[town] ?? 0) + node];
  };
  const lng = [...map.lng];
  const lat = [...map.lat];
  const nodes = [...map.nodes];
  const starts = [...map.starts];
  const tags = [...map.tags];
  for (const { from, to, line } of roads) {
    nodes.push(...nearest(from, line[0]));
    for (const at of line) {
      nodes.push(lng.push(at.lng) - 1);
      lat.push(at.lat);
    }
    nodes.push(...nearest(to, line.at(-1)));
    starts.push(nodes.length);
    tags.push(map.tagSets.length);
  }
  return {
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    starts: Uint32Array.from(starts),
    nodes: Uint32Array.from(nodes),
    tags: Uint32Array.from(tags),
    tagSets: roads.length > 0 ? [...map.tagSets, ROAD] : map.tagSets,
    barriers: map.barriers,
  };
}

const ROAD: Tags = { highway: "primary" };

/** By node: which part of the streets it belongs to, gates apart; 0 is the one of the most stretches. */
function partsOf({ lng, starts, nodes, barriers }: StreetMap): Uint32Array {
  const [from, to]: [number[], number[]] = [[], []];
  for (let way = 0; way + 1 < starts.length; way++) {
    for (let i = (starts[way] as number) + 1; i < (starts[way + 1] as number); i++) {
      const [a, b] = [nodes[i - 1] as number, nodes[i] as number];
      if (barriers.has(a) || barriers.has(b)) continue;
      from.push(a);
      to.push(b);
    }
  }
  const ones = new Float64Array(from.length).fill(1);
  return componentsOf(Uint32Array.from(from), Uint32Array.from(to), ones, lng.length);
}

/** Of the nodes of the largest part; none if there is none. */
function nearestNode({ lng, lat }: StreetMap, parts: Uint32Array, at: LngLat): number | undefined {
  const per = metresPerDegree(at.lat);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < lng.length; node++) {
    if (parts[node] !== 0) continue;
    const x = ((lng[node] as number) - at.lng) * per.lng;
    const y = ((lat[node] as number) - at.lat) * per.lat;
    if (x * x + y * y >= least) continue;
    least = x * x + y * y;
    best = node;
  }
  return best;
}
