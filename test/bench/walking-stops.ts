import { diceOf } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import { walkGraph } from "../../src/core/network/build-graph.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";
import type { Places } from "../../src/core/spatial/places.ts";
import type { Origins } from "../../src/core/spatial/reach-table.ts";
import { shippedWalkProfiles } from "../../src/io/walking/shipped.ts";
import { type RawStreets, rawStreets } from "./raw-streets.ts";
import type { Stops } from "./walking-peers.ts";

export const LIMIT = 1000;
/** Walks up to here are labelled: 15 minutes at 1.3 m/s. */
export const LABELLED = 1170;

/** Streets as they were mapped and as they are laid, with zones and facilities at nodes of the map: peers need no joining. */
export interface StreetCity {
  readonly raw: RawStreets;
  readonly stops: Stops;
  readonly graph: WalkGraph;
  readonly origins: Origins;
  readonly facilities: Places;
}

export function streetCity(map: StreetMap, zoneCount: number, facilityCount: number): StreetCity {
  // On level ground: the peers know nothing of slopes.
  const { slope: _slope, ...profile } = shippedWalkProfiles().adult;
  const raw = rawStreets(map, profile);
  const stops = diceOf(1, "stops").shuffled(alone(map, raw.walked));
  const zones = Uint32Array.from(stops.slice(0, zoneCount));
  const facilities = Uint32Array.from(stops.slice(zoneCount, zoneCount + facilityCount));
  const placesAt = (nodes: Uint32Array): Places => ({
    lng: Float64Array.from(nodes, (node) => map.lng[node] as number),
    lat: Float64Array.from(nodes, (node) => map.lat[node] as number),
  });
  return {
    raw,
    stops: { zones, facilities },
    graph: finish(walkGraph(map, profile)),
    origins: {
      starts: Uint32Array.from({ length: zones.length + 1 }, (_, zone) => zone),
      ...placesAt(zones),
      kinds: Array.from(zones, () => "point" as const),
    },
    facilities: placesAt(facilities),
  };
}

/** Nodes with no other at their place: a point there joins the network at that node and no other. */
function alone({ lng, lat }: StreetMap, nodes: readonly number[]): readonly number[] {
  const places = new Map<string, number>();
  const placeOf = (node: number) => `${lng[node]} ${lat[node]}`;
  for (const node of nodes) places.set(placeOf(node), (places.get(placeOf(node)) ?? 0) + 1);
  return nodes.filter((node) => places.get(placeOf(node)) === 1);
}

export function count(value: number): string {
  return value.toLocaleString("en");
}
