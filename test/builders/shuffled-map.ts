import type { StreetMap } from "../../src/core/network/street-map.ts";

/** The same map with everything in an order that hangs on the seed; ways that are walked alike both ways are drawn either way round. */
export function shuffledMap(map: StreetMap, seed: number): StreetMap {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
  const order = (count: number): number[] => {
    const rows = [...Array(count).keys()];
    for (let i = count - 1; i > 0; i--) {
      const j = next(i + 1);
      [rows[i], rows[j]] = [rows[j] ?? 0, rows[i] ?? 0];
    }
    return rows;
  };
  const nodes = order(map.lng.length);
  const ways = order(map.tags.length);
  const sets = order(map.tagSets.length);
  const [nodeRows, setRows] = [inverse(nodes), inverse(sets)];
  const starts = [0];
  const through: number[] = [];
  for (const way of ways) {
    const rows = [...map.nodes.subarray(map.starts[way], map.starts[way + 1])].map(
      (node) => nodeRows[node] ?? 0,
    );
    const tags = map.tagSets[map.tags[way] ?? 0] ?? {};
    const turnable = !("oneway:foot" in tags) && !("conveying" in tags) && !("incline" in tags);
    for (const row of turnable && next(2) === 1 ? rows.reverse() : rows) through.push(row);
    starts.push(through.length);
  }
  return {
    lng: Float64Array.from(nodes, (node) => map.lng[node] ?? 0),
    lat: Float64Array.from(nodes, (node) => map.lat[node] ?? 0),
    starts: Uint32Array.from(starts),
    nodes: Uint32Array.from(through),
    tags: Uint32Array.from(ways, (way) => setRows[map.tags[way] ?? 0] ?? 0),
    tagSets: sets.map((set) => map.tagSets[set] ?? {}),
    barriers: new Map([...map.barriers].reverse().map(([node, tags]) => [nodeRows[node] ?? 0, tags])),
    ...(map.heights && { heights: Float32Array.from(nodes, (node) => map.heights?.[node] ?? Number.NaN) }),
  };
}

function inverse(order: readonly number[]): readonly number[] {
  const rows: number[] = Array(order.length).fill(0);
  for (const [row, old] of order.entries()) rows[old] = row;
  return rows;
}
