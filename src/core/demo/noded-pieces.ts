import { distance, type Point } from "./plane.ts";
import type { StreetPiece } from "./street-pieces.ts";

/** Streets that share a node wherever they cross or one ends on another; bridges meet others at their ends alone. */
export interface Noded {
  readonly nodes: readonly Point[];
  readonly ways: readonly NodedWay[];
}

export interface NodedWay {
  readonly piece: StreetPiece;
  /** Rows of `nodes`, at least two. */
  readonly nodes: readonly number[];
}

/** Pieces as they were sampled along their streets: of what lies between crossings every third point is kept. */
export function nodedPieces(pieces: readonly StreetPiece[]): Noded {
  const stops = stopsOf(pieces);
  const places = new NodePlaces();
  const sequences = pieces.map((piece, i) => sequenceOf(piece, stops[i] ?? [], places));
  const uses = new Uint32Array(places.points.length);
  for (const sequence of sequences) for (const { node } of sequence) uses[node] = (uses[node] as number) + 1;
  const isShared = (node: number) => (uses[node] as number) > 1;
  const kept = sequences.map((sequence) => thinned(trimmed(sequence, isShared, places.points), isShared));
  return withUsedNodes(
    pieces.flatMap((piece, i) => {
      const nodes = kept[i] ?? [];
      return nodes.length > 1 ? [{ piece, nodes }] : [];
    }),
    places.points,
  );
}

/** Points nearer to each other are one node. */
const SAME = 0.5;
/** A dead end beyond the last crossing that is shorter is none. */
const STUB = 16;

/** A stop on a stretch between two sampled points of a piece. */
interface Stop {
  readonly step: number;
  readonly share: number;
  readonly at: Point;
}

/** By piece: where others cross or end on it, or it ends on others. */
function stopsOf(pieces: readonly StreetPiece[]): readonly Stop[][] {
  const stops: Stop[][] = pieces.map(() => []);
  const bins = new Map<number, { readonly piece: number; readonly step: number }[]>();
  for (const [piece, { points, bridge }] of pieces.entries()) {
    if (bridge) continue;
    for (let step = 0; step + 1 < points.length; step++) {
      const [a, b] = [points[step] as Point, points[step + 1] as Point];
      for (const bin of binsAround(a, b)) {
        const others = bins.get(bin) ?? [];
        for (const other of others) {
          if (other.piece === piece) continue;
          const they = (pieces[other.piece] as StreetPiece).points;
          const [c, d] = [they[other.step] as Point, they[other.step + 1] as Point];
          const met = meeting(a, b, c, d);
          if (met === undefined) continue;
          stops[piece]?.push({ step, share: met.share, at: met.at });
          stops[other.piece]?.push({ step: other.step, share: met.otherShare, at: met.at });
        }
        others.push({ piece, step });
        bins.set(bin, others);
      }
    }
  }
  return stops;
}

const BIN = 64;

function* binsAround(a: Point, b: Point): Generator<number> {
  const [west, east] = [
    Math.floor((Math.min(a.x, b.x) - SAME) / BIN),
    Math.floor((Math.max(a.x, b.x) + SAME) / BIN),
  ];
  const [south, north] = [
    Math.floor((Math.min(a.y, b.y) - SAME) / BIN),
    Math.floor((Math.max(a.y, b.y) + SAME) / BIN),
  ];
  for (let i = west; i <= east; i++) for (let j = south; j <= north; j++) yield binOf(i, j);
}

function binOf(i: number, j: number): number {
  return (i + HALF) * 2 * HALF + (j + HALF);
}

const HALF = 2 ** 24;

/** Where two stretches cross, or one ends on the other. */
function meeting(
  a: Point,
  b: Point,
  c: Point,
  d: Point,
): { readonly at: Point; readonly share: number; readonly otherShare: number } | undefined {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const [u, v] = [distance(a, b), distance(c, d)];
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 0.05 * u * v) return endOn(a, b, c, d);
  const share = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross;
  const otherShare = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross;
  const isOn = (part: number, length: number) => part * length > -SAME && (part - 1) * length < SAME;
  if (!isOn(share, u) || !isOn(otherShare, v)) return undefined;
  return { at: { x: a.x + ux * share, y: a.y + uy * share }, share, otherShare };
}

