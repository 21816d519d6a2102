import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { type JoinedPlaces, NOT_JOINED } from "../network/join.ts";
import { joinedPlacesFor } from "../network/join-facilities.ts";
import { joinedZonesFor } from "../network/join-zones.ts";
import type { WalkGraph } from "../network/walk-graph.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import { nearestDecides, type Origins } from "../spatial/reach-table.ts";

/**
 * How a place hangs on the network. On an island: walks lead on, but to nothing on the largest part of the network. Not
 * connected: no street within the cap, so that no reach is found, and nobody knows what is reached.
 */
export const CONNECTIONS = ["placeless", "connected", "island", "not-connected"] as const;
export type Connection = (typeof CONNECTIONS)[number];

/** Indices in `CONNECTIONS`, by row. */
export interface Connections {
  readonly zones: Uint8Array;
  readonly facilities: Uint8Array;
}

const [PLACELESS, CONNECTED, ISLAND, NOT_CONNECTED] = [0, 1, 2, 3];

/**
 * A zone of which the nearest origin decides is on an island if all its joined origins are; any other if one of them is,
 * since a part of it is then.
 */
export function* connectionsOf(
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  cap: Metres,
): Work<Connections> {
  const { joined } = yield* joinedZonesFor(graph, origins, cap);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  return {
    zones: Uint8Array.from(origins.kinds, (_, zone) => zoneConnection(graph, origins, joined, zone)),
    facilities: Uint8Array.from(facilities.lng, (_, row) =>
      hasPlace(facilities, row) ? placeConnection(graph, ends, row) : PLACELESS,
    ),
  };
}

function zoneConnection(
  graph: WalkGraph,
  { starts, kinds }: Origins,
  joined: JoinedPlaces,
  zone: number,
): number {
  const [from, to] = [starts[zone] as number, starts[zone + 1] as number];
  const counts = [0, 0, 0, 0];
  for (let origin = from; origin < to; origin++) {
    const connection = placeConnection(graph, joined, origin);
    counts[connection] = (counts[connection] as number) + 1;
  }
  if (from === to) return PLACELESS;
  const [, connected = 0, island = 0] = counts;
  if (connected + island === 0) return NOT_CONNECTED;
  return island > 0 && (connected === 0 || !nearestDecides(kinds[zone])) ? ISLAND : CONNECTED;
}

function placeConnection({ from, components }: WalkGraph, { stretches }: JoinedPlaces, row: number): number {
  const stretch = stretches[row] as number;
  if (stretch === NOT_JOINED) return NOT_CONNECTED;
  return components[from[stretch] as number] === 0 ? CONNECTED : ISLAND;
}
