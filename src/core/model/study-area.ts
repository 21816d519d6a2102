import { type Issue, issue } from "../base/issue.ts";
import type { Degrees, Metres } from "../base/units.ts";
import { inChina } from "../geo/china.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { localPlane } from "../geo/local-plane.ts";
import { FAR_METRES } from "./far-from-zone.ts";
import type { Project } from "./project.ts";

/** What is told of a row whose place lies outside the area that a project is about; `undefined` within it, and abroad. */
export type TellsOutside = (row: { readonly id: string; readonly at?: LngLat }) => Issue | undefined;

/**
 * The area is the box around the outlines of its units, and 1 000 m more; of a project without outlines, what lies around
 * the middle of its zones, or of its facilities if there are more: up to `TIMES` as far as nine in ten of them, and
 * `LEAST_RADIUS` at least. Of fewer than `FEWEST` places nobody knows which of them is astray.
 */
export function outsideOf({
  units,
  zones,
  facilities,
}: Pick<Project, "units" | "zones" | "facilities">): TellsOutside {
  const corners = units.flatMap(({ shape }) => shape?.flat(2) ?? []);
  if (corners.length > 0) return outsideBox(boxOf(corners));
  const [one, other] = [placesOf(zones), placesOf(facilities)];
  const places = one.length >= other.length ? one : other;
  return places.length < FEWEST ? () => undefined : farFromMiddle(places);
}

const FEWEST = 10;
const TIMES = 4;
const LEAST_RADIUS: Metres = 30_000;

function outsideBox({ west, east, south, north }: Box): TellsOutside {
  return ({ id, at }) => {
    if (at === undefined || !inChina(at)) return undefined;
    const nearest = {
      lng: Math.min(east, Math.max(west, at.lng)),
      lat: Math.min(north, Math.max(south, at.lat)),
    };
    if (nearest.lng === at.lng && nearest.lat === at.lat) return undefined;
    const metres = geodesicMetres(at, nearest);
    if (metres <= FAR_METRES) return undefined;
    return issue("project.outside-units", "warning", { km: Math.round(metres / 1000) }, { id });
  };
}

function farFromMiddle(places: readonly LngLat[]): TellsOutside {
  const middle = { lng: middleOf(places, ({ lng }) => lng), lat: middleOf(places, ({ lat }) => lat) };
  const plane = localPlane(middle);
  const metresOf = (at: LngLat) => {
    const { x, y } = plane.toPlane(at);
    return Math.hypot(x, y);
  };
  const radii = sorted(places, metresOf);
  const reach = Math.max(LEAST_RADIUS, TIMES * (radii[Math.floor(radii.length * 0.9)] as number));
  return ({ id, at }) => {
    if (at === undefined || !inChina(at)) return undefined;
    const metres = metresOf(at);
    if (metres <= reach) return undefined;
    return issue("project.far-away", "warning", { km: Math.round(metres / 1000) }, { id });
  };
}

function placesOf(rows: readonly { readonly at?: LngLat }[]): readonly LngLat[] {
  const places: LngLat[] = [];
  for (const { at } of rows) if (at && inChina(at)) places.push(at);
  return places;
}

interface Box {
  readonly west: Degrees;
  readonly east: Degrees;
  readonly south: Degrees;
  readonly north: Degrees;
}

function boxOf(places: readonly LngLat[]): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lng, lat } of places) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

function middleOf(places: readonly LngLat[], of: (at: LngLat) => Degrees): Degrees {
  return sorted(places, of)[places.length >> 1] as number;
}

function sorted(places: readonly LngLat[], of: (at: LngLat) => number): Float64Array {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = of(places[i] as LngLat);
  return values.sort();
}
