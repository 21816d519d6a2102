import type { Degrees, Metres } from "../base/units.ts";
import { cosOf, EQUATOR_RADIUS, FLATTENING, RADIANS, SECOND_E2, sinOf } from "./earth.ts";
import type { LngLat } from "./lng-lat.ts";

/**
 * Length of the shortest line on the WGS84 ellipsoid, within 1e-7 m for any two points, antipodes included. The same
 * both ways, to the last bit. Costs some microseconds: the judge where the chord is too close to the limit.
 *
 * The bearing at the first point is sought at which a geodesic meets the second latitude in the right longitude
 * (Karney, "Algorithms for geodesics", 2013, sections 2 and 4); his integrals are taken by quadrature.
 */
export function geodesicMetres(a: LngLat, b: LngLat): Metres {
  return geodesicBetween(a.lng, a.lat, b.lng, b.lat);
}

export function geodesicBetween(lngA: Degrees, latA: Degrees, lngB: Degrees, latB: Degrees): Metres {
  const atPole = Math.abs(latA) === 90 || Math.abs(latB) === 90;
  const span = atPole ? 0 : longitudeSpan(lngA, lngB);
  if (latA === latB && span === 0) return 0;
  const problem = southernFirst(latA, latB, span);
  if (problem.sin1 === 0 && problem.sin2 === 0 && span * RADIANS <= (1 - FLATTENING) * Math.PI) {
    return EQUATOR_RADIUS * span * RADIANS;
  }
  return lengthOf(arcAt(bearingOf(problem), problem));
}

/** Reduced latitudes with −1 ≤ sin1 ≤ 0 and |sin2| ≤ −sin1, and the longitudes between them in radians, 0 to π. */
interface Problem {
  readonly sin1: number;
  readonly cos1: number;
  readonly sin2: number;
  readonly cos2: number;
  readonly span: number;
}

/** The piece of a great ellipse that starts with some bearing and ends at the second latitude. */
interface Arc {
  readonly from: number;
  readonly to: number;
  /** How much the ellipse under it differs from a circle. */
  readonly k2: number;
  readonly sinEquator: number;
  /** Longitude on the auxiliary sphere. */
  readonly turn: number;
}

/** 0 to 180 degrees, the shorter way around. */
function longitudeSpan(a: Degrees, b: Degrees): Degrees {
  const apart = Math.abs(a - b);
  return apart > 180 ? Math.abs(360 - apart) : apart;
}

function southernFirst(latA: Degrees, latB: Degrees, span: Degrees): Problem {
  const [far, near] =
    Math.abs(latA) > Math.abs(latB) || (Math.abs(latA) === Math.abs(latB) && latA <= latB)
      ? [latA, latB]
      : [latB, latA];
  const [sinFar, cosFar] = reduced(far);
  const [sinNear, cosNear] = reduced(near);
  const north = sinFar > 0;
  return {
    sin1: -Math.abs(sinFar),
    cos1: cosFar,
    sin2: north ? -sinNear : sinNear,
    cos2: cosNear,
    span: span * RADIANS,
  };
}

/** Sine and cosine of the reduced latitude: tan β = (1 − f) tan φ. */
function reduced(lat: Degrees): readonly [sin: number, cos: number] {
  const sin = (1 - FLATTENING) * sinOf(lat);
  const cos = cosOf(lat);
  const length = Math.sqrt(sin * sin + cos * cos);
  return [sin / length, cos / length];
}

/**
 * The bearing at the first point whose geodesic turns by the span; that turn grows from due north to due south. It is
 * counted from due east, −π/2 to π/2, since a line along the equator hangs on the last digits of a small angle.
 * Regula falsi with halved ends (Illinois), and every fourth round a bisection.
 */
function bearingOf(problem: Problem): number {
  let low = -Math.PI / 2;
  let high = Math.PI / 2;
  let atLow = -problem.span;
  let atHigh = Math.PI - problem.span;
  if (atLow === 0) return low;
  if (atHigh <= 0) return high;
  let kept = 0;
  let bearing = sphereBearing(problem);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    if (!(bearing > low && bearing < high)) bearing = low + (high - low) / 2;
    if (bearing === low || bearing === high) break;
    const miss = turnOf(arcAt(bearing, problem)) - problem.span;
    if (Math.abs(miss) <= 1e-16) return bearing;
    if (miss < 0) {
      low = bearing;
      atLow = miss;
      if (kept === -1) atHigh /= 2;
      kept = -1;
    } else {
      high = bearing;
      atHigh = miss;
      if (kept === 1) atLow /= 2;
      kept = 1;
    }
    bearing = round % 4 === 0 ? low + (high - low) / 2 : low - (atLow * (high - low)) / (atHigh - atLow);
  }
  return -atLow < atHigh ? low : high;
}

const MOST_ROUNDS = 300;

/** The bearing on a sphere. */
function sphereBearing({ sin1, cos1, sin2, cos2, span }: Problem): number {
  const half = Math.sin(span / 2);
  const north = cos1 * sin2 - sin1 * cos2 + 2 * sin1 * cos2 * half * half;
  return Math.atan2(-north, cos2 * Math.sin(span));
}

function arcAt(bearing: number, { sin1, cos1, sin2, cos2 }: Problem): Arc {
  const east = Math.abs(bearing) === Math.PI / 2 ? 0 : Math.cos(bearing);
  const north = -Math.sin(bearing) * cos1;
  const sinEquator = east * cos1;
  const cosEquator2 = 1 - sinEquator * sinEquator;
  const apart = cos1 < -sin1 ? (cos2 - cos1) * (cos1 + cos2) : (sin1 - sin2) * (sin1 + sin2);
  const northEnd = Math.sqrt(Math.max(0, north * north + apart));
  return {
    from: Math.atan2(sin1, north),
    to: Math.atan2(sin2, northEnd),
    k2: SECOND_E2 * cosEquator2,
    sinEquator,
    turn: Math.atan2(sinEquator * sin2, northEnd) - Math.atan2(sinEquator * sin1, north),
  };
}

/** Longitude between the ends of the arc on the ellipsoid. */
function turnOf({ from, to, k2, sinEquator, turn }: Arc): number {
  const lag = integral(
    from,
    to,
    (sin2) => (2 - FLATTENING) / (1 + (1 - FLATTENING) * Math.sqrt(1 + k2 * sin2)),
  );
  return turn - FLATTENING * sinEquator * lag;
}

function lengthOf({ from, to, k2 }: Arc): Metres {
  return EQUATOR_RADIUS * (1 - FLATTENING) * integral(from, to, (sin2) => Math.sqrt(1 + k2 * sin2));
}

/** ∫ of a smooth function of sin² σ from `from` to `to` (Gauss–Legendre, 16 points). */
function integral(from: number, to: number, of: (sin2: number) => number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (let i = 0; i < NODES.length; i++) {
    const step = half * (NODES[i] as number);
    const below = Math.sin(middle - step);
    const above = Math.sin(middle + step);
    sum += (WEIGHTS[i] as number) * (of(below * below) + of(above * above));
  }
  return half * sum;
}

const NODES = [
  0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339,
  0.0951585116824928, 0.0622535239386479, 0.0271524594117541,
];
