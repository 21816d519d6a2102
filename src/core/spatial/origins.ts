import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { areaSample } from "../geo/area-sample.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { MOST_PLACES, type OriginKind, type Origins } from "./reach-table.ts";

/** What the walk of one zone starts from. */
interface ZoneOrigins {
  readonly kind: OriginKind;
  readonly places: readonly (LngLat | WayOut)[];
}

/** Where people come out of a zone, and how far they have walked there from its outline, along ways of their own. */
export interface WayOut extends LngLat {
  readonly ahead: Metres;
}

/** The ways out of an area, if streets tell any. */
export type WaysOut = (area: readonly Polygon[]) => readonly WayOut[];

/** The origins of the zones before on the same streets, which those of a zone that stayed the same value are taken over from. */
export interface EarlierOrigins {
  readonly origins: Origins;
  readonly zones: RowMap;
}

/**
 * Where the walks of each zone start: its entrances, of which the nearest decides; else where streets cross its outline,
 * if somebody tells, alike; else its buildings; else an even sample of its area; else its point; else nowhere.
 */
export function* originsOf(
  zones: readonly ResidentialZone[],
  earlier?: EarlierOrigins,
  crossings?: WaysOut,
): Work<Origins> {
  const all: ZoneOrigins[] = [];
  for (const [row, zone] of zones.entries()) {
    if (row % ZONES_PER_STEP === 0) yield { part: "origins", share: row / zones.length };
    all.push((earlier && stayed(earlier, row)) ?? chosenFor(zone, crossings));
  }
  return columnsOf(all);
}

function stayed({ origins, zones }: EarlierOrigins, row: number): ZoneOrigins | undefined {
  const was = zones.before[row] as number;
  if (was === NO_ROW || zones.changed[row] === 1) return undefined;
  const [from, to] = [origins.starts[was] as number, origins.starts[was + 1] as number];
  const places = Array.from({ length: to - from }, (_, i) => ({
    lng: origins.lng[from + i] as number,
    lat: origins.lat[from + i] as number,
    ahead: origins.ahead?.[from + i] ?? 0,
  }));
  return { kind: origins.kinds[was] as OriginKind, places };
}

function chosenFor(
  { entrances, buildings, shape, at }: ResidentialZone,
  crossings: WaysOut | undefined,
): ZoneOrigins {
  if (entrances !== undefined && entrances.length > 0) return { kind: "entrances", places: entrances };
  const crossed = shape && crossings ? crossings(shape) : [];
  if (crossed.length > 0) return { kind: "crossings", places: crossed };
  if (buildings !== undefined && buildings.length > 0)
    return { kind: "buildings", places: thinned(buildings) };
  const sample = areaSample(shape ?? []);
  if (sample.length > 0) return { kind: "sample", places: sample };
  const point = at ?? shape?.[0]?.[0][0];
  return point === undefined ? { kind: "none", places: [] } : { kind: "point", places: [point] };
}

/** Of more than a table can count, as many, evenly. */
function thinned(buildings: readonly LngLat[]): readonly LngLat[] {
  const step = Math.ceil(buildings.length / MOST_PLACES);
  return step > 1 ? buildings.filter((_, i) => i % step === 0) : buildings;
}

function columnsOf(zones: readonly ZoneOrigins[]): Origins {
  const count = zones.reduce((sum, { places }) => sum + places.length, 0);
  const starts = new Uint32Array(zones.length + 1);
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  const ahead = new Float64Array(count);
  let next = 0;
  zones.forEach(({ places }, zone) => {
    for (const place of places) {
      lng[next] = place.lng;
      lat[next] = place.lat;
      ahead[next++] = "ahead" in place ? place.ahead : 0;
    }
    starts[zone + 1] = next;
  });
  const kinds = zones.map(({ kind }) => kind);
  return { starts, lng, lat, ...(ahead.some((metres) => metres > 0) && { ahead }), kinds };
}

const ZONES_PER_STEP = 256;
