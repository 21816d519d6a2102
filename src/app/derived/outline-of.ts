import type { PolygonColumns } from "../../../workers/protocol.ts";
import type { LngLat, Polygon, Ring } from "../../core/geo/lng-lat.ts";

/** The outline of a row as polygons; `undefined` where it has none. */
export function outlineOf(shapes: PolygonColumns, row: number): readonly Polygon[] | undefined {
  const { rowStarts, polygonStarts } = shapes;
  const polygons: Polygon[] = [];
  for (let polygon = rowStarts[row] ?? 0; polygon < (rowStarts[row + 1] ?? 0); polygon++) {
    const [first = 0, end = 0] = [polygonStarts[polygon], polygonStarts[polygon + 1]];
    const [outer = [], ...holes] = Array.from({ length: end - first }, (_, i) => ringOf(shapes, first + i));
    polygons.push([outer, ...holes]);
  }
  return polygons.length > 0 ? polygons : undefined;
}

function ringOf({ ringStarts, positions }: PolygonColumns, ring: number): Ring {
  const [from = 0, to = 0] = [ringStarts[ring], ringStarts[ring + 1]];
  return Array.from(
    { length: to - from },
    (_, i): LngLat => ({
      lng: positions[2 * (from + i)] as number,
      lat: positions[2 * (from + i) + 1] as number,
    }),
  );
}
