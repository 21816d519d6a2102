import { canonical } from "../base/digest.ts";
import type { StreetMap, Tags } from "./street-map.ts";

/** Maps side by side, one after another. They meet nowhere, whatever their places: what is one node is said by a map. */
export function streetsTogether(maps: readonly StreetMap[]): StreetMap {
  const sum = (of: (map: StreetMap) => number) => maps.reduce((all, map) => all + of(map), 0);
  const lng = new Float64Array(sum((map) => map.lng.length));
  const lat = new Float64Array(lng.length);
  const starts = new Uint32Array(sum((map) => map.tags.length) + 1);
  const nodes = new Uint32Array(sum((map) => map.nodes.length));
  const tags = new Uint32Array(starts.length - 1);
  const barriers = new Map<number, Tags>();
  const tagRows = new Map<string, number>();
  const tagSets: Tags[] = [];
  const heights = maps.some((map) => map.heights) ? new Float32Array(lng.length).fill(Number.NaN) : undefined;
  let [node, way, at] = [0, 0, 0];
  for (const map of maps) {
    lng.set(map.lng, node);
    lat.set(map.lat, node);
    if (map.heights) heights?.set(map.heights, node);
    for (let i = 0; i < map.nodes.length; i++) nodes[at + i] = node + (map.nodes[i] as number);
    const rows = map.tagSets.map((each) => {
      const key = canonical(each);
      const known = tagRows.get(key);
      if (known !== undefined) return known;
      tagRows.set(key, tagSets.length);
      return tagSets.push(each) - 1;
    });
    for (let i = 0; i < map.tags.length; i++) {
      tags[way + i] = rows[map.tags[i] as number] as number;
      starts[way + i + 1] = at + (map.starts[i + 1] as number);
    }
    for (const [row, said] of map.barriers) barriers.set(node + row, said);
    node += map.lng.length;
    way += map.tags.length;
    at += map.nodes.length;
  }
  return { lng, lat, starts, nodes, tags, tagSets, barriers, ...(heights && { heights }) };
}
