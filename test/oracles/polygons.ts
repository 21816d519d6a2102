import type { LngLat, Ring } from "../../src/core/geo/lng-lat.ts";

/** Slow and plain polygon questions on degrees, for tests. Touching is not crossing. */
export function ringsOverlap(a: Ring, b: Ring): boolean {
  if (!boxesMeet(a, b)) return false;
  return ringsCross(a, b) || within(a[0] as LngLat, b) || within(b[0] as LngLat, a);
}

/** Whether all of `inner` lies in `outer`, borders apart. */
export function ringInside(inner: Ring, outer: Ring): boolean {
  return inner.every((p) => within(p, outer)) && !ringsCross(inner, outer);
}

export function ringsCross(a: Ring, b: Ring): boolean {
  return a.some((p, i) => {
    const q = a[(i + 1) % a.length] as LngLat;
    return b.some((r, j) => segmentsMeet(p, q, r, b[(j + 1) % b.length] as LngLat));
  });
}

/** Whether no two sides of the ring meet, neighbours apart. */
export function isSimple(ring: Ring): boolean {
  return ring.every((p, i) => {
    const q = ring[(i + 1) % ring.length] as LngLat;
    return ring.every((r, j) => {
      const apart = Math.min((j - i + ring.length) % ring.length, (i - j + ring.length) % ring.length);
      return apart < 2 || !segmentsMeet(p, q, r, ring[(j + 1) % ring.length] as LngLat);
    });
  });
}

export function within(p: LngLat, ring: Ring): boolean {
  let odd = false;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] as LngLat;
    if (
      a.lat > p.lat !== b.lat > p.lat &&
      p.lng < ((b.lng - a.lng) * (p.lat - a.lat)) / (b.lat - a.lat) + a.lng
    ) {
      odd = !odd;
    }
  });
  return odd;
}

/** Signed, in square degrees; counter-clockwise is positive. */
export function ringArea(ring: Ring): number {
  const o = ring[0] as LngLat;
  return ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] as LngLat;
    return sum + ((a.lng - o.lng) * (b.lat - o.lat) - (b.lng - o.lng) * (a.lat - o.lat)) / 2;
  }, 0);
}

function segmentsMeet(p: LngLat, q: LngLat, r: LngLat, s: LngLat): boolean {
  const side = (a: LngLat, b: LngLat, c: LngLat) =>
    Math.sign((b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng));
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

function boxesMeet(a: Ring, b: Ring): boolean {
  const box = (ring: Ring) => {
    const [lngs, lats] = [ring.map((p) => p.lng), ring.map((p) => p.lat)];
    return [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)] as const;
  };
  const [aw, ae, as, an] = box(a);
  const [bw, be, bs, bn] = box(b);
  return aw <= be && bw <= ae && as <= bn && bs <= an;
}
