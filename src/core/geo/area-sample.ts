import type { Metres } from "../base/units.ts";
import type { LngLat, Polygon } from "./lng-lat.ts";
import { type LocalPlane, localPlane, type PlanePoint } from "./local-plane.ts";

/**
 * Places spread evenly over an area, about 20 of them: the nodes of a square grid around the middle of its box that lie
 * inside (even–odd, so that holes count as holes). The same places whatever corner a ring starts at, whichever way it
 * runs and in whatever order the polygons stand; from south to north, then west to east. None for an area of nothing.
 */
export function areaSample(polygons: readonly Polygon[]): readonly LngLat[] {
  const middle = boxMiddle(polygons);
  if (middle === undefined) return [];
  const plane = localPlane(middle);
  const edges = edgesOf(polygons, plane);
  const area = areaOf(edges);
  if (!(area > 0)) return [];
  let best: readonly PlanePoint[] = [];
  let spacing = Math.sqrt(area / WANTED);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const nodes = nodesInside(edges, spacing);
    if (Math.abs(nodes.length - WANTED) < Math.abs(best.length - WANTED)) best = nodes;
    if (nodes.length >= FEWEST && nodes.length <= MOST) break;
    spacing *= Math.min(1.4, Math.max(0.6, Math.sqrt(nodes.length / WANTED)));
  }
  return best.map((node) => plane.toEarth(node));
}

const WANTED = 20;
const FEWEST = 16;
const MOST = 25;
const MOST_ROUNDS = 12;

/** An edge that is not level, its lower end first. */
interface Edge {
  readonly low: PlanePoint;
  readonly high: PlanePoint;
}

/** Middle of the box, west of which longitudes are counted the shorter way around. */
function boxMiddle(polygons: readonly Polygon[]): LngLat | undefined {
  const first = polygons[0]?.[0][0];
  if (first === undefined) return undefined;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of polygons.flat(2)) {
    const lng = at.lng - first.lng > 180 ? at.lng - 360 : at.lng - first.lng < -180 ? at.lng + 360 : at.lng;
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, at.lat);
    north = Math.max(north, at.lat);
  }
  return { lng: (west + east) / 2, lat: (south + north) / 2 };
}

/** In an order that depends on where the edges lie and on nothing else. */
function edgesOf(polygons: readonly Polygon[], plane: LocalPlane): readonly Edge[] {
  const edges: Edge[] = [];
  for (const ring of polygons.flat()) {
    const points = ring.map((at) => plane.toPlane(at));
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length] as PlanePoint;
      if (a.y !== b.y) edges.push(a.y < b.y ? { low: a, high: b } : { low: b, high: a });
    });
  }
  return edges.sort(
    (a, b) => a.low.y - b.low.y || a.low.x - b.low.x || a.high.y - b.high.y || a.high.x - b.high.x,
  );
}

/** Area between the edges, by slices of equal height: even–odd too, and good enough to choose a spacing by. */
function areaOf(edges: readonly Edge[]): number {
  const top = edges.reduce((most, { high }) => Math.max(most, high.y), -Infinity);
  const bottom = edges[0]?.low.y ?? 0;
  const height = (top - bottom) / SLICES;
  let area = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const crossings = crossingsAt(edges, bottom + (slice + 0.5) * height);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      area += height * ((crossings[i + 1] as number) - (crossings[i] as number));
    }
  }
  return area;
}

const SLICES = 64;

function nodesInside(edges: readonly Edge[], spacing: Metres): readonly PlanePoint[] {
  const nodes: PlanePoint[] = [];
  const top = edges.reduce((most, { high }) => Math.max(most, high.y), -Infinity);
  const bottom = edges[0]?.low.y ?? 0;
  for (let j = Math.ceil(bottom / spacing - 0.5); (j + 0.5) * spacing < top; j++) {
    const y = (j + 0.5) * spacing;
    const crossings = crossingsAt(edges, y);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = crossings[pair] as number;
      const to = crossings[pair + 1] as number;
      for (let i = Math.ceil(from / spacing - 0.5); (i + 0.5) * spacing < to; i++) {
        nodes.push({ x: (i + 0.5) * spacing, y });
        if (nodes.length > TOO_MANY) return nodes;
      }
    }
  }
  return nodes;
}

const TOO_MANY = 400;

/** Where the level meets the edges, from west to east; an edge holds its lower end and not its upper. */
function crossingsAt(edges: readonly Edge[], y: number): readonly number[] {
  const crossings: number[] = [];
  for (const { low, high } of edges) {
    if (low.y > y) break;
    if (high.y > y) crossings.push(low.x + ((high.x - low.x) * (y - low.y)) / (high.y - low.y));
  }
  return crossings.sort((a, b) => a - b);
}
