import type { LngLat } from "../../core/geo/lng-lat.ts";

/** The place that two texts say, where they say one plainly. What else they may be read as is told once they are saved. */
export function typedPlace(lon: string | undefined, lat: string | undefined): LngLat | undefined {
  const [x, y] = [degrees(lon, 180), degrees(lat, 90)];
  return x === undefined || y === undefined ? undefined : { lng: x, lat: y };
}

/** A place as it is typed. */
export function placeTexts({ lng, lat }: LngLat): { readonly lon: string; readonly lat: string } {
  return { lon: String(lng), lat: String(lat) };
}

function degrees(text: string | undefined, most: number): number | undefined {
  const plain = /^-?\d{1,3}(?:\.\d+)?$/.exec(text?.trim() ?? "");
  const value = plain ? Number(plain[0]) : Number.NaN;
  return Math.abs(value) <= most ? value : undefined;
}
