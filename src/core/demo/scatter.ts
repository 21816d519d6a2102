import { type Dice, diceOf } from "../base/random.ts";
import type { Work } from "../base/work.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { demoTown } from "./demo-town.ts";
import { metresPerDegree } from "./ground.ts";
import { grownSpec, roomOf } from "./grown-spec.ts";
import { distance, noise, type Point, point, rotate, turned } from "./plane.ts";
import type { DemoSize, DemoSpec } from "./spec.ts";

/** Points in degrees, WGS84, as columns: rows of one town stand together. */
export interface DemoPoints {
  readonly zones: PointColumns;
  readonly facilities: PointColumns;
  /** Row of the first zone and the first facility of each town, and one past the last. */
  readonly zoneStarts: Uint32Array;
  readonly facilityStarts: Uint32Array;
}

export interface PointColumns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

export const DEMO_ROWS: Readonly<Record<Exclude<DemoSize, "town">, { zones: number; facilities: number }>> = {
  city: { zones: 20_000, facilities: 3_000 },
  province: { zones: 200_000, facilities: 25_000 },
  nation: { zones: 1_000_000, facilities: 100_000 },
};

/**
 * So many points, spread as in the demo towns: each town is one of theirs, turned, mirrored and stretched, and towns
 * stand in clusters. Exact numbers; a few seconds and about 40 bytes a point for a nation.
 */
export function* scattered(
  specs: readonly DemoSpec[],
  seed: number,
  rows: { readonly zones: number; readonly facilities: number },
): Work<DemoPoints> {
  const patterns = yield* patternsOf(specs, seed);
  const dice = diceOf(seed, "scatter");
  const towns = townsFor(rows.zones, patterns, dice);
  const places = placesOf(towns, seed, dice);
  const zones = columns(rows.zones);
  const facilities = columns(rows.facilities);
  const zoneStarts = new Uint32Array(towns.length + 1);
  const facilityStarts = new Uint32Array(towns.length + 1);
  const centre = (specs[0] as DemoSpec).centre;

  for (const [i, town] of towns.entries()) {
    const from = zoneStarts[i] as number;
    const until = Math.min(rows.zones, from + town.zones.length);
    const facilityFrom = facilityStarts[i] as number;
    const facilityUntil = Math.round((rows.facilities * until) / rows.zones);
    const view = viewOf(onEarth(places[i] as Point, centre), dice);
    place(town.zones, zones, from, until, view);
    place(town.facilities, facilities, facilityFrom, facilityUntil, view);
    zoneStarts[i + 1] = until;
    facilityStarts[i + 1] = facilityUntil;
    if (i % 50 === 0) yield { part: "generate", share: 0.6 + (0.4 * until) / rows.zones };
  }
  return { zones, facilities, zoneStarts, facilityStarts };
}

/** Metres from the middle of a town, in random order, so that any beginning of it is a thinner town. */
interface Pattern {
  readonly zones: readonly Point[];
  readonly facilities: readonly Point[];
  /** Metres around the middle that are its own. */
  readonly room: number;
  /** How common such a town is. */
  readonly weight: number;
}

/** One large town, a middling and a small one of each spec: a few large towns hold a quarter of all. */
const CLASSES = [
  { zones: 3200, weight: 0.08, only: 1 },
  { zones: 1200, weight: 0.2, only: 2 },
  { zones: 400, weight: 0.72, only: 4 },
] as const;

function* patternsOf(specs: readonly DemoSpec[], seed: number): Work<Pattern[]> {
  const patterns: Pattern[] = [];
  for (const { zones, weight, only } of CLASSES) {
    const among = specs.slice(0, only);
    for (const [i, spec] of among.entries()) {
      const town = yield* demoTown(grownSpec(spec, zones, Math.round(zones * 0.4)), seed + zones + i);
      const dice = diceOf(seed + i, "pattern");
      const per = metresPerDegree(spec.centre.lat);
      const shuffled = (table: readonly { readonly at?: LngLat }[]) =>
        dice.shuffled(
          table.flatMap(({ at }) =>
            at ? [point((at.lng - spec.centre.lng) * per.lng, (at.lat - spec.centre.lat) * per.lat)] : [],
          ),
        );
      patterns.push({
        zones: shuffled(town.zones),
        facilities: shuffled(town.facilities),
        room: roomOf(spec, zones),
        weight: weight / among.length,
      });
    }
  }
  return patterns;
}

