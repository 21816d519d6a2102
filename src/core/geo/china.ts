import type { LngLat } from "./lng-lat.ts";

/** Within the box around the country. For telling that something is wrong, never for deciding where a place is. */
export function inChina({ lng, lat }: LngLat): boolean {
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
}
