import Flatbush from "flatbush";
import type { Metres } from "../base/units.ts";
import type { LngLat, Polygon, Ring } from "../geo/lng-lat.ts";
import { localPlane } from "../geo/local-plane.ts";
import type { AdminUnit } from "../model/admin-unit.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import { turnOf } from "./side-meeting.ts";

/** What a project is about: beyond it there are places that nobody brought. */
export interface Extent {
  readonly basis: "units" | "hull";
  readonly area: readonly Polygon[];
  readonly contains: (at: LngLat) => boolean;
  /** Its border: four numbers a side, longitude and latitude of its ends; and their boxes in degrees. */
  readonly sides: Float64Array;
  readonly boxes: Flatbush;
}

/**
 * The outlines of the administrative units, of which the largest count and borders between two units do not; of a project
 * without outlines the convex hull of its places, those of zones and of facilities. Streets do not widen it: they are
 * drawn far beyond the area that anybody listed facilities of. `undefined` without outlines and places.
 */
export function extentOf(units: readonly AdminUnit[], places: readonly Places[]): Extent | undefined {
  const area = largestOutlines(units);
  if (area.length > 0) return withBoxes("units", area, outerSides(area));
  const hull = convexHull(places.flatMap(pointsOf));
  return hull.length === 0 ? undefined : withBoxes("hull", [[hull]], sidesOf(hull));
}

function withBoxes(basis: Extent["basis"], area: readonly Polygon[], lines: readonly Side[]): Extent {
  const sides = Float64Array.from(lines.flatMap(([a, b]) => [a.lng, a.lat, b.lng, b.lat]));
  return { basis, area, contains: insideOf(area), sides, boxes: boxesOf(lines) };
}

/** Of the units with an outline those that lie in no other that has one. */
function largestOutlines(units: readonly AdminUnit[]): readonly Polygon[] {
  const drawn = new Map(units.flatMap((unit) => (unit.shape?.length ? [[unit.id, unit] as const] : [])));
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  return [...drawn.values()].flatMap(({ id, shape = [] }) => {
    const above = new Set([id]);
    for (let at = parents.get(id); at !== undefined && !above.has(at); at = parents.get(at)) {
      if (drawn.has(at)) return [];
      above.add(at);
    }
    return shape;
  });
}

type Side = readonly [LngLat, LngLat];

function sidesOf(ring: Ring): readonly Side[] {
  return ring.map((a, i) => [a, ring[(i + 1) % ring.length] as LngLat]);
}

/** The parts of all sides that have some of the area on one hand at most. */
function outerSides(area: readonly Polygon[]): readonly Side[] {
  const isInside = insideOf(area);
  return area.flat().flatMap((ring) =>
    sidesOf(ring)
      .flatMap(piecesOf)
      .filter(([a, b]) => {
        const plane = localPlane({ lng: (a.lng + b.lng) / 2, lat: (a.lat + b.lat) / 2 });
        const { x, y } = plane.toPlane(b);
        const length = Math.hypot(x, y);
        if (length === 0) return false;
        const aside = (by: Metres) => plane.toEarth({ x: (-y / length) * by, y: (x / length) * by });
        return !(isInside(aside(ASIDE)) && isInside(aside(-ASIDE)));
      }),
  );
}

/** Outlines of neighbours that were drawn apart leave gaps and laps of less than this between them. */
export const ASIDE: Metres = 25;
/** A side may be a border here and an edge there; more of it than this is looked at in parts. */
const PIECE: Metres = 200;

function piecesOf([a, b]: Side): readonly Side[] {
  const { x, y } = localPlane(a).toPlane(b);
  const count = Math.max(1, Math.ceil(Math.hypot(x, y) / PIECE));
  const at = (i: number): LngLat =>
    i === count
      ? b
      : { lng: a.lng + (i / count) * (b.lng - a.lng), lat: a.lat + (i / count) * (b.lat - a.lat) };
  return Array.from({ length: count }, (_, i) => [at(i), at(i + 1)]);
}

/** Whether a point lies in one of the polygons (even–odd in each). Cost: the sides that a ray to the east meets. */
function insideOf(area: readonly Polygon[]): (at: LngLat) => boolean {
  const sides = area.flatMap((polygon, row) =>
    polygon.flatMap((ring) => sidesOf(ring).map((side) => ({ side, row }))),
  );
  const boxes = boxesOf(sides.map(({ side }) => side));
  const odd = new Uint8Array(area.length);
  return ({ lng, lat }) => {
    odd.fill(0);
    boxes.search(lng, lat, Infinity, lat, (at) => {
      const { side, row } = sides[at] as (typeof sides)[number];
      const [a, b] = side;
      if (a.lat > lat === b.lat > lat) return false;
      const meets = a.lng + ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) > lng;
      if (meets) odd[row] = 1 - (odd[row] as number);
      return false;
    });
    return odd.includes(1);
  };
}

function boxesOf(sides: readonly Side[]): Flatbush {
  const boxes = new Flatbush(sides.length);
  for (const [a, b] of sides)
    boxes.add(Math.min(a.lng, b.lng), Math.min(a.lat, b.lat), Math.max(a.lng, b.lng), Math.max(a.lat, b.lat));
  boxes.finish();
  return boxes;
}

function pointsOf(places: Places): readonly LngLat[] {
  return Array.from(places.lng, (lng, row) => ({ lng, lat: places.lat[row] as number })).filter((_, row) =>
    hasPlace(places, row),
  );
}

/** Counter-clockwise, in degrees; of places on a line its two ends (Andrew's monotone chain). */
export function convexHull(points: readonly LngLat[]): Ring {
  const sorted = [...points]
    .sort((a, b) => a.lng - b.lng || a.lat - b.lat)
    .filter((at, i, all) => i === 0 || at.lng !== all[i - 1]?.lng || at.lat !== all[i - 1]?.lat);
  if (sorted.length < 3) return sorted;
  return [...chainOf(sorted), ...chainOf(sorted.toReversed())];
}

/** All but the last of the points on the right hand of those who walk from the first to the last. */
function chainOf(sorted: readonly LngLat[]): readonly LngLat[] {
  const chain: LngLat[] = [];
  for (const at of sorted) {
    while (chain.length > 1 && turnOf(chain.at(-2) as LngLat, chain.at(-1) as LngLat, at) <= 0) chain.pop();
    chain.push(at);
  }
  return chain.slice(0, -1);
}
