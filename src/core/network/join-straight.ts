import type { Degrees, Metres } from "../base/units.ts";
import { CHORD_REACH, chordMetres } from "../geo/chord.ts";
import { EARTH_WIDTH, earthOf, toEarth } from "../geo/earth.ts";
import { geodesicBetween } from "../geo/geodesic.ts";

/**
 * How far along the side from `a` by `width` and `height` the point nearest to the place is, 0 to 1, given about where:
 * the lowest point of the parabola through the squares of three distances, to a hundredth of a millimetre.
 */
export function settledShare(
  lng: Degrees,
  lat: Degrees,
  aLng: Degrees,
  aLat: Degrees,
  width: Degrees,
  height: Degrees,
  about: number,
): number {
  const length = straightMetres(aLng, aLat, aLng + width, aLat + height);
  if (length === 0) return about;
  const step = STEP / length;
  const square = (share: number) =>
    straightMetres(lng, lat, aLng + share * width, aLat + share * height) ** 2;
  const before = square(about - step);
  const after = square(about + step);
  const bend = before - 2 * square(about) + after;
  return Math.min(1, Math.max(0, about + ((step / 2) * (before - after)) / bend));
}

const STEP: Metres = 10;

/** Geodesic metres, within a micrometre. */
export function straightMetres(lngA: Degrees, latA: Degrees, lngB: Degrees, latB: Degrees): Metres {
  toEarth(lngA, latA, ends, 0);
  toEarth(lngB, latB, ends, 1);
  const dx = (ends[EARTH_WIDTH] as number) - (ends[0] as number);
  const dy = (ends[EARTH_WIDTH + 1] as number) - (ends[1] as number);
  const dz = (ends[EARTH_WIDTH + 2] as number) - (ends[2] as number);
  const chord2 = dx * dx + dy * dy + dz * dz;
  if (chord2 > CHORD_REACH * CHORD_REACH) return geodesicBetween(lngA, latA, lngB, latB);
  return chordMetres(chord2, dz, (ends[3] as number) + (ends[EARTH_WIDTH + 3] as number));
}

const ends = earthOf(2);
