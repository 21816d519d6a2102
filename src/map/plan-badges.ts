import { badgesApart } from "../core/geo/badges-apart.ts";
import type { LngLat } from "../core/geo/lng-lat.ts";
import type { PlanMark } from "./columns.ts";
import { degreesPerPixel, latitudeAt, mercator } from "./mercator.ts";
import type { MovedMark } from "./plan-layers.ts";

/** The number of a measure on the map: of which mark, where that stands, and where the number does. */
export interface PlanBadge {
  readonly row: number;
  readonly number: number;
  readonly place: LngLat;
  readonly at: LngLat;
  /** It stands away from its place, with a line to it. */
  readonly isLed: boolean;
}

/** Of a badge, in pixels, without its edge. */
export const BADGE_RADIUS = 9;
export const BADGE_EDGE = 1.5;

/** Numbers of the places where a plan does something, none over another at this zoom, those first in the list nearest to their places. */
export function planBadges(
  marks: readonly PlanMark[],
  zoom: number,
  moved?: MovedMark,
): readonly PlanBadge[] {
  const pixel = degreesPerPixel(zoom);
  const numbered = marks
    .flatMap(({ lng, lat, number }, row) => {
      if (number === undefined) return [];
      const [x, y] = moved?.row === row ? moved.to : [lng, lat];
      return [{ row, number, place: { lng: x, lat: y } }];
    })
    .sort((a, b) => a.number - b.number);
  const spots = badgesApart(
    numbered.map(({ place }) => ({ x: place.lng / pixel, y: -mercator(place.lat) / pixel })),
    SIZES,
  );
  return numbered.flatMap((each, at) => {
    const spot = spots[at];
    if (!spot) return [];
    const { x, y, isLed } = spot;
    return [{ ...each, at: { lng: x * pixel, lat: latitudeAt(-y * pixel) }, isLed }];
  });
}

/** Pixels. Beside other marks badges stand as beside their own. */
const SIZES = { radius: BADGE_RADIUS + BADGE_EDGE / 2, beside: 14, clear: 13.5 };

/** The mark whose number is drawn here, at this zoom. */
export function badgeAt(
  badges: readonly PlanBadge[],
  lng: number,
  lat: number,
  zoom: number,
): number | undefined {
  const pixel = degreesPerPixel(zoom);
  return badges.find(
    ({ at }) =>
      Math.hypot((at.lng - lng) / pixel, (mercator(at.lat) - mercator(lat)) / pixel) <= BADGE_RADIUS,
  )?.row;
}
