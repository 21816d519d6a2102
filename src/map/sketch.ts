import type { Degrees } from "../core/base/units.ts";
import type { LngLat, Polygon, Ring } from "../core/geo/lng-lat.ts";

/** An outline on its way: one ring that is still open, with any number of corners, or polygons as in a row. */
export interface Sketch {
  readonly shape: readonly Polygon[];
  readonly isClosed: boolean;
  /** The corner that is to be moved or taken out. */
  readonly chosen?: CornerPlace;
}

/** A corner of a sketch by its numbers; of a side, the corner that it begins at. */
export interface CornerPlace {
  readonly polygon: number;
  readonly ring: number;
  readonly corner: number;
}

/** What is begun with: an outline that is there, or nothing. */
export function sketchOf(shape: readonly Polygon[] | undefined): Sketch {
  return shape === undefined || shape.length === 0
    ? { shape: [[[]]], isClosed: false }
    : { shape, isClosed: true };
}

/** With another corner at the end of the open ring. */
export function withCorner(sketch: Sketch, at: LngLat): Sketch {
  const ring = sketch.shape[0]?.[0] ?? [];
  return { shape: [[[...ring, rounded(at)]]], isClosed: false };
}

/** With another corner on a side, which is the chosen one then. */
export function withCornerOn(sketch: Sketch, side: CornerPlace, at: LngLat): Sketch {
  const corner = side.corner + 1;
  const changed = withRing(sketch, side, (ring) => ring.toSpliced(corner, 0, rounded(at)));
  return { ...changed, chosen: { ...side, corner } };
}

export function withCornerMoved(sketch: Sketch, place: CornerPlace, to: LngLat): Sketch {
  const changed = withRing(sketch, place, (ring) => ring.with(place.corner, rounded(to)));
  return sketch.isClosed ? { ...changed, chosen: place } : changed;
}

/**
 * Without a corner. Of a ring of three the whole ring goes: a hole, or one part of several. The same sketch where nothing
 * would be left.
 */
export function withoutCorner(sketch: Sketch, { polygon, ring, corner }: CornerPlace): Sketch {
  const { shape, isClosed } = sketch;
  const corners = shape[polygon]?.[ring] ?? [];
  if (!isClosed || corners.length > 3) {
    return withRing(sketch, { polygon, ring, corner }, (all) => all.toSpliced(corner, 1));
  }
  if (ring > 0) {
    const kept = (shape[polygon] as Polygon).toSpliced(ring, 1) as unknown as Polygon;
    return { shape: shape.with(polygon, kept), isClosed };
  }
  return shape.length > 1 ? { shape: shape.toSpliced(polygon, 1), isClosed } : sketch;
}

/** All of it elsewhere, with no corner rounded, so that it stays the outline that it is. */
export function movedBy(sketch: Sketch, east: Degrees, north: Degrees): Sketch {
  const moved = ({ lng, lat }: LngLat): LngLat => ({
    lng: Number((lng + degrees(east)).toFixed(9)),
    lat: Number((lat + degrees(north)).toFixed(9)),
  });
  const shape = sketch.shape.map(
    (polygon): Polygon => polygon.map((ring) => ring.map(moved)) as unknown as Polygon,
  );
  return { shape, isClosed: sketch.isClosed };
}

/** Every corner with its numbers. */
export function* cornersOf({ shape }: Sketch): Generator<readonly [place: CornerPlace, at: LngLat]> {
  for (const [polygon, rings] of shape.entries())
    for (const [ring, corners] of rings.entries())
      for (const [corner, at] of corners.entries()) yield [{ polygon, ring, corner }, at];
}

/** The middle of every side of what is closed, where another corner can be set. */
export function* middlesOf(sketch: Sketch): Generator<readonly [side: CornerPlace, at: LngLat]> {
  if (!sketch.isClosed) return;
  for (const [place, { lng, lat }] of cornersOf(sketch)) {
    const ring = sketch.shape[place.polygon]?.[place.ring] as Ring;
    const next = ring[(place.corner + 1) % ring.length] as LngLat;
    yield [place, { lng: (lng + next.lng) / 2, lat: (lat + next.lat) / 2 }];
  }
}

function withRing(sketch: Sketch, at: CornerPlace, change: (ring: LngLat[]) => Ring): Sketch {
  const polygon = sketch.shape[at.polygon] as Polygon;
  const ring = change([...(polygon[at.ring] as Ring)]);
  return {
    shape: sketch.shape.with(at.polygon, polygon.with(at.ring, ring) as unknown as Polygon),
    isClosed: sketch.isClosed,
  };
}

/** A hand sets a corner no finer than some centimetres. */
function rounded({ lng, lat }: LngLat): LngLat {
  return { lng: degrees(lng), lat: degrees(lat) };
}

function degrees(value: Degrees): Degrees {
  return Number(value.toFixed(6));
}
