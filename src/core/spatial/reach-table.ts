import type { Share } from "../base/units.ts";

/**
 * Which facility each zone reaches on foot, as columns, ordered by zone and then by facility. Rows of zone `z` are
 * `starts[z] … starts[z + 1] − 1`. Zones and facilities are row numbers of tables ordered by id. The same table
 * comes from straight lines and from the street network.
 */
export interface ReachTable {
  /** zones + 1 */
  readonly starts: Uint32Array;
  readonly facilities: Uint32Array;
  /** Walking metres from the nearest origin of the zone, that decide: detour included; compared `≤` and never rounded. */
  readonly metres: Float64Array;
  /** Along the network, where steps and the like count as more: real metres of the same walk. */
  readonly walked?: Float64Array;
  /** How many of the `places` of the zone reach the facility. */
  readonly reached: Uint16Array;
  /** By zone: how many places its walks start from. One where the nearest decides. */
  readonly places: Uint16Array;
}

/** Part of a zone that reaches the facility of one of its rows: 1 for a point, and where the nearest origin decides. */
export function partOf({ reached, places }: ReachTable, zone: number, row: number): Share {
  return (reached[row] as number) / (places[zone] as number);
}

/**
 * What the walk of a zone starts from; part of the result. Crossings: where walked ways cross its boundary, and gates of
 * private ones; along the network only.
 */
export type OriginKind = "entrances" | "crossings" | "buildings" | "sample" | "point" | "none";

/** Whether the nearest origin of a zone decides for all of it. */
export function nearestDecides(kind: OriginKind | undefined): boolean {
  return kind === "entrances" || kind === "crossings";
}

/**
 * Origins of all zones, as columns ordered by zone. Rows of zone `z` are `starts[z] … starts[z + 1] − 1`; a zone
 * without any place has none.
 */
export interface Origins {
  /** zones + 1 */
  readonly starts: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** By origin: metres walked to there already, along ways of one's own; absent where there are none. */
  readonly ahead?: Float64Array;
  readonly kinds: readonly OriginKind[];
}

/** How a zone is covered by some facilities within a limit. One entry per zone. */
export interface Coverage {
  /** Facility row number; `NO_FACILITY` if there is none at any distance. */
  readonly nearest: Uint32Array;
  /** Walking metres to it, at any distance; Infinity if there is none. */
  readonly metres: Float64Array;
  /** Along the network: real metres of the same walk. */
  readonly walked?: Float64Array;
  /** How many are within the limit. */
  readonly choices: Uint32Array;
  /** Part of the zone within the limit of at least one: 0 to 1; NaN for a zone without a place. */
  readonly covered: Float64Array;
}

export const NO_FACILITY = 0xffffffff;

/** Buildings of a zone beyond as many are thinned out. */
export const MOST_PLACES = 0xffff;
