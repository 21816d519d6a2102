import { type Issue, issue } from "../../base/issue.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Metres, SquareMetres } from "../../base/units.ts";
import { geodesicMetres } from "../../geo/geodesic.ts";
import type { LngLat, Polygon, Ring } from "../../geo/lng-lat.ts";
import { areaOf, liesInside, pointInside, turned } from "../../geo/ring.ts";
import { crossingOf } from "../../geo/ring-crossing.ts";

/** From one end of a zone to the other at most: more is a slip of the hand, or no zone. */
export const MOST_SPAN: Metres = 20_000;

/** A smaller outline is a line or a point. */
const LEAST_AREA: SquareMetres = 1;

/**
 * An outline that somebody drew or typed, as it stands in a row: corners that repeat the one before them left out, outer
 * rings counter-clockwise, holes clockwise. Refused where nobody could say what is inside: with the first reason alone,
 * in the order of `FAULTS`. `at.id` of the reason is the zone's, if it has one yet.
 */
export function soundOutline(shape: readonly Polygon[], id?: string): Outcome<readonly Polygon[]> {
  const polygons = shape.map(withoutRepeats);
  for (const faultIn of FAULTS) {
    const fault = faultIn(polygons);
    if (fault) return refused(id === undefined ? fault : { ...fault, at: { id } });
  }
  return done(
    polygons.map(([outer, ...holes]) => [
      turned(outer, "counter-clockwise"),
      ...holes.map((hole) => turned(hole, "clockwise")),
    ]),
  );
}

const FAULTS: readonly ((polygons: readonly Polygon[]) => Issue | undefined)[] = [
  noPlace,
  tooFew,
  tooWide,
  crossed,
  noArea,
  holeOutside,
];

function noPlace(polygons: readonly Polygon[]): Issue | undefined {
  const wrong = polygons.flat(2).find(({ lng, lat }) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90));
  return wrong && issue("edit.no-place", "error", { lng: String(wrong.lng), lat: String(wrong.lat) });
}

function tooFew(polygons: readonly Polygon[]): Issue | undefined {
  if (polygons.length === 0) return issue("edit.outline-too-few", "error", { corners: 0 });
  const few = polygons.flat().find((ring) => ring.length < 3);
  return few && issue("edit.outline-too-few", "error", { corners: few.length });
}

function tooWide(polygons: readonly Polygon[]): Issue | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lng, lat } of polygons.flat(2)) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const span = geodesicMetres({ lng: west, lat: south }, { lng: east, lat: north });
  if (span <= MOST_SPAN) return undefined;
  const facts = { km: Math.round(span / 1000), most: MOST_SPAN / 1000 };
  return issue("edit.outline-too-wide", "error", facts);
}

/** Sides of all polygons against each other. */
function crossed(polygons: readonly Polygon[]): Issue | undefined {
  const [first, ...others] = polygons.flat();
  const at = first && crossingOf([first, ...others]);
  return at && issue("edit.outline-crosses", "error", { lon: at.lng.toFixed(6), lat: at.lat.toFixed(6) });
}

function noArea(polygons: readonly Polygon[]): Issue | undefined {
  const isNothing = polygons.some((polygon) => areaOf([polygon]) < LEAST_AREA);
  return isNothing ? issue("edit.outline-no-area", "error", {}) : undefined;
}

/** Of rings that do not cross: whether one lies in the other. */
function holeOutside(polygons: readonly Polygon[]): Issue | undefined {
  const isOutside = polygons.some(([outer, ...holes]) =>
    holes.some((hole) => {
      const inner = pointInside([[hole]]);
      return inner !== undefined && !liesInside(inner, [[outer]]);
    }),
  );
  return isOutside ? issue("edit.outline-hole-outside", "error", {}) : undefined;
}

function withoutRepeats([outer, ...holes]: Polygon): Polygon {
  return [freed(outer), ...holes.map(freed)];
}

function freed(ring: Ring): Ring {
  const corners = ring.filter((corner, i) => i === 0 || !isSame(corner, ring[i - 1]));
  const isClosed = corners.length > 1 && isSame(corners[0] as LngLat, corners.at(-1));
  return (isClosed ? corners.slice(0, -1) : corners).map(({ lng, lat }) => ({ lng, lat }));
}

function isSame(a: LngLat, b: LngLat | undefined): boolean {
  return a.lng === b?.lng && a.lat === b.lat;
}
