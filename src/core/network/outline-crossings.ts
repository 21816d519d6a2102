import type { Share } from "../base/units.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import { liesInside } from "../geo/ring.ts";
import { turnOf } from "./side-meeting.ts";

/** Where a side comes out of an area. */
export interface OutlineCrossing {
  /** How far along the side. */
  readonly share: Share;
  /** Which end of the side is outward of there. */
  readonly outward: "start" | "end";
  /** Whether the side stays outside up to that end. */
  readonly staysOut: boolean;
}

/**
 * Where the side from `a` to `b` comes out of the polygons, holes being outside; all are straight in degrees. The outline
 * itself is inside: a side that ends on it from without comes out there, one that runs along it does not, nor does one
 * that touches it on its way.
 */
export function outlineCrossings(
  a: LngLat,
  b: LngLat,
  polygons: readonly Polygon[],
): readonly OutlineCrossing[] {
  const { shares, along } = meetings(a, b, polygons);
  if (shares.size === 0) return [];
  const bounds = [...new Set([0, ...shares, 1])].sort((one, other) => one - other);
  const isOut = bounds.slice(1).map((to, i) => {
    const from = bounds[i] as number;
    if (along.some(([start, end]) => start <= from && to <= end)) return false;
    return !liesInside(pointAlong(a, b, (from + to) / 2), polygons);
  });
  const crossings: OutlineCrossing[] = [];
  bounds.forEach((share, i) => {
    if (!shares.has(share)) return;
    const [before, after] = [isOut[i - 1] ?? false, isOut[i] ?? false];
    if (before === after) return;
    crossings.push(
      after
        ? { share, outward: "end", staysOut: isOut.slice(i).every(Boolean) }
        : { share, outward: "start", staysOut: isOut.slice(0, i).every(Boolean) },
    );
  });
  return crossings;
}

export function pointAlong(a: LngLat, b: LngLat, share: Share): LngLat {
  if (share === 0) return a;
  if (share === 1) return b;
  return { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
}

/** Shares of the side at which it meets an edge, and from where to where it runs along one. */
function meetings(a: LngLat, b: LngLat, polygons: readonly Polygon[]) {
  const shares = new Set<Share>();
  const along: (readonly [Share, Share])[] = [];
  const [west, east] = a.lng < b.lng ? [a.lng, b.lng] : [b.lng, a.lng];
  const [south, north] = a.lat < b.lat ? [a.lat, b.lat] : [b.lat, a.lat];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      let c = ring.at(-1) as LngLat;
      for (const d of ring) {
        const isNear =
          Math.max(c.lng, d.lng) >= west &&
          Math.min(c.lng, d.lng) <= east &&
          Math.max(c.lat, d.lat) >= south &&
          Math.min(c.lat, d.lat) <= north;
        if (isNear) meet(c, d);
        c = d;
      }
    }
  }
  return { shares, along };

  function meet(c: LngLat, d: LngLat): void {
    const [ofA, ofB] = [turnOf(c, d, a), turnOf(c, d, b)];
    if (ofA * ofB > 0 || turnOf(a, b, c) * turnOf(a, b, d) > 0) return;
    if (ofA === 0 && ofB === 0) {
      const [start, end] = [shareOf(c), shareOf(d)].sort((one, other) => one - other) as [Share, Share];
      if (end < 0 || start > 1) return;
      along.push([Math.max(0, start), Math.min(1, end)]);
      shares.add(Math.max(0, start)).add(Math.min(1, end));
      return;
    }
    const [width, height] = [d.lng - c.lng, d.lat - c.lat];
    const fromA = width * (a.lat - c.lat) - height * (a.lng - c.lng);
    const fromB = width * (b.lat - c.lat) - height * (b.lng - c.lng);
    shares.add(ofA === 0 ? 0 : ofB === 0 ? 1 : fromA === fromB ? 0.5 : inRange(fromA / (fromA - fromB)));
  }

  /** Where on the line of the side a point of that line is. */
  function shareOf({ lng, lat }: LngLat): Share {
    const [width, height] = [b.lng - a.lng, b.lat - a.lat];
    if (width === 0 && height === 0) return 0;
    return Math.abs(width) > Math.abs(height) ? (lng - a.lng) / width : (lat - a.lat) / height;
  }
}

function inRange(share: Share): Share {
  return Math.min(1, Math.max(0, share));
}
