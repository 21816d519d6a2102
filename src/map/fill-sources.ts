import type { GeoJSONSource, Map as Sheet } from "maplibre-gl";
import type { Circles, CityColumns } from "./columns.ts";
import {
  circleFeatures,
  markedAreas,
  unitAreas,
  unitBoundaries,
  unitPoints,
  zonePoints,
} from "./features.ts";
import type { SourceName } from "./style.ts";

/** Fills the sources of a loaded sheet with what stays of a city until another opens. */
export function fillCity(sheet: Sheet, city: CityColumns): void {
  fill(sheet, "backdrop", city.backdrop);
  fill(sheet, "units", unitBoundaries(city.units));
  fill(sheet, "unit-areas", unitAreas(city.units));
  fill(sheet, "unit-points", unitPoints(city.units));
  fill(sheet, "zone-points", zonePoints(city.zones));
}

/** Marks the units with these ids. */
export function fillMarks(sheet: Sheet, city: CityColumns, ids: readonly string[]): void {
  fill(sheet, "unit-marks", markedAreas(city.units, ids));
}

export function fillCircles(sheet: Sheet, circles: Circles | undefined): void {
  fill(sheet, "circles", circleFeatures(circles));
}

function fill(sheet: Sheet, source: SourceName, data: GeoJSON.FeatureCollection): void {
  void (sheet.getSource(source) as GeoJSONSource | undefined)?.setData(data);
}
