import type { Degrees, Metres } from "../base/units.ts";
import { axisDistance, E2, EQUATOR_RADIUS, RADIANS, sinOf } from "../geo/earth.ts";
import { shorterTurn } from "../geo/local-plane.ts";

/** The point of a side that is nearest to a place: the foot of the place on it. */
export interface FootFinder {
  /** The place that feet are sought for from now on. */
  stand(lng: Degrees, lat: Degrees): void;
  /** Sets the foot on the side from `a` to `b`, straight in degrees, and returns the metres to it. */
  find(aLng: Degrees, aLat: Degrees, bLng: Degrees, bLat: Degrees): Metres;
  /** Degrees that hold every point within `radius`: half the width and half the height of a box around the place. */
  halfWidth(radius: Metres): Degrees;
  halfHeight(radius: Metres): Degrees;
  readonly lng: Degrees;
  readonly lat: Degrees;
  /** How far along the side the foot is, 0 to 1. */
  readonly share: number;
}

/**
 * Metres are taken on a plane whose scales are those halfway between the place and the foot: within a micrometre of the
 * geodesic at 250 m and within some millimetres at 5 km, but not beside a pole.
 */
export function footFinder(): FootFinder {
  let [lng0, lat0, perLng, perLat, perLngSlope, perLatSlope] = [0, 0, 1, 1, 0, 0];

  function stand(lng: Degrees, lat: Degrees): void {
    const sin = sinOf(lat);
    const flat = 1 - E2 * sin * sin;
    lng0 = lng;
    lat0 = lat;
    perLat = ((EQUATOR_RADIUS * (1 - E2)) / flat ** 1.5) * RADIANS;
    perLng = Math.max(axisDistance(lat) * RADIANS, 1e-6);
    perLngSlope = -perLat * sin * RADIANS;
    perLatSlope = ((3 * E2 * sin * Math.sqrt(1 - sin * sin)) / flat) * perLat * RADIANS;
  }

  function find(aLng: Degrees, aLat: Degrees, bLng: Degrees, bLat: Degrees): Metres {
    const east = shorterTurn(aLng - lng0);
    const north = aLat - lat0;
    const width = shorterTurn(bLng - aLng);
    const height = bLat - aLat;
    foot.share = shareOf(east * perLng, north * perLat, width * perLng, height * perLat);
    const half = (north + foot.share * height) / 2;
    const x = Math.max(perLng + half * perLngSlope, 1e-6);
    const y = perLat + half * perLatSlope;
    foot.share = shareOf(east * x, north * y, width * x, height * y);
    foot.lng = aLng + foot.share * width;
    foot.lat = aLat + foot.share * height;
    const away = (east + foot.share * width) * x;
    const up = (north + foot.share * height) * y;
    return Math.sqrt(away * away + up * up);
  }

  const foot = {
    stand,
    find,
    halfWidth: (radius: Metres) => {
      const farthest = perLng - Math.abs(perLngSlope) * (radius / perLat);
      return farthest > 1 ? (radius / farthest) * (1 + ROOM) : 360;
    },
    halfHeight: (radius: Metres) => (radius / perLat) * (1 + ROOM),
    lng: 0,
    lat: 0,
    share: 0,
  };
  return foot;
}

/** Where on the line from (x, y) by (width, height) 0, 0 is nearest. */
function shareOf(x: number, y: number, width: number, height: number): number {
  const length2 = width * width + height * height;
  if (length2 === 0) return 0;
  return Math.min(1, Math.max(0, -(x * width + y * height) / length2));
}

/** More than the scales change within what anybody walks to a street. */
const ROOM = 1e-2;
