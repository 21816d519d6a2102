import type { Metres } from "../base/units.ts";
import { type LatitudeRows, latitudeRows } from "./latitude-rows.ts";
import type { Origins } from "./reach-table.ts";

/** Origins in latitude rows, with the zone of each. */
export interface OriginRows {
  readonly rows: LatitudeRows;
  /** Zone of each point of the rows. */
  readonly zones: Uint32Array;
  /** Point of the rows that each origin is, the first being the first of the first zone. */
  readonly points: Uint32Array;
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
    { lng: origins.lng.subarray(first, last), lat: origins.lat.subarray(first, last) },
    rowHeight,
  );
  const zoneOf = new Uint32Array(last - first);
  for (let zone = from; zone < to; zone++) {
    zoneOf.fill(zone, (origins.starts[zone] as number) - first, (origins.starts[zone + 1] as number) - first);
  }
  const zones = new Uint32Array(rows.ids.length);
  const points = new Uint32Array(last - first);
  for (let k = 0; k < zones.length; k++) {
    const origin = rows.ids[k] as number;
    zones[k] = zoneOf[origin] as number;
    points[origin] = k;
  }
  return { rows, zones, points };
}

/** A half to the whole of the chord, the same for chords that are nearly equal. */
export function rowHeightFor(chord: Metres): Metres {
  return Math.max(1, 2 ** Math.floor(Math.log2(Math.max(chord, 4))));
}

const remembered = new WeakMap<Origins, Map<Metres, OriginRows>>();
