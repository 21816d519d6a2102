import type { GeoJSONSource, Map as Sheet } from "maplibre-gl";
import type { LngLat } from "../core/geo/lng-lat.ts";
import type { Around, CityColumns, DrawnStreet } from "./columns.ts";
import {
  aroundFeatures,
  changedStreets,
  markedAreas,
  planNumbers,
  strayPoints,
  unitAreas,
  unitBoundaries,
  unitPoints,
  zonePoints,
} from "./features.ts";
import type { PlanBadge } from "./plan-badges.ts";
import type { Sketch } from "./sketch.ts";
import { sketchFeatures } from "./sketch-features.ts";
import type { SourceName } from "./style.ts";

/** Fills the sources of a loaded sheet with a city, as far as it is not what they are filled with. */
export function fillCity(sheet: Sheet, city: CityColumns, filled: CityColumns | undefined): void {
  if (city.backdrop !== filled?.backdrop) fill(sheet, "backdrop", city.backdrop);
  if (city.units !== filled?.units) {
    fill(sheet, "units", unitBoundaries(city.units));
    fill(sheet, "unit-areas", unitAreas(city.units));
    fill(sheet, "unit-points", unitPoints(city.units));
  }
  if (city.zones !== filled?.zones) fill(sheet, "zone-points", zonePoints(city.zones));
}

/** Marks the units with these ids. */
export function fillMarks(sheet: Sheet, city: CityColumns, ids: readonly string[]): void {
  fill(sheet, "unit-marks", markedAreas(city.units, ids));
}

export function fillAround(sheet: Sheet, around: Around | undefined): void {
  fill(sheet, "around", aroundFeatures(around));
}

export function fillStrays(sheet: Sheet, strays: readonly LngLat[]): void {
  fill(sheet, "strays", strayPoints(strays));
}

export function fillStreetChanges(sheet: Sheet, streets: readonly DrawnStreet[]): void {
  fill(sheet, "street-changes", changedStreets(streets));
}

export function fillPlan(sheet: Sheet, badges: readonly PlanBadge[]): void {
  fill(sheet, "plan", planNumbers(badges));
}

/** Draws an outline on its way, or nothing. */
export function fillSketch(
  sheet: Sheet,
  sketch: Sketch | undefined,
  how: Parameters<typeof sketchFeatures>[1],
): void {
  fill(sheet, "sketch", sketchFeatures(sketch, how));
}

function fill(sheet: Sheet, source: SourceName, data: GeoJSON.FeatureCollection): void {
  void (sheet.getSource(source) as GeoJSONSource | undefined)?.setData(data);
}
