import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import { type Places, samePlace } from "../spatial/places.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { updateReachBy } from "../spatial/update-reach.ts";
import { JOIN_CAP } from "./join.ts";
import { joinedZonesFor } from "./join-zones.ts";
import {
  type NetworkLimits,
  type NetworkReach,
  networkReach,
  strayZones,
  withoutPlaces,
} from "./network-reach.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** What was reached before on the same network within the same limits, from what, and how its rows went over. */
export interface EarlierNetworkReach extends NetworkReach {
  readonly origins: Origins;
  readonly facilities: Places;
  readonly zoneRows: RowMap;
  readonly facilityRows: RowMap;
}

export interface NetworkUpdate extends NetworkReach {
  /** Zones whose rows are not those of before, or that are new; ascending. */
  readonly touched: Uint32Array;
}

/**
 * The reach of today's origins and facilities, byte for byte that of `networkReach`. A facility that moved costs one
 * search and a copy of the table, if the origins are the very object of before.
 */
export function* updateNetworkReach(
  earlier: EarlierNetworkReach,
  graph: WalkGraph,
  origins: Origins,
  facilities: Places,
  limits: NetworkLimits,
): Work<NetworkUpdate> {
  let came: readonly number[] = [];
  const { table, touched } = yield* updateReachBy(earlier, origins, facilities, function* (from, to) {
    const reach = yield* networkReach(graph, from, to, limits);
    if (from === origins) came = [...reach.notJoined.facilities];
    return reach.table;
  });
  const stayed = stayedStrays(earlier, facilities);
  const zones = strayZones(origins, yield* joinedZonesFor(graph, origins, limits.cap ?? JOIN_CAP));
  const notJoined = { zones, facilities: Uint32Array.from([...stayed, ...came]).sort() };
  return { table: withoutPlaces(table, zones), touched, notJoined };
}

/** Today's rows of the facilities that were not joined and are where they were. */
function stayedStrays(
  { notJoined, facilities: before, facilityRows }: EarlierNetworkReach,
  now: Places,
): readonly number[] {
  return Array.from(notJoined.facilities).flatMap((was) => {
    const is = facilityRows.after[was] as number;
    return is !== NO_ROW && samePlace(before, was, now, is) ? [is] : [];
  });
}
