import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import { mergedReach } from "../spatial/merge-reach.ts";
import { pickOrigins, startsElsewhere } from "../spatial/pick-origins.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { JOIN_CAP, NOT_JOINED } from "./join.ts";
import { joinedPlacesFor } from "./join-facilities.ts";
import { joinedZonesFor } from "./join-zones.ts";
import {
  type NetworkLimits,
  type NetworkReach,
  networkReach,
  strayZones,
  withoutPlaces,
} from "./network-reach.ts";
import { touchedByStreets, type WalkGround } from "./touched-by-streets.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** What was reached on the streets of before within the same limits, from what, by the same zones and facilities. */
export interface ReachBefore extends NetworkReach, WalkGround {
  readonly facilities: Places;
}

export interface StreetsUpdate extends NetworkReach {
  /** Zones whose rows are not those of before, ascending. */
  readonly touched: Uint32Array;
  /** How many searches it took anew, and how many facilities there are. */
  readonly searches: number;
}

/**
 * The reach on changed streets, byte for byte that of `networkReach`: facilities that the change touches are searched
 * from anew, zones that start elsewhere since are reached anew, and all else is copied.
 */
export function* reachOnChangedStreets(
  before: ReachBefore,
  graph: WalkGraph,
  origins: Origins,
  limits: NetworkLimits,
): Work<StreetsUpdate> {
  const { facilities, table } = before;
  const { cap = JOIN_CAP } = limits;
  const zoneRows = unmoved(origins.kinds.length);
  const elsewhere = startsElsewhere(before.origins, origins, zoneRows);
  const isTouched = yield* touchedByStreets(before, { graph, origins }, elsewhere, facilities, limits);
  const again = Uint32Array.from(rowsWhere(elsewhere));
  const searches = isTouched.reduce((sum, one) => sum + one, 0);
  const ends = yield* joinedPlacesFor(graph, facilities, cap);
  const zones = strayZones(origins, yield* joinedZonesFor(graph, origins, cap));
  const fresh =
    again.length === 0
      ? undefined
      : (yield* networkReach(graph, pickOrigins(origins, again), facilities, limits)).table;
  const added =
    searches === 0
      ? undefined
      : (yield* networkReach(graph, origins, only(facilities, isTouched), limits)).table;
  const stays = Uint32Array.from(isTouched, (touched, row) => (touched === 1 ? NO_ROW : row));
  const { table: merged, touched } = mergedReach(table, {
    origins,
    elsewhere,
    zoneRows,
    stays,
    fresh,
    added,
  });
  const strays = Array.from(ends.stretches.keys()).filter(
    (row) => ends.stretches[row] === NOT_JOINED && hasPlace(facilities, row),
  );
  const notJoined = { zones, facilities: Uint32Array.from(strays) };
  return { table: withoutPlaces(merged, zones), touched, notJoined, searches };
}

/** Every row is where it was. */
function unmoved(count: number): RowMap {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  return { before: rows, after: rows, changed: new Uint8Array(count), left: [], came: [], aligned: true };
}

/** The same rows, all without a place but those with 1. */
function only({ lng, lat }: Places, isKept: Uint8Array): Places {
  return {
    lng: lng.map((degrees, row) => (isKept[row] === 1 ? degrees : Number.NaN)),
    lat: lat.map((degrees, row) => (isKept[row] === 1 ? degrees : Number.NaN)),
  };
}

function* rowsWhere(flags: Uint8Array): Generator<number> {
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) yield row;
}
