import type { StreetMap } from "./street-map.ts";

/** What is wrong with columns of streets. `row` counts from 0. */
export interface StreetsFault {
  readonly column: keyof StreetMap;
  readonly row: number;
}

/** The first thing wrong with streets as columns; nothing if every place is on earth and every row leads to another. */
export function streetsFault(streets: StreetMap): StreetsFault | undefined {
  const known = remembered.get(streets);
  if (known !== undefined) return known.fault;
  const fault = faultIn(streets);
  remembered.set(streets, { fault });
  return fault;
}

const remembered = new WeakMap<StreetMap, { readonly fault: StreetsFault | undefined }>();

function faultIn({
  lng,
  lat,
  starts,
  nodes,
  tags,
  tagSets,
  barriers,
  heights,
}: StreetMap): StreetsFault | undefined {
  const count = lng.length;
  if (lat.length !== count) return { column: "lat", row: Math.min(lat.length, count) };
  for (let node = 0; node < count; node++) {
    if (!(Math.abs(lng[node] as number) <= 180)) return { column: "lng", row: node };
    if (!(Math.abs(lat[node] as number) <= 90)) return { column: "lat", row: node };
  }
  if (starts.length !== tags.length + 1) return { column: "starts", row: starts.length };
  for (let way = 0; way < starts.length; way++) {
    const before = way === 0 ? 0 : (starts[way - 1] as number);
    const start = starts[way] as number;
    if (start < before || (way === 0 && start > 0)) return { column: "starts", row: way };
  }
  if (starts[tags.length] !== nodes.length) return { column: "starts", row: tags.length };
  const stray = nodes.findIndex((node) => node >= count);
  if (stray >= 0) return { column: "nodes", row: stray };
  const untold = tags.findIndex((row) => row >= tagSets.length);
  if (untold >= 0) return { column: "tags", row: untold };
  for (const node of barriers.keys()) {
    if (!(Number.isInteger(node) && node >= 0 && node < count)) return { column: "barriers", row: node };
  }
  if (heights === undefined) return undefined;
  if (heights.length !== count) return { column: "heights", row: Math.min(heights.length, count) };
  const boundless = heights.findIndex((height) => Math.abs(height) === Infinity);
  return boundless >= 0 ? { column: "heights", row: boundless } : undefined;
}
