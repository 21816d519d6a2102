import type { SquareMetres } from "../base/units.ts";
import type { LngLat, Polygon, Ring } from "./lng-lat.ts";
import { localPlane, type PlanePoint, shorterTurn } from "./local-plane.ts";

/** Ground area of polygons without their holes. For estimates and for drawing; right within 0.2 ‰ up to some kilometres. */
export function areaOf(polygons: readonly Polygon[]): SquareMetres {
  return polygons.reduce((sum, [outer, ...holes]) => {
    const hollow = holes.reduce((part, hole) => part + Math.abs(signedArea(hole)), 0);
    return sum + Math.max(0, Math.abs(signedArea(outer)) - hollow);
  }, 0);
}

/** Above 0 where the ring runs counter-clockwise. */
export function signedArea(ring: Ring): SquareMetres {
  const [first] = ring;
  if (first === undefined) return 0;
  const plane = localPlane(first);
  const points = ring.map((at) => plane.toPlane(at));
  let twice = 0;
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] as PlanePoint;
    twice += a.x * b.y - b.x * a.y;
  });
  return twice / 2;
}

/** The ring in the order asked for, its first point kept. */
export function turned(ring: Ring, way: "counter-clockwise" | "clockwise"): Ring {
  const [first, ...others] = ring;
  const runs = signedArea(ring) >= 0 ? "counter-clockwise" : "clockwise";
  return first === undefined || runs === way ? ring : [first, ...others.reverse()];
}

/** Whether the point lies in the area, holes apart (even–odd). A point on a border may be counted either way. */
export function liesInside({ lng, lat }: LngLat, polygons: readonly Polygon[]): boolean {
  let odd = false;
  for (const ring of polygons.flat()) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as LngLat;
      if (a.lat > lat === b.lat > lat) return;
      const east = shorterTurn(a.lng - lng);
      const slope = shorterTurn(b.lng - a.lng) / (b.lat - a.lat);
      if (east + slope * (lat - a.lat) > 0) odd = !odd;
    });
  }
  return odd;
}

/** Degrees, about a centimetre: what is larger by less than this is held for as large, since writing rounds. */
const HAIR = 1e-7;

/**
 * A point inside the largest polygon: the middle of the widest stretch at half its height. Of polygons and stretches that
 * differ by a hair only, the first or westernmost is taken, so that rounding does not move the point elsewhere. The same
 * whatever corner the ring starts at. `undefined` for an area of nothing.
 */
export function pointInside(polygons: readonly Polygon[]): LngLat | undefined {
  let [largest, most]: [Polygon | undefined, number] = [undefined, 0];
  for (const polygon of polygons) {
    const area = areaOf([polygon]);
    if (area > most * (1 + HAIR)) [largest, most] = [polygon, area];
  }
  const first = largest?.[0][0];
  if (largest === undefined || first === undefined) return undefined;
  const lats = [...new Set(largest.flat().map((at) => at.lat))].sort((a, b) => a - b);
  const low = lats[0] as number;
  const height = (lats.at(-1) as number) - low;
  const half = low + height / 2 + Math.min(HAIR, height / 4);
  // Halfway between two heights of corners, so that the level meets sides and never a corner.
  const above = lats.find((lat) => lat > half) as number;
  const below = lats.findLast((lat) => lat <= half) as number;
  const lat = (above + below) / 2;
  const stretch = widest(crossingsAt(largest, lat, first.lng));
  return stretch && { lng: shorterTurn(first.lng + (stretch[0] + stretch[1]) / 2), lat };
}

/** Where the level meets the sides, in degrees east of `from`, ascending. */
function crossingsAt(polygon: Polygon, lat: number, from: number): readonly number[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as LngLat;
      if (a.lat > lat === b.lat > lat) return;
      const [low, high] = a.lat < b.lat ? [a, b] : [b, a];
      const east = shorterTurn(low.lng - from);
      crossings.push(east + (shorterTurn(high.lng - low.lng) * (lat - low.lat)) / (high.lat - low.lat));
    });
  }
  return crossings.sort((a, b) => a - b);
}

function widest(crossings: readonly number[]): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch = [crossings[i] as number, crossings[i + 1] as number] as const;
    const more = found && stretch[1] - stretch[0] - (found[1] - found[0]);
    if (more === undefined || more > HAIR) found = stretch;
  }
  return found;
}
