import type { LngLat } from "../geo/lng-lat.ts";
import { noise, type Point, point, rotate, turned } from "./plane.ts";
import type { DemoLand } from "./spec.ts";

/** From the straight-lined plan to the bent ground: rivers meander, streets curve, squares round off. One to one. */
export interface Ground {
  /** Metres east and north of the centre. */
  readonly place: (p: Point) => Point;
  /** Seven decimals: about 1 cm. */
  readonly lngLat: (p: Point) => LngLat;
}

export function groundOf(land: DemoLand, centre: LngLat, seed: number): Ground {
  const heading = turned(land.turn);
  const per = metresPerDegree(centre.lat);
  function place(p: Point): Point {
    const square = (4 * p.x * p.x * p.y * p.y) / ((p.x * p.x + p.y * p.y) ** 2 + 1);
    const near = 1 / (1 + ((p.y - land.river.y) / 3200) ** 2);
    const old = 1 / (1 + (p.x * p.x + p.y * p.y) / 1_100_000) ** 2;
    const meander =
      noise(seed, point(p.x, 0), 3300) * land.river.meander +
      noise(seed + 1, point(p.x, 0), 1500) * land.river.meander * 0.22;
    const bent = {
      x:
        p.x * (1 - 0.1 * square) +
        250 * noise(seed + 2, p, 3100) +
        46 * noise(seed + 3, p, 1300) +
        34 * old * noise(seed + 6, p, 420),
      y:
        p.y * (1 - 0.1 * square) +
        meander * near +
        250 * noise(seed + 4, p, 3100) +
        46 * noise(seed + 5, p, 1300) +
        34 * old * noise(seed + 7, p, 420),
    };
    return rotate(bent, heading);
  }
  return {
    place,
    lngLat(p) {
      const at = place(p);
      return {
        lng: degrees(centre.lng + at.x / per.lng),
        lat: degrees(centre.lat + at.y / per.lat),
      };
    },
  };
}

/** Near 34° north; elsewhere right within 1 %. */
export function metresPerDegree(lat: number): { readonly lng: number; readonly lat: number } {
  return { lng: 111_320 * turned(lat / 360).x, lat: 110_920 };
}

function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
