import Flatbush from "flatbush";
import { shorterTurn } from "../geo/local-plane.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** Where the sides of all stretches lie, a few neighbours together in one box of degrees. */
export interface JoinIndex {
  /** By piece; longitudes go on beyond ±180° where a stretch does. `undefined` for a graph without stretches. */
  readonly boxes: Flatbush | undefined;
  /** By piece: its stretch, and its first corner and its last. */
  readonly stretches: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
}

/** Kept as long as the graph is. */
export function joinIndexFor(graph: WalkGraph): JoinIndex {
  const before = remembered.get(graph);
  if (before !== undefined) return before;
  const made = joinIndex(graph);
  remembered.set(graph, made);
  return made;
}

function joinIndex({ shapeStarts, shapeLng, shapeLat }: WalkGraph): JoinIndex {
  const stretchCount = shapeStarts.length - 1;
  let count = 0;
  for (let s = 0; s < stretchCount; s++) count += piecesOf(shapeStarts, s);
  const stretches = new Uint32Array(count);
  const firsts = new Uint32Array(count);
  const lasts = new Uint32Array(count);
  const boxes = count === 0 ? undefined : new Flatbush(count);
  let piece = 0;
  for (let s = 0; s < stretchCount; s++) {
    const end = (shapeStarts[s + 1] as number) - 1;
    for (let first = shapeStarts[s] as number; first < end; first += SIDES_PER_PIECE) {
      const last = Math.min(end, first + SIDES_PER_PIECE);
      stretches[piece] = s;
      firsts[piece] = first;
      lasts[piece++] = last;
      const from = shapeLng[first] as number;
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let corner = first; corner <= last; corner++) {
        const lng = from + shorterTurn((shapeLng[corner] as number) - from);
        const lat = shapeLat[corner] as number;
        west = Math.min(west, lng);
        east = Math.max(east, lng);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
      boxes?.add(west, south, east, north);
    }
  }
  boxes?.finish();
  return { boxes, stretches, firsts, lasts };
}

function piecesOf(shapeStarts: Uint32Array, stretch: number): number {
  const sides = (shapeStarts[stretch + 1] as number) - (shapeStarts[stretch] as number) - 1;
  return Math.ceil(sides / SIDES_PER_PIECE);
}

const SIDES_PER_PIECE = 4;

const remembered = new WeakMap<WalkGraph, JoinIndex>();
