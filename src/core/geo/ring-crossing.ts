import type { Degrees, SquareMetres } from "../base/units.ts";
import type { LngLat, Polygon, Ring } from "./lng-lat.ts";
import { signedArea } from "./ring.ts";

/**
 * A place where two sides of a polygon cross each other: then nobody can say what is inside. `undefined` if there is
 * none. Sides that only touch, at a corner or along a line, do not cross. Sides are swept from west to east, so that
 * the cost is near linear for real outlines.
 */
export function crossingOf(polygon: Polygon): LngLat | undefined {
  return firstCrossing(polygon)?.at;
}

/**
 * The ring without the loops that rounding ties into an outline: each at most `share` of what is left. The area cut off
 * is told. `undefined` where a crossing parts the ring into pieces that both matter, as in a bow tie.
 */
export function withoutLoops(
  ring: Ring,
  share: number,
): { readonly ring: Ring; readonly cut: SquareMetres } | undefined {
  let [rest, cut] = [ring, 0];
  for (;;) {
    const crossing = firstCrossing([rest]);
    if (crossing === undefined) return { ring: rest, cut };
    const { at, side, other } = crossing;
    const [from, to] = side.corner < other.corner ? [side.corner, other.corner] : [other.corner, side.corner];
    const between = [at, ...rest.slice(from + 1, to + 1)];
    const around = [...rest.slice(0, from + 1), at, ...rest.slice(to + 1)];
    const areas = [Math.abs(signedArea(between)), Math.abs(signedArea(around))] as const;
    const small = Math.min(...areas);
    if (small > share * Math.max(...areas)) return undefined;
    [rest, cut] = [areas[0] < areas[1] ? around : between, cut + small];
  }
}

interface Crossing {
  readonly at: LngLat;
  readonly side: Side;
  readonly other: Side;
}

function firstCrossing(polygon: Polygon): Crossing | undefined {
  const sides = polygon.flatMap(sidesOf).sort((a, b) => a.west - b.west);
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter(({ east }) => east >= side.west);
    for (const other of open) {
      if (other.north < side.south || other.south > side.north) continue;
      const at = meeting(side, other);
      if (at !== undefined) return { at, side, other };
    }
    open.push(side);
  }
  return undefined;
}

interface Side {
  /** Number of its first corner in the ring. */
  readonly corner: number;
  readonly a: LngLat;
  readonly b: LngLat;
  readonly west: Degrees;
  readonly east: Degrees;
  readonly south: Degrees;
  readonly north: Degrees;
}

function sidesOf(ring: Ring): Side[] {
  return ring.map((a, corner) => {
    const b = ring[(corner + 1) % ring.length] as LngLat;
    return {
      ...{ corner, a, b },
      west: Math.min(a.lng, b.lng),
      east: Math.max(a.lng, b.lng),
      south: Math.min(a.lat, b.lat),
      north: Math.max(a.lat, b.lat),
    };
  });
}

/** Where the insides of two sides cross. */
function meeting({ a, b }: Side, { a: c, b: d }: Side): LngLat | undefined {
  const fromC = turn(c, d, a);
  const fromD = turn(c, d, b);
  if (fromC * fromD >= 0) return undefined;
  if (turn(a, b, c) * turn(a, b, d) >= 0) return undefined;
  const share = fromC / (fromC - fromD);
  return { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
}

/** Above 0 where the point lies left of the line from `a` to `b`, below 0 on its right, 0 on it within a hair. */
function turn(a: LngLat, b: LngLat, at: LngLat): number {
  const area = (b.lng - a.lng) * (at.lat - a.lat) - (at.lng - a.lng) * (b.lat - a.lat);
  return Math.abs(area) <= HAIR ? 0 : area;
}

/** Square degrees, about 0.1 cm² of ground: less than coordinates of nine decimals can say. */
const HAIR = 1e-15;
