import type { LngLat } from "../../geo/lng-lat.ts";
import { metresFromZone, type PlacedZone } from "../../model/far-from-zone.ts";

/**
 * Which zone is the nearest to a place, as its row; of two the first, -1 where none has a place. Zones whose box is farther than
 * one that is known are not looked at: asked of every place in a city, that is a hundred times as fast.
 */
export function nearestZone(zones: readonly PlacedZone[]): (at: LngLat) => number {
  const boxes = zones.map(boxOf);
  const bounds = new Float64Array(zones.length);
  return (at) => {
    const cosine = Math.cos(at.lat * RADIANS);
    let first = 0;
    for (const [row, box] of boxes.entries()) {
      bounds[row] = box ? leastMetres(at, cosine, box) : Number.POSITIVE_INFINITY;
      if ((bounds[row] as number) < (bounds[first] as number)) first = row;
    }
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
    const look = (row: number) => {
      if ((bounds[row] as number) > least) return;
      const metres = metresFromZone(at, zones[row] as PlacedZone);
      if (metres === undefined || metres > least || (metres === least && row >= nearest)) return;
      [nearest, least] = [row, metres];
    };
    // Most are left out by the one that is likely to be it.
    if (zones.length > 0) look(first);
    for (let row = 0; row < zones.length; row++) look(row);
    return nearest;
  };
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boxOf({ shape, at }: PlacedZone): Box | undefined {
  const corners = shape?.flat(2) ?? (at ? [at] : []);
  if (corners.length === 0) return undefined;
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const { lng, lat } of corners) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { west, east, south, north };
}

/** No point of the box is nearer: whoever goes there crosses at least so many parallels and so many meridians. */
function leastMetres({ lng, lat }: LngLat, cosine: number, { west, east, south, north }: Box): number {
  const across = Math.max(0, west - lng, lng - east);
  const along = Math.max(0, south - lat, lat - north);
  // Meridians a quarter of the earth apart and more lead over a pole.
  const sideways = across < 90 ? cosine * Math.sin(across * RADIANS) : 0;
  return SHORTEST_RADIUS * Math.max(along * RADIANS, sideways);
}

const RADIANS = Math.PI / 180;
/** Metres; below every radius of curvature of the earth, the least of which is 6 335 km. */
const SHORTEST_RADIUS = 6_300_000;
