import { type Issue, issue } from "../../core/base/issue.ts";
import { sortedById } from "../../core/base/order.ts";
import type { Metres, Share } from "../../core/base/units.ts";
import { inChina } from "../../core/geo/china.ts";
import { shifted } from "../../core/geo/datum-shift.ts";
import { geodesicBetween } from "../../core/geo/geodesic.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Project } from "../../core/model/project.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { evenly } from "../some-rows.ts";
import { streetMetres } from "./street-metres.ts";

/**
 * Whether streets and places of a project lie together as they are: not if no place lies within the extent of the streets,
 * or if facilities, or else the outlines of zones, lie decidedly nearer to streets once either is taken for another
 * datum. Where zones are says nothing of the latter: they lie between streets. Nothing is moved.
 */
export function streetsApart(project: Project): readonly Issue[] {
  const { streets } = project;
  if (streets === undefined || streets.lng.length === 0) return [];
  const facilities = placesOf(project.facilities);
  const places = [...facilities, ...placesOf(project.zones)];
  if (places.length === 0) return [];
  const box = boxOf(streets);
  if (!places.some((at) => metresOutside(box, at) <= NEAR)) {
    const nearest = Math.min(...evenly(places, MOST).map((at) => metresOutside(box, at)));
    return [issue("network.apart", "warning", { km: Math.max(1, Math.round(nearest / 1000)) })];
  }
  const within = facilities.filter((at) => inChina(at) && metresOutside(box, at) <= NEAR);
  const metres = streetMetres(streets);
  const told = within.length < FEWEST ? [] : otherDatum(evenly(within, MOST), metres, OF_FACILITIES);
  if (told.length > 0) return told;
  const outlined = project.zones.filter(({ shape }) => shape !== undefined);
  if (outlined.length < FEWEST) return [];
  const corners = sortedById(outlined).flatMap(({ shape = [] }) => shape.flatMap(([outline]) => outline));
  const inside = corners.filter((at) => inChina(at) && metresOutside(box, at) <= NEAR);
  return inside.length < FEWEST ? [] : otherDatum(evenly(inside, MOST), metres, OF_ZONES);
}

/** Metres from a place to the extent of the streets. */
const NEAR = 1000;
const MOST = 300;
/** Of fewer facilities, nobody knows whether they lie off by chance. */
const FEWEST = 20;
const LEAST_METRES = 15;

/**
 * What is told of places or streets of another datum, how much nearer half of the places have to be then, and how many
 * of them at least are nearer. Corners of outlines lie in the middle of blocks too, where either may be.
 */
interface Evidence {
  readonly places: "network.facilities-datum" | "network.zones-datum";
  readonly streets: "network.streets-datum" | "network.streets-zones-datum";
  readonly nearer: Share;
  readonly most: Share;
}

const OF_FACILITIES: Evidence = {
  ...{ places: "network.facilities-datum", streets: "network.streets-datum" },
  ...{ nearer: 0.6, most: 0.7 },
};
const OF_ZONES: Evidence = {
  ...{ places: "network.zones-datum", streets: "network.streets-zones-datum" },
  ...{ nearer: 0.5, most: 0.5 },
};

function otherDatum(
  places: readonly LngLat[],
  metres: (at: LngLat) => Metres,
  told: Evidence,
): readonly Issue[] {
  const asTheyAre = places.map(metres);
  const before = medianOf(asTheyAre);
  const found = READINGS.flatMap(({ of, datum, moved }) => {
    const after = places.map((at) => metres(moved(at)));
    const nearer = after.filter((each, i) => each < (asTheyAre[i] as number)).length;
    const median = medianOf(after);
    const isNearer = median <= told.nearer * before && before - median >= LEAST_METRES;
    return isNearer && nearer >= told.most * places.length ? [{ code: told[of], datum, median }] : [];
  });
  const [best] = found.sort((a, b) => a.median - b.median);
  if (best === undefined) return [];
  const facts = {
    places: places.length,
    datum: best.datum,
    before: whole(before),
    after: whole(best.median),
  };
  return [issue(best.code, "warning", facts)];
}

/** Places taken for another datum; or streets, which is as if places were moved the other way. */
const READINGS = (["gcj02", "bd09"] as const).flatMap((datum) => [
  {
    of: "places" as const,
    datum,
    moved: ({ lng, lat }: LngLat): LngLat => shifted({ lng, lat }, datum, "wgs84"),
  },
  {
    of: "streets" as const,
    datum,
    moved: (at: LngLat): LngLat => {
      const { lng, lat } = shifted(at, "wgs84", datum);
      return { lng, lat };
    },
  },
]);

function placesOf(rows: readonly { readonly id: string; readonly at?: LngLat }[]): readonly LngLat[] {
  return sortedById(rows).flatMap(({ at }) => (at ? [at] : []));
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boxOf({ lng, lat }: StreetMap): Box {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (let node = 0; node < lng.length; node++) {
    west = Math.min(west, lng[node] as number);
    east = Math.max(east, lng[node] as number);
    south = Math.min(south, lat[node] as number);
    north = Math.max(north, lat[node] as number);
  }
  return { west, east, south, north };
}

function metresOutside({ west, east, south, north }: Box, { lng, lat }: LngLat): number {
  const x = Math.min(east, Math.max(west, lng));
  const y = Math.min(north, Math.max(south, lat));
  return x === lng && y === lat ? 0 : geodesicBetween(lng, lat, x, y);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function whole(metres: number): number {
  return Math.round(metres);
}
