import type { LngLat } from "../../../core/geo/lng-lat.ts";
import type { ExportDatum } from "./export-table.ts";
import type { RowColumn } from "./row-column.ts";
import { pointIn } from "./shifted-place.ts";

/** Longitude and latitude in the datum asked for. */
export function degreesColumns<Row>(
  datum: ExportDatum,
  at: (row: Row) => LngLat | undefined,
): readonly RowColumn<Row>[] {
  const of = (axis: "lng" | "lat") => (row: Row) => {
    const point = at(row);
    return point && pointIn(datum, point)[axis];
  };
  return [
    { field: "lon", format: "degrees", of: of("lng") },
    { field: "lat", format: "degrees", of: of("lat") },
  ];
}