/** Stretches along one line meet at their ends only. */
function endOn(a: Point, b: Point, c: Point, d: Point) {
  for (const [share, p] of [
    [0, a],
    [1, b],
  ] as const)
    for (const [otherShare, q] of [
      [0, c],
      [1, d],
    ] as const)
      if (distance(p, q) < SAME) return { at: p, share, otherShare };
  return undefined;
}

/** A row for each place: what comes near a known one is that. */
class NodePlaces {
  readonly points: Point[] = [];
  readonly #bins = new Map<number, number[]>();

  rowOf(p: Point): number {
    const [i, j] = [Math.floor(p.x), Math.floor(p.y)];
    for (let di = -1; di <= 1; di++)
      for (let dj = -1; dj <= 1; dj++)
        for (const row of this.#bins.get(binOf(i + di, j + dj)) ?? [])
          if (distance(this.points[row] as Point, p) < SAME) return row;
    const bin = binOf(i, j);
    const rows = this.#bins.get(bin) ?? [];
    rows.push(this.points.length);
    this.#bins.set(bin, rows);
    return this.points.push(p) - 1;
  }
}

interface Visited {
  readonly node: number;
  /** The street turns there. */
  readonly bend: boolean;
}

/** The nodes of a piece in their order: its sampled points and its stops. */
function sequenceOf({ points }: StreetPiece, stops: readonly Stop[], places: NodePlaces): Visited[] {
  const sorted = stops.toSorted((p, q) => p.step - q.step || p.share - q.share);
  const sequence: Visited[] = [];
  const visit = (p: Point, bend: boolean) => {
    const node = places.rowOf(p);
    if (sequence.at(-1)?.node !== node) sequence.push({ node, bend });
  };
  let next = 0;
  for (let step = 0; step < points.length; step++) {
    visit(points[step] as Point, bends(points[step - 1], points[step] as Point, points[step + 1]));
    for (; sorted[next]?.step === step; next++) visit((sorted[next] as Stop).at, false);
  }
  return sequence;
}

function bends(before: Point | undefined, at: Point, after: Point | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  const cross = (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x);
  return Math.abs(cross) > 0.02 * distance(before, at) * distance(at, after);
}

/** Without short dead ends. */
function trimmed(
  sequence: readonly Visited[],
  isShared: (node: number) => boolean,
  points: readonly Point[],
): readonly Visited[] {
  const withoutStub = (from: readonly Visited[]): readonly Visited[] => {
    const first = from.findIndex(({ node }) => isShared(node));
    if (first <= 0) return from;
    const reach = distance(
      points[from[0]?.node as number] as Point,
      points[from[first]?.node as number] as Point,
    );
    return reach < STUB ? from.slice(first) : from;
  };
  return withoutStub(withoutStub(sequence).toReversed()).toReversed();
}

function thinned(sequence: readonly Visited[], isShared: (node: number) => boolean): readonly number[] {
  const kept: number[] = [];
  let passed = 0;
  for (const [i, { node, bend }] of sequence.entries()) {
    passed += 1;
    const isEnd = i === 0 || i === sequence.length - 1;
    if (!isEnd && !bend && !isShared(node) && passed < 3) continue;
    kept.push(node);
    passed = 0;
  }
  return kept;
}

function withUsedNodes(ways: readonly NodedWay[], points: readonly Point[]): Noded {
  const rows = new Map<number, number>();
  const nodes: Point[] = [];
  const rowOf = (node: number) => {
    const known = rows.get(node);
    if (known !== undefined) return known;
    rows.set(node, nodes.length);
    return nodes.push(points[node] as Point) - 1;
  };
  return { ways: ways.map(({ piece, nodes: through }) => ({ piece, nodes: through.map(rowOf) })), nodes };
}
