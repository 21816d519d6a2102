import KDBush from "kdbush";
import type { Places } from "../../src/core/spatial/places.ts";

const METRES_PER_DEGREE = 111_195;

export function indexOf({ lng, lat }: Places): KDBush {
  const index = new KDBush(lng.length);
  for (let row = 0; row < lng.length; row++) index.add(lng[row] as number, lat[row] as number);
  return index.finish();
}

/** One range query of kdbush and a haversine for each candidate: the usual way. Returns the number within. */
export function countWithin(index: KDBush, places: Places, x: number, y: number, metres: number): number {
  let within = 0;
  for (const row of candidates(index, x, y, metres)) {
    if (haversine(x, y, places.lng[row] as number, places.lat[row] as number) <= metres) within++;
  }
  return within;
}

/** The same, with the rows and their metres, ordered by row. */
export function pairsWithin(index: KDBush, places: Places, x: number, y: number, metres: number) {
  const pairs: { row: number; metres: number }[] = [];
  for (const row of candidates(index, x, y, metres)) {
    const apart = haversine(x, y, places.lng[row] as number, places.lat[row] as number);
    if (apart <= metres) pairs.push({ row, metres: apart });
  }
  return pairs.sort((a, b) => a.row - b.row);
}

function candidates(index: KDBush, x: number, y: number, metres: number): number[] {
  const dLat = (metres * 1.01) / METRES_PER_DEGREE;
  const dLng = dLat / Math.cos((y * Math.PI) / 180);
  return index.range(x - dLng, y - dLat, x + dLng, y + dLat);
}

export function haversine(lngA: number, latA: number, lngB: number, latB: number): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((latB - latA) * rad) / 2);
  const sinLng = Math.sin(((lngB - lngA) * rad) / 2);
  const a = sinLat * sinLat + Math.cos(latA * rad) * Math.cos(latB * rad) * sinLng * sinLng;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}
