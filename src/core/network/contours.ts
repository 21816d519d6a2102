import type { PlanePoint } from "../geo/local-plane.ts";

/** Values at the nodes of a grid, row by row from the south; the first node is the one at `left`, `bottom`. */
export interface Field {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
}

/**
 * The lines along which a field has a value, in steps of the grid: closed rings, lower values on their left, so that rings
 * around them run counter-clockwise and those around higher ones clockwise. By marching squares, values straight between
 * nodes; nodes at the border of the field must be higher. Ordered by where they are met first, from the south-west.
 */
export function contoursOf(field: Field, level: number): readonly (readonly PlanePoint[])[] {
  const nexts = linksOf(field, level);
  const rings: PlanePoint[][] = [];
  for (const start of nexts.keys()) {
    const ring: PlanePoint[] = [];
    for (let edge: number | undefined = start; edge !== undefined; ) {
      const at = pointOn(field, level, edge);
      const last = ring.at(-1);
      if (last?.x !== at.x || last.y !== at.y) ring.push(at);
      const next = nexts.get(edge);
      nexts.delete(edge);
      edge = next;
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length > 1 && first?.x === last?.x && first?.y === last?.y) ring.pop();
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

/** From each edge of the grid that a ring comes over to the next one. An edge is twice its first node, and 1 if it leads north. */
function linksOf({ width, height, values }: Field, level: number): Map<number, number> {
  const nexts = new Map<number, number>();
  const isLow = (node: number) => (values[node] as number) < level;
  for (let j = 0; j + 1 < height; j++) {
    for (let i = 0; i + 1 < width; i++) {
      const node = j * width + i;
      const corners = [node, node + 1, node + width + 1, node + width] as const;
      const low = corners.map(isLow) as [boolean, boolean, boolean, boolean];
      if (low.every((one) => one === low[0])) continue;
      const edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + width), 2 * node + 1] as const;
      const ways = [0, 1, 2, 3].filter((k) => low[k] && !low[(k + 1) % 4]);
      const isSaddle = ways.length === 2;
      const middle = corners.reduce((sum, corner) => sum + (values[corner] as number), 0) / 4;
      for (const k of ways) {
        // A ring leaves over an edge where low turns high and comes in where high turns low.
        const end = isSaddle ? (k + (middle < level ? 1 : 3)) % 4 : comesIn(low);
        nexts.set(edges[k] as number, edges[end] as number);
      }
    }
  }
  return nexts;
}

function comesIn(low: readonly boolean[]): number {
  return [0, 1, 2, 3].find((k) => !low[k] && low[(k + 1) % 4]) ?? 0;
}

function pointOn({ left, bottom, width, values }: Field, level: number, edge: number): PlanePoint {
  const node = edge >>> 1;
  const north = edge & 1;
  const [a, b] = [values[node] as number, values[node + (north === 1 ? width : 1)] as number];
  const share = (level - a) / (b - a);
  const [x, y] = [left + (node % width), bottom + Math.floor(node / width)];
  return north === 1 ? { x, y: y + share } : { x: x + share, y };
}
