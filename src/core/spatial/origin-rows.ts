import type { Metres } from "../base/units.ts";
import { type LatitudeRows, latitudeRows } from "./latitude-rows.ts";
import type { Origins } from "./reach-table.ts";

/** Origins in latitude rows, with the zone of each. */
export interface OriginRows {
  readonly rows: LatitudeRows;
  /** Zone of each point of the rows. */
  readonly zones: Uint32Array;
  /** By point: the first point of its zone, by which the zone is known where neighbours should lie together. */
  readonly heads: Uint32Array;
  /** Whether no zone has several points. */
  readonly single: boolean;
}

/**
 * Rows of all origins, fit for balls of this chord. Kept as long as the origins are: the many questions of one analysis
 * share one or two of them.
 */
export function originRowsFor(origins: Origins, chord: Metres): OriginRows {
  const height = rowHeightFor(chord);
  const known = remembered.get(origins) ?? new Map<Metres, OriginRows>();
  remembered.set(origins, known);
  const before = known.get(height);
  if (before !== undefined) return before;
  const made = originRows(origins, 0, origins.kinds.length, height);
  known.set(height, made);
  return made;
}

/** Rows of the origins of zones `from` … `to − 1`. */
export function originRows(origins: Origins, from: number, to: number, rowHeight: Metres): OriginRows {
  const first = origins.starts[from] as number;
  const last = origins.starts[to] as number;
  const rows = latitudeRows(
    {
      lng: origins.lng.subarray(first, last),
      lat: origins.lat.subarray(first, last),
    },
    rowHeight,
  );
  const zoneOf = new Uint32Array(last - first);
  for (let zone = from; zone < to; zone++) {
    zoneOf.fill(zone, (origins.starts[zone] as number) - first, (origins.starts[zone + 1] as number) - first);
  }
  const zones = new Uint32Array(rows.ids.length);
  const heads = new Uint32Array(rows.ids.length);
  let single = true;
  const headOf = new Uint32Array(to - from).fill(NO_POINT);
  for (let point = 0; point < zones.length; point++) {
    const zone = zoneOf[rows.ids[point] as number] as number;
    if (headOf[zone - from] === NO_POINT) headOf[zone - from] = point;
    zones[point] = zone;
    heads[point] = headOf[zone - from] as number;
    if (heads[point] !== point) single = false;
  }
  return { rows, zones, heads, single };
}

/** A half to the whole of the chord, the same for chords that are nearly equal. */
export function rowHeightFor(chord: Metres): Metres {
  return Math.max(1, 2 ** Math.floor(Math.log2(Math.max(chord, 4))));
}

const remembered = new WeakMap<Origins, Map<Metres, OriginRows>>();

const NO_POINT = 0xffffffff;
