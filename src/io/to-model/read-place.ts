import { inChina } from "../../core/geo/china.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { RowReader } from "./row-reader.ts";
import type { ToWgs84 } from "./to-wgs84.ts";

/** Pairs of numbers as a file gives them, east first, before anybody knows whether they are a place. */
export type Pair = readonly [lng: number, lat: number];

/** The place of the columns of longitude and latitude. A pair that cannot be right is left out, with an issue. */
export function readPlace(reader: RowReader, toWgs84: ToWgs84): LngLat | undefined {
  const [lng, lat] = [reader.number("lon", "degrees"), reader.number("lat", "degrees")];
  if (lng === undefined || lat === undefined) {
    const [hasLng, hasLat] = [reader.row.values.has("lon"), reader.row.values.has("lat")];
    // Where the other was there but could not be read, that has been said already.
    if (hasLng !== hasLat) reader.note("place.half", "warning", {}, hasLng ? "lat" : "lon");
    return undefined;
  }
  const wrong = wrongPlace([lng, lat]);
  if (wrong !== undefined) {
    reader.note(wrong, "warning", { lon: String(lng), lat: String(lat) }, "lon");
    return undefined;
  }
  return toWgs84([lng, lat]);
}

/**
 * Why a pair is taken for no place: the two are exchanged (they lie in China the other way round only), they are no
 * degrees at all, or they are 0, 0, which stands for nothing known.
 */
export function wrongPlace([lng, lat]: Pair):
  | "place.swapped"
  | "place.no-degrees"
  | "place.zero"
  | undefined {
  if (!inChina({ lng, lat }) && inChina({ lng: lat, lat: lng })) return "place.swapped";
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return "place.no-degrees";
  return lng === 0 && lat === 0 ? "place.zero" : undefined;
}
