import { shifted } from "../../core/geo/datum-shift.ts";
import type { Datum, LngLat } from "../../core/geo/lng-lat.ts";
import type { ToDegrees } from "../crs/coordinate-system.ts";
import type { Pair } from "./read-place.ts";

/** How the pairs of a file become places of ours. */
export interface Placing {
  /** A pair of the file's system as degrees of its datum. */
  readonly degrees: ToDegrees;
  /** Degrees of the file's datum as a place. */
  readonly toWgs84: (degrees: Pair) => LngLat;
}

/** Shifted places have nine decimals, a tenth of a millimetre; places that need no shift stay as they are written. */
export function placingFrom(datum: Datum, degrees: ToDegrees = (pair) => pair): Placing {
  if (datum === "wgs84") return { degrees, toWgs84: ([lng, lat]) => ({ lng, lat }) };
  return {
    degrees,
    toWgs84: ([lng, lat]) => {
      const at = shifted({ lng, lat }, datum, "wgs84");
      return { lng: Number(at.lng.toFixed(9)), lat: Number(at.lat.toFixed(9)) };
    },
  };
}