/** The largest first, then by weight, until they hold enough zones. */
function townsFor(zones: number, patterns: readonly Pattern[], dice: Dice): Pattern[] {
  const towns: Pattern[] = [];
  let made = 0;
  while (made < zones) {
    let left = dice.unit();
    const drawn = patterns.find((pattern) => {
      left -= pattern.weight;
      return left < 0;
    });
    const town = towns.length === 0 ? patterns[0] : (drawn ?? patterns.at(-1));
    towns.push(town as Pattern);
    made += (town as Pattern).zones.length;
  }
  return towns;
}

/** Middles of the towns, in metres: never overlapping, gathered where a slow noise is high, the first at 0, 0. */
function placesOf(towns: readonly Pattern[], seed: number, dice: Dice): Point[] {
  const widest = Math.max(...towns.map((town) => town.room));
  const bin = 2 * widest;
  const bins = new Map<string, number[]>();
  const places: Point[] = [];
  const own = towns.reduce((sum, town) => sum + town.room * town.room, 0);
  let side = Math.sqrt(own * 6);
  towns.forEach((town, i) => {
    for (let tries = 0; ; tries++) {
      side *= tries > 200 ? 1.002 : 1;
      const at =
        i === 0 ? point(0, 0) : point(dice.between(-0.6, 0.6) * side, dice.between(-0.5, 0.5) * side);
      const crowd = noise(seed + 7, at, 110_000) + 0.7 * noise(seed + 8, at, 420_000);
      if (i > 0 && tries < 200 && crowd < dice.between(-0.2, 0.8)) continue;
      const [column, row] = [Math.floor(at.x / bin), Math.floor(at.y / bin)];
      if (!clearOf(at, town, column, row)) continue;
      places.push(at);
      const key = `${column},${row}`;
      bins.set(key, [...(bins.get(key) ?? []), i]);
      return;
    }
  });
  return places;

  function clearOf(at: Point, town: Pattern, column: number, row: number): boolean {
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        for (const other of bins.get(`${i},${j}`) ?? []) {
          if (distance(at, places[other] as Point) < town.room + (towns[other] as Pattern).room) return false;
        }
      }
    }
    return true;
  }
}

/** Degrees of a point of a pattern: turned, mirrored, stretched and set down. */
interface View {
  readonly lng: (p: Point) => number;
  readonly lat: (p: Point) => number;
}

function viewOf(centre: LngLat, dice: Dice): View {
  const heading = turned(dice.unit());
  const stretch = dice.between(0.86, 1.04);
  const mirror = dice.chance(0.5) ? -1 : 1;
  const per = metresPerDegree(centre.lat);
  const [a, b] = [(heading.x * stretch * mirror) / per.lng, (-heading.y * stretch) / per.lng];
  const [c, d] = [(heading.y * stretch * mirror) / per.lat, (heading.x * stretch) / per.lat];
  return {
    lng: (p) => centre.lng + a * p.x + b * p.y,
    lat: (p) => centre.lat + c * p.x + d * p.y,
  };
}

function onEarth(at: Point, centre: LngLat): LngLat {
  const lat = centre.lat + at.y / metresPerDegree(centre.lat).lat;
  return { lng: centre.lng + at.x / metresPerDegree(lat).lng, lat };
}

function place(
  pattern: readonly Point[],
  columns: PointColumns,
  from: number,
  until: number,
  view: View,
): void {
  for (let row = from; row < until; row++) {
    const p = pattern[(row - from) % pattern.length] as Point;
    const turn = Math.floor((row - from) / pattern.length);
    const moved = turn === 0 ? p : rotate(p, turned(turn * 0.31));
    columns.lng[row] = Math.round(view.lng(moved) * 1e7) / 1e7;
    columns.lat[row] = Math.round(view.lat(moved) * 1e7) / 1e7;
  }
}

function columns(length: number): PointColumns {
  return { lng: new Float64Array(length), lat: new Float64Array(length) };
}
