import { shifted } from "../../../core/geo/datum-shift.ts";
import type { LngLat, Polygon, Ring } from "../../../core/geo/lng-lat.ts";
import type { ExportDatum, ExportPlace } from "./export-table.ts";

/** A point in the datum asked for: as it is, or shifted and with nine decimals, a tenth of a millimetre. */
export function pointIn(datum: ExportDatum, at: LngLat): LngLat<ExportDatum> {
  if (datum === "wgs84") return at;
  const { lng, lat } = shifted(at, "wgs84", datum);
  return { lng: Number(lng.toFixed(9)), lat: Number(lat.toFixed(9)) };
}

/** An outline or a point in the datum asked for; the outline where there are both. */
export function placeIn(
  datum: ExportDatum,
  { shape, at }: { readonly shape?: readonly Polygon[]; readonly at?: LngLat },
): ExportPlace | undefined {
  if (shape === undefined) return at && { kind: "point", at: pointIn(datum, at) };
  if (datum === "wgs84") return { kind: "area", shape };
  const ringIn = (ring: Ring) => ring.map((point) => pointIn(datum, point)) as Ring;
  return {
    kind: "area",
    shape: shape.map(([outer, ...holes]): Polygon => [ringIn(outer), ...holes.map(ringIn)]),
  };
}
