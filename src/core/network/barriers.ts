import Flatbush from "flatbush";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { Backdrop } from "../model/project.ts";
import type { StreetMap, Tags } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { walkedAs } from "./walked-as.ts";

/** What keeps people from walking straight on, what speaks for itself first. */
export const BARRIER_KINDS = ["water", "railway", "motorway", "wall", "private"] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];

/** All that bars a straight walk, as far as it is drawn. */
export interface Barriers {
  readonly features: readonly BarrierFeature[];
  /** By side: its feature. */
  readonly featureOf: Uint32Array;
  /** Four numbers a side: longitude and latitude of its ends. */
  readonly sides: Float64Array;
  /** By side, in degrees; `undefined` if there is none. */
  readonly boxes: Flatbush | undefined;
}

export interface BarrierFeature {
  readonly kind: BarrierKind;
  readonly name?: string;
  /** Where it is an area and not a line. */
  readonly area?: Polygon;
}

/**
 * Water and railways of the backdrop, and of the ways of a map: motorways and roads for cars alone, railways, water and
 * walls where they are tagged, and private ways, which show that the ground around is closed. What lies on another level,
 * such as a viaduct or a tunnel, bars nobody; nor is known of the backdrop that it does.
 */
export function barriersOf(
  { water, railways }: Pick<Backdrop, "water" | "railways">,
  map: StreetMap | undefined,
  profile: WalkProfile,
): Barriers {
  const features: BarrierFeature[] = [];
  const featureOf: number[] = [];
  const sides: number[] = [];
  const draw = (feature: BarrierFeature, lines: readonly (readonly LngLat[])[]) => {
    const row = features.push(feature) - 1;
    for (const line of lines) {
      line.forEach((to, i) => {
        const from = line[i - 1];
        if (from === undefined) return;
        featureOf.push(row);
        sides.push(from.lng, from.lat, to.lng, to.lat);
      });
    }
  };
  for (const area of water) draw({ kind: "water", area }, area.map(closed));
  for (const line of railways) draw({ kind: "railway" }, [line]);
  if (map !== undefined) {
    const kinds = map.tagSets.map((tags) => barrierKind(tags, profile));
    map.tags.forEach((set, way) => {
      const kind = kinds[set];
      const name = map.tagSets[set]?.name;
      if (kind) draw({ kind, ...(name !== undefined && { name }) }, [wayLine(map, way)]);
    });
  }
  return {
    features,
    featureOf: Uint32Array.from(featureOf),
    sides: Float64Array.from(sides),
    boxes: boxesOf(sides),
  };
}

/** How a way of these tags bars those who would cross it; `undefined` if it does not, as none does that is walked. */
export function barrierKind(tags: Tags, profile: WalkProfile): BarrierKind | undefined {
  const { whyNot } = walkedAs(tags, profile);
  if (whyNot === undefined || liesElsewhere(tags)) return undefined;
  const drawn = barringLine(tags);
  if (drawn !== undefined) return drawn;
  if (whyNot === "motorway" || whyNot === "car-only") return "motorway";
  return whyNot === "private" ? "private" : undefined;
}

/** What a line of these tags is that bars people without being a way; `undefined` for others, and on another level. */
export function barringLine(tags: Tags): BarrierKind | undefined {
  if (liesElsewhere(tags)) return undefined;
  if (tags.barrier !== undefined && WALLS.has(tags.barrier)) return "wall";
  if (tags.natural === "water" || (tags.waterway !== undefined && WATERWAYS.has(tags.waterway)))
    return "water";
  return tags.railway !== undefined && RAILWAYS.has(tags.railway) ? "railway" : undefined;
}

const WALLS: ReadonlySet<string> = new Set(["wall", "city_wall", "fence", "retaining_wall", "hedge"]);
const WATERWAYS: ReadonlySet<string> = new Set(["river", "canal", "riverbank", "dock"]);
const RAILWAYS: ReadonlySet<string> = new Set(["rail", "light_rail", "subway", "narrow_gauge"]);

/** Above or below those who walk: one gets past. */
function liesElsewhere({ bridge = "no", tunnel = "no", layer = "0" }: Tags): boolean {
  return bridge !== "no" || tunnel !== "no" || Number(layer) !== 0;
}

function closed(ring: readonly LngLat[]): readonly LngLat[] {
  return ring[0] === undefined ? ring : [...ring, ring[0]];
}

function wayLine({ starts, nodes, lng, lat }: StreetMap, way: number): readonly LngLat[] {
  const through = nodes.subarray(starts[way], starts[way + 1]);
  return Array.from(through, (node) => ({ lng: lng[node] as number, lat: lat[node] as number }));
}

function boxesOf(sides: readonly number[]): Flatbush | undefined {
  if (sides.length === 0) return undefined;
  const boxes = new Flatbush(sides.length / 4);
  for (let at = 0; at < sides.length; at += 4) {
    const [west, south, east, north] = sides.slice(at, at + 4) as [number, number, number, number];
    boxes.add(Math.min(west, east), Math.min(south, north), Math.max(west, east), Math.max(south, north));
  }
  boxes.finish();
  return boxes;
}
