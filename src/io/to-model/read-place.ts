import { inChina } from "../../core/geo/china.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { ToDegrees } from "../crs/coordinate-system.ts";
import type { Placing } from "./placing.ts";
import type { RowReader } from "./row-reader.ts";

/** Pairs of numbers as a file gives them, east first, before anybody knows whether they are a place. */
export type Pair = readonly [lng: number, lat: number];

/** The place of the columns of longitude and latitude. A pair that cannot be right is left out, with an issue. */
export function readPlace(reader: RowReader, placing: Placing): LngLat | undefined {
  const [lng, lat] = [reader.number("lon", "degrees"), reader.number("lat", "degrees")];
  if (lng === undefined || lat === undefined) {
    const [hasLng, hasLat] = [reader.row.values.has("lon"), reader.row.values.has("lat")];
    // Where the other was there but could not be read, that has been said already.
    if (hasLng !== hasLat) reader.note("place.half", "warning", {}, hasLng ? "lat" : "lon");
    const isTable = reader.row.geometry === undefined;
    if (!hasLng && !hasLat && isTable && reader.hasColumn("lon"))
      reader.note("place.empty", "note", {}, "lon");
    return undefined;
  }
  const found = degreesOf([lng, lat], placing.degrees);
  if (typeof found === "string") {
    reader.note(found, "warning", { lon: String(lng), lat: String(lat) }, "lon");
    return undefined;
  }
  return placing.toWgs84(found);
}

/** Why a pair is taken for no place. */
export type WrongPlace = "place.swapped" | "place.no-degrees" | "place.zero";

/**
 * The degrees that a pair of the file's system stands for, or why it is taken for no place: the two are exchanged (they
 * lie in China the other way round only), they are no degrees at all, or they are 0, 0, which stands for nothing known.
 */
export function degreesOf([x, y]: Pair, toDegrees: ToDegrees): Pair | WrongPlace {
  const [lng, lat] = toDegrees([x, y]);
  if (inChina({ lng, lat })) return [lng, lat];
  const [turnedLng, turnedLat] = toDegrees([y, x]);
  if (inChina({ lng: turnedLng, lat: turnedLat })) return "place.swapped";
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return "place.no-degrees";
  return x === 0 && y === 0 ? "place.zero" : [lng, lat];
}
