import type { Polygon } from "../../src/core/geo/lng-lat.ts";
import type { PolygonColumns } from "../protocol.ts";

/** A number column: NaN where a row does not say. */
export function numbers<Row>(rows: readonly Row[], of: (row: Row) => number | undefined): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = of(rows[i] as Row) ?? Number.NaN;
  return column;
}

/** A word column: empty where a row does not say. */
export function words<Row>(rows: readonly Row[], of: (row: Row) => string | undefined): string[] {
  return rows.map((row) => of(row) ?? "");
}

/** The polygons of all rows in four flat arrays. */
export function polygonColumns<Row>(
  rows: readonly Row[],
  of: (row: Row) => readonly Polygon[] | undefined,
): PolygonColumns {
  const rowStarts = [0];
  const polygonStarts = [0];
  const ringStarts = [0];
  const positions: number[] = [];
  for (const row of rows) {
    for (const polygon of of(row) ?? []) {
      for (const ring of polygon) {
        for (const { lng, lat } of ring) positions.push(lng, lat);
        ringStarts.push(positions.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
    rowStarts.push(polygonStarts.length - 1);
  }
  return {
    rowStarts: Uint32Array.from(rowStarts),
    polygonStarts: Uint32Array.from(polygonStarts),
    ringStarts: Uint32Array.from(ringStarts),
    positions: Float64Array.from(positions),
  };
}
