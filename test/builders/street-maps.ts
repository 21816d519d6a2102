import type { StreetMap, Tags } from "../../src/core/network/street-map.ts";
import { east } from "./rows.ts";

/** Streets as drawn on squared paper. */
export interface DrawnStreets {
  /** By name: metres east and north of a fixed point in Xuzhou, to the millimetre. */
  readonly at: Readonly<Record<string, readonly [east: number, north: number]>>;
  readonly ways: readonly DrawnWay[];
  /** By name of a point: what stands there. */
  readonly barriers?: Readonly<Record<string, Tags>>;
  /** By name of a point: metres above the sea, where they are known. */
  readonly heights?: Readonly<Record<string, number>>;
}

export interface DrawnWay {
  readonly through: readonly string[];
  /** A residential street unless said otherwise. */
  readonly tags?: Tags;
}

/** The map of these streets: nodes in the order of `at`, ways as drawn, ways of equal tags under one row of tags. */
export function streetMap({ at, ways, barriers = {}, heights }: DrawnStreets): StreetMap {
  const names = Object.keys(at);
  const rows = new Map(names.map((name, row) => [name, row]));
  const rowOf = (name: string): number => {
    const row = rows.get(name);
    if (row === undefined) throw new Error(`no point is called ${name}`);
    return row;
  };
  const places = Object.values(at).map(([x, y]) => east(x, y));
  const tagRows = new Map<string, number>();
  const tagSets: Tags[] = [];
  const tagRow = (tags: Tags): number => {
    const key = JSON.stringify(Object.entries(tags).sort());
    const known = tagRows.get(key);
    if (known !== undefined) return known;
    tagRows.set(key, tagSets.length);
    return tagSets.push(tags) - 1;
  };
  const starts = [0];
  for (const { through } of ways) starts.push((starts.at(-1) ?? 0) + through.length);
  return {
    lng: Float64Array.from(places, ({ lng }) => lng),
    lat: Float64Array.from(places, ({ lat }) => lat),
    starts: Uint32Array.from(starts),
    nodes: Uint32Array.from(ways.flatMap(({ through }) => through.map(rowOf))),
    tags: Uint32Array.from(ways, ({ tags = { highway: "residential" } }) => tagRow(tags)),
    tagSets,
    barriers: new Map(Object.entries(barriers).map(([name, tags]) => [rowOf(name), tags])),
    ...(heights && { heights: Float32Array.from(names, (name) => heights[name] ?? Number.NaN) }),
  };
}
