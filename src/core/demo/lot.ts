import { along, distance, type Point } from "./plane.ts";

/**
 * A convex piece of ground, counter-clockwise. `sides[i]` is what runs along the side from `corners[i]` to the next
 * corner; the corners lie on its middle line.
 */
export interface Lot {
  readonly corners: readonly Point[];
  readonly sides: readonly Side[];
}

/** What runs along a side of a lot. wall: a boundary without a street. fields: open country. */
export type Side = "river" | "canal" | "railway" | "main" | "secondary" | "lane" | "wall" | "fields";

export interface Division {
  readonly parts: readonly [Lot, Lot];
  /** The new side, from the older sides it meets. */
  readonly line: readonly [Point, Point];
}

/** Cuts by the straight line through `at` along `direction`; `undefined` if that misses the lot. */
export function divide(lot: Lot, at: Point, direction: Point, side: Side): Division | undefined {
  const offset = (p: Point) => direction.x * (p.y - at.y) - direction.y * (p.x - at.x);
  const left: Piece = { corners: [], sides: [] };
  const right: Piece = { corners: [], sides: [] };
  const line: Point[] = [];
  lot.corners.forEach((corner, i) => {
    const next = lot.corners[(i + 1) % lot.corners.length] as Point;
    const along_ = lot.sides[i] as Side;
    const [from, to] = [offset(corner), offset(next)];
    const here = from >= 0 ? left : right;
    add(here, corner, along_);
    if (from >= 0 !== to >= 0) {
      const crossing = along(corner, next, from / (from - to));
      line.push(crossing);
      add(here, crossing, side);
      add(here === left ? right : left, crossing, along_);
    }
  });
  const [first, second] = line;
  if (first === undefined || second === undefined || distance(first, second) < 1) return undefined;
  return { parts: [left, right], line: [first, second] };
}

/** The ground left when each side gives up `setback` of it, or nothing. */
export function inset(lot: Lot, setback: (side: Side) => number): Point[] {
  let rest: Point[] = [...lot.corners];
  lot.corners.forEach((corner, i) => {
    const next = lot.corners[(i + 1) % lot.corners.length] as Point;
    const length = distance(corner, next);
    if (length < 1e-6) return;
    const [dx, dy] = [(next.x - corner.x) / length, (next.y - corner.y) / length];
    const depth = setback(lot.sides[i] as Side);
    rest = keptLeft(rest, { x: corner.x - dy * depth, y: corner.y + dx * depth }, { x: dx, y: dy });
  });
  return withoutShortSides(rest, 2);
}

export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    twice += a.x * b.y - b.x * a.y;
  });
  return twice / 2;
}

export function centreOf(corners: readonly Point[]): Point {
  let [x, y, twice] = [0, 0, 0];
  const origin = corners[0] as Point;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    const cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    twice += cross;
    x += (a.x + b.x - 2 * origin.x) * cross;
    y += (a.y + b.y - 2 * origin.y) * cross;
  });
  return { x: origin.x + x / (3 * twice), y: origin.y + y / (3 * twice) };
}

/** Even–odd rule; the boundary belongs to neither side reliably. */
export function inside(p: Point, corners: readonly Point[]): boolean {
  let odd = false;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  });
  return odd;
}

/** Metres from a point to the nearest side. */
export function distanceToSides(p: Point, corners: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const share = length2 === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
    nearest = Math.min(nearest, distance(p, along(a, b, Math.min(1, Math.max(0, share)))));
  });
  return nearest;
}

/** The direction of the longest side, of length 1, and how long the lot is across it compared with along it. */
export function longAxis(corners: readonly Point[]): {
  readonly direction: Point;
  readonly slenderness: number;
} {
  let best = { x: 1, y: 0 };
  let longest = 0;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    const length = distance(a, b);
    if (length > longest) {
      longest = length;
      best = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
    }
  });
  const [lengthways, crossways] = [best, { x: -best.y, y: best.x }].map((axis) => {
    const spread = corners.map((p) => p.x * axis.x + p.y * axis.y);
    return Math.max(...spread) - Math.min(...spread);
  }) as [number, number];
  return lengthways >= crossways
    ? { direction: best, slenderness: lengthways / crossways }
    : { direction: { x: -best.y, y: best.x }, slenderness: crossways / lengthways };
}

/** The part of convex ground to the left of the line through `at` along `direction`. */
export function keptLeft(corners: readonly Point[], at: Point, direction: Point): Point[] {
  const kept: Point[] = [];
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length] as Point;
    const from = direction.x * (corner.y - at.y) - direction.y * (corner.x - at.x);
    const to = direction.x * (next.y - at.y) - direction.y * (next.x - at.x);
    if (from >= 0) kept.push(corner);
    if (from >= 0 !== to >= 0) kept.push(along(corner, next, from / (from - to)));
  });
  return kept;
}

interface Piece {
  corners: Point[];
  sides: Side[];
}

function add(piece: Piece, corner: Point, side: Side): void {
  const last = piece.corners.at(-1);
  if (last !== undefined && distance(last, corner) < 1e-6) piece.sides[piece.sides.length - 1] = side;
  else {
    piece.corners.push(corner);
    piece.sides.push(side);
  }
}

/** Drops corners so near the next one that the side between them is no longer than `shortest`. */
export function withoutShortSides(corners: readonly Point[], shortest: number): Point[] {
  const kept = corners.filter((p, i) => distance(p, corners[(i + 1) % corners.length] as Point) > shortest);
  return kept.length < 3 ? [] : kept;
}
