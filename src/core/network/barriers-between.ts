import type { Metres, Share } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import { liesInside } from "../geo/ring.ts";
import { BARRIER_KINDS, type BarrierKind, type Barriers } from "./barriers.ts";
import { sideMeeting } from "./side-meeting.ts";

/** What the straight way between two places comes upon. */
export interface BarrierBetween {
  readonly kind: BarrierKind;
  readonly name?: string;
  /** Row of the feature. */
  readonly feature: number;
  /** Where it begins and ends, as shares of the way from the first place; equal for a line that is met once. */
  readonly from: Share;
  readonly to: Share;
  /** Metres of the way that lie in it; 0 for a line. */
  readonly across: Metres;
  /** Where the way comes upon it first. */
  readonly at: LngLat;
}

/**
 * What bars the straight way from `a` to `b`, a few kilometres at most, the most decisive first: in the order of
 * `BARRIER_KINDS`, then the widest, then by feature. The same barriers from `b` to `a`. Water that holds both places parts
 * them by nothing. None: the drawing shows no reason, the streets lead around.
 */
export function barriersBetween(barriers: Barriers, a: LngLat, b: LngLat): readonly BarrierBetween[] {
  const met = meetingsOf(barriers, a, b);
  if (met.size === 0) return [];
  const length = geodesicMetres(a, b);
  const between: BarrierBetween[] = [];
  for (const [feature, shares] of met) {
    const { kind, name, area } = barriers.features[feature] as Barriers["features"][number];
    const inside = area ? insideOf(area, a, b, shares) : { from: shares[0], to: shares.at(-1), share: 0 };
    if (inside?.from === undefined || inside.to === undefined) continue;
    const { from, to, share } = inside;
    between.push({
      kind,
      ...(name !== undefined && { name }),
      ...{ feature, from, to, across: share * length, at: pointAt(a, b, from) },
    });
  }
  return between.sort(
    (one, other) =>
      BARRIER_KINDS.indexOf(one.kind) - BARRIER_KINDS.indexOf(other.kind) ||
      widthOf(other) - widthOf(one) ||
      one.feature - other.feature,
  );
}

/** The most decisive of them; `undefined` where none is drawn: a detour. */
export function barrierBetween(barriers: Barriers, a: LngLat, b: LngLat): BarrierBetween | undefined {
  return barriersBetween(barriers, a, b)[0];
}

/** By feature that the way meets: where, ascending. */
function meetingsOf({ boxes, sides, featureOf }: Barriers, a: LngLat, b: LngLat) {
  const met = new Map<number, number[]>();
  const [west, south] = [Math.min(a.lng, b.lng), Math.min(a.lat, b.lat)];
  boxes?.search(west, south, Math.max(a.lng, b.lng), Math.max(a.lat, b.lat), (side) => {
    const share = sideMeeting(a, b, endOf(sides, 2 * side), endOf(sides, 2 * side + 1));
    if (share === undefined) return false;
    const feature = featureOf[side] as number;
    const shares = met.get(feature);
    if (shares) shares.push(share);
    else met.set(feature, [share]);
    return false;
  });
  for (const shares of met.values()) shares.sort((one, other) => one - other);
  return met;
}

function endOf(sides: Float64Array, end: number): LngLat {
  return { lng: sides[2 * end] as number, lat: sides[2 * end + 1] as number };
}

/** The parts of the way between meetings whose middles lie in the area; `undefined` if it only touches it. */
function insideOf(area: Polygon, a: LngLat, b: LngLat, shares: readonly Share[]) {
  let inside: { from: Share; to: Share; share: Share } | undefined;
  const stops = [0, ...shares, 1];
  stops.forEach((to, i) => {
    const from = stops[i - 1];
    if (from === undefined || to - from < HAIR || !liesInside(pointAt(a, b, (from + to) / 2), [area])) return;
    inside = { from: inside?.from ?? from, to, share: (inside?.share ?? 0) + (to - from) };
  });
  return inside;
}

/** Less of a way of some kilometres than a coordinate can say. */
const HAIR: Share = 1e-9;

/** To the millimetre, so that rounding does not decide. */
function widthOf({ across }: BarrierBetween): number {
  return Math.round(across * 1000);
}

function pointAt(a: LngLat, b: LngLat, share: Share): LngLat {
  return { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
}
