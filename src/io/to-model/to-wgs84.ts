import { shifted } from "../../core/geo/datum-shift.ts";
import type { Datum, LngLat } from "../../core/geo/lng-lat.ts";
import type { Pair } from "./read-place.ts";

/** A pair of the file's datum as a place of ours. */
export type ToWgs84 = (pair: Pair) => LngLat;

export function toWgs84From(datum: Datum): ToWgs84 {
  return ([lng, lat]) => shifted({ lng, lat }, datum, "wgs84");
}
