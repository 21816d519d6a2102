import type { ShapeColumns } from "./columns.ts";

/** One polygon of a row, as the drawing library takes it: closed rings one after the other, and where each hole begins. */
export interface DrawnPolygon {
  readonly row: number;
  readonly shape: { readonly positions: Float64Array; readonly holeIndices: number[] };
}

/** One closed ring of a row. */
export interface DrawnRing {
  readonly row: number;
  readonly path: Float64Array;
}

interface DrawnShapes {
  readonly polygons: readonly DrawnPolygon[];
  readonly rings: readonly DrawnRing[];
}

/** All polygons of the columns, in row order, and their rings. Remembered as long as the columns are there. */
export function drawnShapes(shapes: ShapeColumns): DrawnShapes {
  const drawn = remembered.get(shapes) ?? shapesOf(shapes);
  remembered.set(shapes, drawn);
  return drawn;
}

const remembered = new WeakMap<ShapeColumns, DrawnShapes>();

function shapesOf(shapes: ShapeColumns): DrawnShapes {
  const polygons: DrawnPolygon[] = [];
  const rings: DrawnRing[] = [];
  for (let row = 0; row + 1 < shapes.rowStarts.length; row++) {
    for (const [first, last] of polygonsOf(shapes, row)) {
      const closed: Float64Array[] = [];
      for (let ring = first; ring < last; ring++) closed.push(closedRing(shapes, ring));
      const positions = joined(closed);
      const holeIndices: number[] = [];
      let offset = 0;
      for (const path of closed) {
        if (offset > 0) holeIndices.push(offset);
        rings.push({ row, path: positions.subarray(offset, offset + path.length) });
        offset += path.length;
      }
      polygons.push({ row, shape: { positions, holeIndices } });
    }
  }
  return { polygons, rings };
}

/** First ring and ring after the last of each polygon of a row. */
export function* polygonsOf(
  shapes: ShapeColumns,
  row: number,
): Generator<readonly [first: number, end: number]> {
  const end = shapes.rowStarts[row + 1] ?? 0;
  for (let polygon = shapes.rowStarts[row] ?? 0; polygon < end; polygon++) {
    yield [shapes.polygonStarts[polygon] ?? 0, shapes.polygonStarts[polygon + 1] ?? 0];
  }
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** The box around some coordinates, `undefined` if none is a number. */
export function boundsOf(lng: ArrayLike<number>, lat: ArrayLike<number>): Bounds | undefined {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lng.length; i++) widen(bounds, lng[i] ?? Number.NaN, lat[i] ?? Number.NaN);
  return bounds[0] <= bounds[2] ? bounds : undefined;
}

/** The box around positions, each longitude followed by its latitude. */
export function boundsOfPositions(parts: Iterable<ArrayLike<number>>): Bounds | undefined {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) widen(bounds, part[i] ?? Number.NaN, part[i + 1] ?? Number.NaN);
  }
  return bounds[0] <= bounds[2] ? bounds : undefined;
}

function widen(bounds: Bounds, x: number, y: number): void {
  if (Number.isNaN(x) || Number.isNaN(y)) return;
  bounds[0] = Math.min(bounds[0], x);
  bounds[1] = Math.min(bounds[1], y);
  bounds[2] = Math.max(bounds[2], x);
  bounds[3] = Math.max(bounds[3], y);
}

function closedRing(shapes: ShapeColumns, ring: number): Float64Array {
  const begin = 2 * (shapes.ringStarts[ring] ?? 0);
  const end = 2 * (shapes.ringStarts[ring + 1] ?? 0);
  const { positions } = shapes;
  const already = positions[begin] === positions[end - 2] && positions[begin + 1] === positions[end - 1];
  if (already) return positions.subarray(begin, end);
  const closed = new Float64Array(end - begin + 2);
  closed.set(positions.subarray(begin, end));
  closed.set(positions.subarray(begin, begin + 2), end - begin);
  return closed;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Along a meridian, near enough to draw by. */
export const METRES_PER_DEGREE = 111_195;
