import type { StreetMap } from "../../core/network/street-map.ts";
import { streetsTogether } from "../../core/network/streets-together.ts";
import { PlaceRows } from "./place-rows.ts";

/**
 * The streets of several files as one map. Where nodes of two files are in one place, they are one: the files are parts
 * of one network, by extent or by class. Nodes of one file stay apart, as a bridge is from what is under it.
 */
export function joinedMaps(maps: readonly StreetMap[]): StreetMap {
  const [only, another] = maps;
  if (only && !another) return only;
  const all = streetsTogether(maps);
  const places = new PlaceRows();
  /** By place: the first node there. */
  const firstAt: number[] = [];
  const rows = new Uint32Array(all.lng.length);
  const kept: number[] = [];
  let node = 0;
  for (const { lng } of maps) {
    const begin = node;
    for (; node < begin + lng.length; node++) {
      const place = places.rowOf(all.lng[node] as number, all.lat[node] as number);
      const first = firstAt[place];
      if (first !== undefined && first < begin) rows[node] = rows[first] as number;
      else {
        rows[node] = kept.push(node) - 1;
        firstAt[place] ??= node;
      }
    }
  }
  return {
    ...all,
    lng: Float64Array.from(kept, (each) => all.lng[each] as number),
    lat: Float64Array.from(kept, (each) => all.lat[each] as number),
    ...(all.heights && { heights: heightsOf(all.heights, rows, kept) }),
    nodes: all.nodes.map((each) => rows[each] as number),
    barriers: new Map([...all.barriers].map(([each, said]) => [rows[each] as number, said])),
  };
}

/** Of nodes that become one, the first height that is known. */
function heightsOf(heights: Float32Array, rows: Uint32Array, kept: readonly number[]): Float32Array {
  const joined = Float32Array.from(kept, (each) => heights[each] as number);
  for (const [node, row] of rows.entries())
    if (Number.isNaN(joined[row])) joined[row] = heights[node] as number;
  return joined;
}
