import type { Share } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";

/**
 * Where the line from `a` to `b` is cut by the side from `c` to `d`, as a share of the way from `a`; `undefined` where it
 * is not. Both are straight in degrees, on one side of the date line. A side that ends on the line cuts it; a line that
 * ends on the side, or runs along it, is not cut. Whether it is cut is exact.
 */
export function sideMeeting(a: LngLat, b: LngLat, c: LngLat, d: LngLat): Share | undefined {
  if (turnOf(c, d, a) * turnOf(c, d, b) >= 0) return undefined;
  if (turnOf(a, b, c) * turnOf(a, b, d) > 0) return undefined;
  const [width, height] = [d.lng - c.lng, d.lat - c.lat];
  const fromA = width * (a.lat - c.lat) - height * (a.lng - c.lng);
  const fromB = width * (b.lat - c.lat) - height * (b.lng - c.lng);
  return fromA === fromB ? 0.5 : Math.min(1, Math.max(0, fromA / (fromA - fromB)));
}

/** 1 where `at` lies left of the line from `a` to `b`, −1 on its right, 0 on it: exactly, of the numbers as they are. */
export function turnOf(a: LngLat, b: LngLat, at: LngLat): -1 | 0 | 1 {
  const left = (b.lng - a.lng) * (at.lat - a.lat);
  const right = (at.lng - a.lng) * (b.lat - a.lat);
  if (Math.abs(left - right) > ROUNDING * (Math.abs(left) + Math.abs(right))) return left > right ? 1 : -1;
  const [width, height] = [whole(b.lng) - whole(a.lng), whole(b.lat) - whole(a.lat)];
  const area = width * (whole(at.lat) - whole(a.lat)) - (whole(at.lng) - whole(a.lng)) * height;
  return area > 0n ? 1 : area < 0n ? -1 : 0;
}

/** More than four roundings can be wrong by (Shewchuk's bound for a turn of three points). */
const ROUNDING = 3.4e-16;

/** The number as it is, in units of 2⁻¹⁰⁰⁰. */
function whole(degrees: number): bigint {
  return BigInt(Math.round(degrees * 2 ** 1000));
}
