import { shifted } from "../../core/geo/datum-shift.ts";
import type { Datum, LngLat } from "../../core/geo/lng-lat.ts";
import type { Pair } from "./read-place.ts";

/** A pair of the file's datum as a place of ours. */
export type ToWgs84 = (pair: Pair) => LngLat;

/** Shifted places have nine decimals, a tenth of a millimetre; places that need no shift stay as they are written. */
export function toWgs84From(datum: Datum): ToWgs84 {
  if (datum === "wgs84") return ([lng, lat]) => ({ lng, lat });
  return ([lng, lat]) => {
    const at = shifted({ lng, lat }, datum, "wgs84");
    return { lng: Number(at.lng.toFixed(9)), lat: Number(at.lat.toFixed(9)) };
  };
}
