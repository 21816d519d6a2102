import { present } from "../base/invariant.ts";
import { areaOf, type Lot, type Side } from "./lot.ts";
import { along, distance, type Point } from "./plane.ts";

/** Lots that fill the ground without gap or overlap, and the borders they share. */
export interface Mosaic {
  /** Neighbours of lot `i`, each with what runs along the border and how long it is. Ascending. */
  readonly neighbours: readonly (readonly Neighbour[])[];
  /** Outlines of the union of these lots: neighbouring unions share every point of their border. Outer rings first. */
  outlines(lots: readonly number[]): Point[][];
}

export interface Neighbour {
  readonly lot: number;
  readonly side: Side;
  readonly length: number;
  readonly middle: Point;
}

/** Corners closer than `SAME` metres are one. */
const SAME = 0.05;
const LONGEST_STEP = 120;

export function mosaicOf(lots: readonly Lot[]): Mosaic {
  const corners = uniqueCorners();
  const rings = lots.map((lot) => lot.corners.map((p) => corners.indexOf(p)));
  const sorted = corners.points.map((p, i) => ({ p, i })).sort((a, b) => a.p.x - b.p.x || a.i - b.i);
  const edges = lots.map((lot, i) => edgesOf(lot, rings[i] as number[], sorted));
  const owner = new Map<string, number>();
  edges.forEach((list, lot) => {
    for (const edge of list) owner.set(`${edge.from},${edge.to}`, lot);
  });

  const neighbours = edges.map((list) => {
    const found = new Map<number, Neighbour>();
    for (const edge of list) {
      const lot = owner.get(`${edge.to},${edge.from}`);
      if (lot === undefined) continue;
      const [a, b] = [corners.points[edge.from] as Point, corners.points[edge.to] as Point];
      const known = found.get(lot);
      const length = distance(a, b);
      if (known && known.length > length) found.set(lot, { ...known, length: known.length + length });
      else {
        const whole = length + (known?.length ?? 0);
        found.set(lot, { lot, side: edge.side, length: whole, middle: along(a, b, 0.5) });
      }
    }
    return [...found.values()].sort((a, b) => a.lot - b.lot);
  });

  function outlines(members: readonly number[]): Point[][] {
    const within = new Set<string>();
    const next = new Map<number, number[]>();
    for (const lot of members) {
      for (const edge of edges[lot] as Edge[]) within.add(`${edge.from},${edge.to}`);
    }
    for (const lot of members) {
      for (const edge of edges[lot] as Edge[]) {
        if (within.has(`${edge.to},${edge.from}`)) continue;
        next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
      }
    }
    return ringsFrom(next, corners.points).sort((a, b) => areaOf(b) - areaOf(a));
  }
  return { neighbours, outlines };
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly side: Side;
}

function uniqueCorners() {
  const points: Point[] = [];
  const bins = new Map<string, number[]>();
  return {
    points,
    indexOf(p: Point): number {
      const [i, j] = [Math.floor(p.x), Math.floor(p.y)];
      for (let di = -1; di <= 1; di++) {
        for (let dj = -1; dj <= 1; dj++) {
          for (const known of bins.get(`${i + di},${j + dj}`) ?? []) {
            if (distance(points[known] as Point, p) < SAME) return known;
          }
        }
      }
      points.push(p);
      const bin = `${i},${j}`;
      bins.set(bin, [...(bins.get(bin) ?? []), points.length - 1]);
      return points.length - 1;
    },
  };
}

/** The sides of a lot, broken at every corner of another lot that lies on them. */
function edgesOf(lot: Lot, ring: readonly number[], sorted: readonly { p: Point; i: number }[]): Edge[] {
  return ring.flatMap((from, k) => {
    const to = ring[(k + 1) % ring.length] as number;
    const [a, b] = [lot.corners[k] as Point, lot.corners[(k + 1) % ring.length] as Point];
    const side = lot.sides[k] as Side;
    const length = distance(a, b);
    const stops: { share: number; i: number }[] = [];
    for (let at = firstFrom(sorted, Math.min(a.x, b.x) - SAME); at < sorted.length; at++) {
      const { p, i } = present(sorted[at], "a corner");
      if (p.x > Math.max(a.x, b.x) + SAME) break;
      if (i === from || i === to) continue;
      const share = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length);
      if (share > 0 && share < 1 && distance(p, along(a, b, share)) < SAME) stops.push({ share, i });
    }
    stops.sort((s, t) => s.share - t.share);
    const chain = [from, ...stops.map((stop) => stop.i), to];
    return chain.slice(1).map((end, n) => ({ from: chain[n] as number, to: end, side }));
  });
}

function firstFrom(sorted: readonly { p: Point }[], x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((sorted[half] as { p: Point }).p.x < x) low = half + 1;
    else high = half;
  }
  return low;
}

/** Chains edges into rings. Where two rings touch in a corner, the sharper left turn keeps them apart. */
function ringsFrom(next: Map<number, number[]>, points: readonly Point[]): Point[][] {
  const rings: Point[][] = [];
  for (const start of [...next.keys()].sort((a, b) => a - b)) {
    while ((next.get(start) ?? []).length > 0) {
      const ring: Point[] = [];
      let before: number | undefined;
      let at = start;
      do {
        const choices = present(next.get(at), "a ring goes on");
        const to = before === undefined ? (choices[0] as number) : sharpestLeft(before, at, choices, points);
        next.set(
          at,
          choices.filter((choice) => choice !== to),
        );
        ring.push(...steps(at, to, points));
        before = at;
        at = to;
      } while (at !== start);
      rings.push(ring);
    }
  }
  return rings;
}

function sharpestLeft(
  before: number,
  at: number,
  choices: readonly number[],
  points: readonly Point[],
): number {
  const [p, q] = [points[before] as Point, points[at] as Point];
  const [ix, iy] = [q.x - p.x, q.y - p.y];
  const leftness = (to: number) => {
    const r = points[to] as Point;
    const [ox, oy] = [r.x - q.x, r.y - q.y];
    const cross = ix * oy - iy * ox;
    const cosine = (ix * ox + iy * oy) / (distance(p, q) * distance(q, r));
    return cross >= 0 ? 1 - cosine : cosine - 1;
  };
  return choices.reduce((best, choice) => (leftness(choice) > leftness(best) ? choice : best));
}

/** Points from one corner up to the next, without it: the same ones whichever way the edge is walked. */
function steps(from: number, to: number, points: readonly Point[]): Point[] {
  const [low, high] = [points[Math.min(from, to)] as Point, points[Math.max(from, to)] as Point];
  const count = Math.max(1, Math.ceil(distance(low, high) / LONGEST_STEP));
  return Array.from({ length: count }, (_, i) => along(low, high, (from < to ? i : count - i) / count));
}
