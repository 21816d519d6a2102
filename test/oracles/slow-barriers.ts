import { booleanPointInPolygon } from "@turf/turf";
import type { LngLat, Polygon } from "../../src/core/geo/lng-lat.ts";

/** Whether a line cuts the way from `a` to `b`: every side is tried, in whole numbers. */
export function slowlyCuts(line: readonly LngLat[], a: LngLat, b: LngLat): boolean {
  return line.slice(1).some((d, i) => {
    const c = line[i] ?? d;
    return side(c, d, a) * side(c, d, b) < 0 && side(a, b, c) * side(a, b, d) <= 0;
  });
}

/** The share of the way from `a` to `b` that lies in an area, by the middles of so many parts. */
export function slowlyInside(area: Polygon, a: LngLat, b: LngLat, parts: number): number {
  const rings = area.map((ring) => [...ring, ring[0] ?? a].map(({ lng, lat }) => [lng, lat]));
  const polygon = { type: "Polygon" as const, coordinates: rings };
  let inside = 0;
  for (let i = 0; i < parts; i++) {
    const share = (i + 0.5) / parts;
    const at = [a.lng + share * (b.lng - a.lng), a.lat + share * (b.lat - a.lat)];
    if (booleanPointInPolygon(at, polygon)) inside++;
  }
  return inside / parts;
}

/** In whole units of 2⁻⁵², which degrees above 1 are. */
function side(a: LngLat, b: LngLat, at: LngLat): number {
  const apart = (one: number, other: number) => BigInt(one * 2 ** 52) - BigInt(other * 2 ** 52);
  const left = apart(b.lng, a.lng) * apart(at.lat, a.lat);
  const right = apart(at.lng, a.lng) * apart(b.lat, a.lat);
  return left > right ? 1 : left < right ? -1 : 0;
}
