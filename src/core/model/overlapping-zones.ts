import type { ZoneId } from "../base/ids.ts";
import type { Share } from "../base/units.ts";
import { areaSample } from "../geo/area-sample.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import { areaOf, liesInside } from "../geo/ring.ts";
import type { ResidentialZone } from "./residential-zone.ts";

export interface Overlap {
  /** The smaller one. */
  readonly zone: ZoneId;
  readonly other: ZoneId;
  /** Part of the smaller one that lies in the other, by an even sample of places. */
  readonly share: Share;
}

/** Pairs of zones of which one lies in the other by half or more: people there would count twice. */
export function overlappingZones(zones: readonly ResidentialZone[]): readonly Overlap[] {
  const drawn = zones.flatMap(({ id, shape }) => (shape ? [outlineOf(id, shape)] : []));
  drawn.sort((a, b) => a.west - b.west);
  const found: Overlap[] = [];
  let open: Outline[] = [];
  for (const outline of drawn) {
    open = open.filter(({ east }) => east > outline.west);
    for (const other of open) {
      if (other.north <= outline.south || other.south >= outline.north) continue;
      const [small, large] = outline.area() <= other.area() ? [outline, other] : [other, outline];
      const places = small.sample();
      const inside = places.filter((at) => liesInside(at, large.shape)).length;
      if (inside === 0 || inside * 2 < places.length) continue;
      found.push({ zone: small.id, other: large.id, share: inside / places.length });
    }
    open.push(outline);
  }
  return found;
}

interface Outline {
  readonly id: ZoneId;
  readonly shape: readonly Polygon[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  area(): number;
  sample(): readonly LngLat[];
}

function outlineOf(id: ZoneId, shape: readonly Polygon[]): Outline {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lng, lat } of shape.flat(2)) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  let area: number | undefined;
  let sample: readonly LngLat[] | undefined;
  return {
    ...{ id, shape, west, east, south, north },
    area: () => (area ??= areaOf(shape)),
    sample: () => (sample ??= areaSample(shape)),
  };
}
