import type { Degrees } from "../base/units.ts";
import type { LngLat, Polygon } from "./lng-lat.ts";

/**
 * A place where two sides of a polygon cross each other: then nobody can say what is inside. `undefined` if there is
 * none. Sides that only touch, at a corner or along a line, do not cross. Sides are swept from west to east, so that
 * the cost is near linear for real outlines.
 */
export function crossingOf(polygon: Polygon): LngLat | undefined {
  const sides = polygon
    .flatMap((ring) => ring.map((a, i) => sideOf(a, ring[(i + 1) % ring.length] as LngLat)))
    .sort((a, b) => a.west - b.west);
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter(({ east }) => east >= side.west);
    for (const other of open) {
      if (other.north < side.south || other.south > side.north) continue;
      const at = meeting(side, other);
      if (at !== undefined) return at;
    }
    open.push(side);
  }
  return undefined;
}

interface Side {
  readonly a: LngLat;
  readonly b: LngLat;
  readonly west: Degrees;
  readonly east: Degrees;
  readonly south: Degrees;
  readonly north: Degrees;
}

function sideOf(a: LngLat, b: LngLat): Side {
  return {
    a,
    b,
    west: Math.min(a.lng, b.lng),
    east: Math.max(a.lng, b.lng),
    south: Math.min(a.lat, b.lat),
    north: Math.max(a.lat, b.lat),
  };
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

/** On which side of the line from `a` to `b` the point lies: 1 left, −1 right, 0 on it within a hair. */
function turn(a: LngLat, b: LngLat, at: LngLat): number {
  const area = (b.lng - a.lng) * (at.lat - a.lat) - (at.lng - a.lng) * (b.lat - a.lat);
  return Math.abs(area) <= HAIR ? 0 : area;
}

/** Square degrees, about 0.1 cm² of ground: less than coordinates of nine decimals can say. */
const HAIR = 1e-15;
