import FlatQueue from "flatqueue";
import TinyQueue from "tinyqueue";
import type { RawStreets } from "./raw-streets.ts";

/** Zones and facilities as nodes of the raw streets. */
export interface Stops {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

/** By zone, in the order of facilities: who is within the limit. */
export interface Pairs {
  readonly starts: Uint32Array;
  readonly facilities: Uint32Array;
  readonly metres: Float64Array;
}

/** Dijkstra's search with flatqueue on typed arrays, stopped at the limit, one for each facility. */
export function flatqueueSearch(streets: RawStreets, stops: Stops, limit: number): () => Pairs {
  const { starts, comesFrom, metres } = streets;
  const best = new Float64Array(starts.length - 1).fill(Infinity);
  const touched: number[] = [];
  const queue = new FlatQueue<number>();
  const zoneAt = zonesByNode(streets, stops);
  return () => {
    const found = pairList(stops);
    stops.facilities.forEach((start, facility) => {
      best[start] = 0;
      touched.push(start);
      queue.push(start, 0);
      while (queue.length > 0) {
        const length = queue.peekValue() as number;
        const node = queue.pop() as number;
        if (length > (best[node] as number)) continue;
        const zone = zoneAt[node] as number;
        if (zone !== NONE) found.add(zone, facility, length);
        const end = starts[node + 1] as number;
        for (let arc = starts[node] as number; arc < end; arc++) {
          const to = comesFrom[arc] as number;
          const longer = length + (metres[arc] as number);
          const was = best[to] as number;
          if (longer > limit || longer >= was) continue;
          if (was === Infinity) touched.push(to);
          best[to] = longer;
          queue.push(to, longer);
        }
      }
      for (const node of touched) best[node] = Infinity;
      touched.length = 0;
    });
    return found.filed();
  };
}

/** The same from all facilities at once: by zone, metres to the nearest. */
export function flatqueueNearest(streets: RawStreets, stops: Stops, limit: number): () => Float64Array {
  const { starts, comesFrom, metres } = streets;
  return () => {
    const best = new Float64Array(starts.length - 1).fill(Infinity);
    const queue = new FlatQueue<number>();
    for (const start of stops.facilities) {
      best[start] = 0;
      queue.push(start, 0);
    }
    while (queue.length > 0) {
      const length = queue.peekValue() as number;
      const node = queue.pop() as number;
      if (length > (best[node] as number)) continue;
      for (let arc = starts[node] as number; arc < (starts[node + 1] as number); arc++) {
        const to = comesFrom[arc] as number;
        const longer = length + (metres[arc] as number);
        if (longer > limit || longer >= (best[to] as number)) continue;
        best[to] = longer;
        queue.push(to, longer);
      }
    }
    return Float64Array.from(stops.zones, (node) => best[node] as number);
  };
}

/**
 * As it is usually written: streets, metres and zones by the numbers of OpenStreetMap in a Map each, objects in tinyqueue.
 * How many pairs every `each`th facility has.
 */
export function mapSearch(streets: RawStreets, stops: Stops, limit: number, each: number): () => number {
  const ids = Array.from({ length: streets.starts.length - 1 }, (_, node) => 10_000_000_000 + 7 * node);
  const idOf = (node: number) => ids[node] as number;
  const neighbours = new Map(
    ids.map((id, node) => {
      const [start, end] = [streets.starts[node] as number, streets.starts[node + 1] as number];
      const list = Array.from({ length: end - start }, (_, i) => ({
        to: idOf(streets.comesFrom[start + i] as number),
        metres: streets.metres[start + i] as number,
      }));
      return [id, list];
    }),
  );
  const zoneAt = new Map(Array.from(stops.zones, (node, zone) => [idOf(node), zone]));
  return () => {
    let count = 0;
    for (let facility = 0; facility < stops.facilities.length; facility += each) {
      const start = idOf(stops.facilities[facility] as number);
      const best = new Map([[start, 0]]);
      const queue = new TinyQueue([{ id: start, metres: 0 }], (a, b) => a.metres - b.metres);
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (next.metres > (best.get(next.id) ?? Infinity)) continue;
        if (zoneAt.has(next.id)) count++;
        for (const { to, metres } of neighbours.get(next.id) ?? []) {
          const longer = next.metres + metres;
          if (longer > limit || longer >= (best.get(to) ?? Infinity)) continue;
          best.set(to, longer);
          queue.push({ id: to, metres: longer });
        }
      }
    }
    return count;
  };
}

const NONE = 0xffffffff;

/** Zones stand at different nodes. */
function zonesByNode({ starts }: RawStreets, { zones }: Stops): Uint32Array {
  const zoneAt = new Uint32Array(starts.length - 1).fill(NONE);
  zones.forEach((node, zone) => {
    zoneAt[node] = zone;
  });
  return zoneAt;
}

/** Pairs as they are found, then by zone: what whoever reads them needs. */
function pairList({ zones }: Stops) {
  let room = 1 << 16;
  let zone = new Uint32Array(room);
  let facility = new Uint32Array(room);
  let metres = new Float64Array(room);
  let count = 0;
  return {
    add(z: number, f: number, m: number): void {
      if (count === room) {
        room *= 2;
        zone = longer(zone, new Uint32Array(room));
        facility = longer(facility, new Uint32Array(room));
        metres = longer(metres, new Float64Array(room));
      }
      zone[count] = z;
      facility[count] = f;
      metres[count++] = m;
    },
    filed(): Pairs {
      const starts = new Uint32Array(zones.length + 1);
      for (let i = 0; i < count; i++) {
        const z = zone[i] as number;
        starts[z + 1] = (starts[z + 1] as number) + 1;
      }
      for (let z = 0; z < zones.length; z++)
        starts[z + 1] = (starts[z + 1] as number) + (starts[z] as number);
      const next = starts.slice();
      const filed = { starts, facilities: new Uint32Array(count), metres: new Float64Array(count) };
      for (let i = 0; i < count; i++) {
        const z = zone[i] as number;
        const row = next[z] as number;
        next[z] = row + 1;
        filed.facilities[row] = facility[i] as number;
        filed.metres[row] = metres[i] as number;
      }
      return filed;
    },
  };
}

function longer<Column extends Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
