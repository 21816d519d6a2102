import Flatbush from "flatbush";
import KDBush from "kdbush";
import type { ShapeColumns } from "./columns.ts";
import { polygonsOf } from "./polygons.ts";

/** Which zone lies under a point: by its polygons, or, for a zone that is a point, within a tolerance in degrees. */
export interface ZoneHits {
  /** Rows with a polygon that touches the box; in no order. */
  within(west: number, south: number, east: number, north: number): ReadonlySet<number>;
  zoneAt(lng: number, lat: number, tolerance: number): number | undefined;
}

/** Built once when a city opens. A smaller zone inside a larger one wins. */
export function zoneHits(zones: {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly shapes: ShapeColumns;
}): ZoneHits {
  const { shapes } = zones;
  const rows: number[] = [];
  const spans: (readonly [number, number])[] = [];
  for (let row = 0; row + 1 < shapes.rowStarts.length; row++) {
    for (const span of polygonsOf(shapes, row)) {
      rows.push(row);
      spans.push(span);
    }
  }
  const boxes = spans.map(([first]) => boxOf(shapes, first));
  const tree = spans.length > 0 ? new Flatbush(spans.length) : undefined;
  for (const [west, south, east, north] of boxes) tree?.add(west, south, east, north);
  tree?.finish();
  const points = pointHits(
    zones.lng,
    zones.lat,
    (row) => shapes.rowStarts[row] === shapes.rowStarts[row + 1],
  );

  return {
    within(west, south, east, north) {
      return new Set(tree?.search(west, south, east, north).map((i) => rows[i] ?? 0));
    },
    zoneAt(lng, lat, tolerance) {
      let found: number | undefined;
      let least = Infinity;
      for (const i of tree?.search(lng, lat, lng, lat) ?? []) {
        const [west, south, east, north] = boxes[i] ?? [0, 0, 0, 0];
        const size = (east - west) * (north - south);
        const span = spans[i];
        if (span && size < least && isInside(shapes, span, lng, lat)) [found, least] = [rows[i], size];
      }
      return found ?? points.nearest(lng, lat, tolerance);
    },
  };
}

/** Which of some points is nearest to a place, within a tolerance in degrees of longitude. */
export interface PointHits {
  /** The first call makes the index, which takes 200,000 points a moment that no opening city has to wait for. */
  nearest(lng: number, lat: number, tolerance: number): number | undefined;
}

export function pointHits(
  lng: Float64Array,
  lat: Float64Array,
  counts: (row: number) => boolean = () => true,
): PointHits {
  let index: { readonly rows: readonly number[]; readonly tree: KDBush } | undefined;
  return {
    nearest(x, y, tolerance) {
      index ??= pointIndex(lng, lat, counts);
      const { rows, tree } = index;
      const shrink = Math.cos((y * Math.PI) / 180);
      let found: number | undefined;
      let least = tolerance * tolerance;
      for (const i of tree.range(x - tolerance, y - tolerance, x + tolerance, y + tolerance)) {
        const row = rows[i] ?? 0;
        const [dx, dy] = [(lng[row] ?? 0) - x, ((lat[row] ?? 0) - y) / shrink];
        const distance = dx * dx + dy * dy;
        if (distance <= least) [found, least] = [row, distance];
      }
      return found;
    },
  };
}

/** Of the rows that have a place and count. */
function pointIndex(lng: Float64Array, lat: Float64Array, counts: (row: number) => boolean) {
  const rows: number[] = [];
  for (let row = 0; row < lng.length; row++) {
    if (!Number.isNaN(lng[row] ?? Number.NaN) && !Number.isNaN(lat[row] ?? Number.NaN) && counts(row))
      rows.push(row);
  }
  const tree = new KDBush(rows.length);
  for (const row of rows) tree.add(lng[row] ?? 0, lat[row] ?? 0);
  tree.finish();
  return { rows, tree };
}

function boxOf({ ringStarts, positions }: ShapeColumns, ring: number): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = ringStarts[ring] ?? 0; i < (ringStarts[ring + 1] ?? 0); i++) {
    const [x, y] = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0];
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Even-odd over all rings of one polygon, so that a hole is outside. */
function isInside(
  { ringStarts, positions }: ShapeColumns,
  [first, end]: readonly [number, number],
  x: number,
  y: number,
): boolean {
  let inside = false;
  for (let ring = first; ring < end; ring++) {
    const begin = ringStarts[ring] ?? 0;
    const stop = ringStarts[ring + 1] ?? 0;
    for (let i = begin, j = stop - 1; i < stop; j = i++) {
      const [ax, ay] = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0];
      const [bx, by] = [positions[2 * j] ?? 0, positions[2 * j + 1] ?? 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
