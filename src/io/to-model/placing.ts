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
  /** What the degrees are taken for. */
  readonly datum: Datum;
  /** Whether somebody said what they are; else they are taken for WGS84. */
  readonly isDeclared: boolean;
  /** The first of a pair lies north, and the second east. */
  readonly isSwapped: boolean;
}

/** What is said of a file's coordinates. */
export interface Stated {
  readonly datum?: Datum | undefined;
  /** Of a system that was declared. */
  readonly degrees?: ToDegrees | undefined;
  readonly isSwapped?: boolean | undefined;
}

/** Shifted places have nine decimals, a tenth of a millimetre; places that need no shift stay as they are written. */
export function placingFrom(stated: Stated): Placing {
  const { datum = "wgs84" } = stated;
  return {
    degrees: stated.degrees ?? ((pair) => pair),
    toWgs84: datum === "wgs84" ? asPlace : shiftedFrom(datum),
    datum,
    isDeclared: stated.datum !== undefined || stated.degrees !== undefined,
    isSwapped: stated.isSwapped ?? false,
  };
}

function asPlace([lng, lat]: Pair): LngLat {
  return { lng, lat };
}

function shiftedFrom(datum: Datum): Placing["toWgs84"] {
  return ([lng, lat]) => {
    const at = shifted({ lng, lat }, datum, "wgs84");
    return { lng: Number(at.lng.toFixed(9)), lat: Number(at.lat.toFixed(9)) };
  };
}
