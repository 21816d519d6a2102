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

/** All polygons of the columns, in row order, and their rings. Made once when a city opens. */
export function drawnShapes(shapes: ShapeColumns): {
  readonly polygons: readonly DrawnPolygon[];
  readonly rings: readonly DrawnRing[];
} {
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

/** `[west, south, east, north]` of some coordinates, `undefined` if none is a number. */
export function boundsOf(
  lng: ArrayLike<number>,
  lat: ArrayLike<number>,
): [west: number, south: number, east: number, north: number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lng.length; i++) {
    const [x, y] = [lng[i] ?? Number.NaN, lat[i] ?? Number.NaN];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return west <= east ? [west, south, east, north] : undefined;
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
