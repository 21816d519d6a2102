import type { StreetMap, Tags } from "../../src/core/network/street-map.ts";
import type { PlainNode, PlainWay } from "../builders/osm-pbf-file.ts";

/**
 * The map that nodes and ways of OpenStreetMap are, the slow way: ways and nodes by their numbers, ways cut where a node
 * is missing and left out if they have no length, and no node that no way goes through. Tags are those of the caller, unfiltered.
 */
export function plainStreets(nodes: readonly PlainNode[], ways: readonly PlainWay[]): StreetMap {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = ways
    .toSorted((a, b) => a.id - b.id)
    .flatMap(({ through, tags }) => {
      const pieces: number[][] = [[]];
      for (const id of through) {
        if (byId.has(id)) pieces.at(-1)?.push(id);
        else pieces.push([]);
      }
      const hasLength = (piece: readonly number[]) =>
        new Set(piece.map((id) => `${byId.get(id)?.east} ${byId.get(id)?.north}`)).size > 1;
      return pieces.filter(hasLength).map((piece) => ({ piece, tags }));
    });
  const used = [...new Set(parts.flatMap(({ piece }) => piece))].sort((a, b) => a - b);
  const placed = used.map((id) => byId.get(id) as PlainNode);
  const rows = new Map(used.map((id, row) => [id, row]));
  const spelt = (tags: Tags) => JSON.stringify(Object.entries(tags).sort());
  const sets = [...new Map(parts.map(({ tags }) => [spelt(tags), tags]))];
  const starts = [0];
  for (const { piece } of parts) starts.push((starts.at(-1) as number) + piece.length);
  return {
    lng: Float64Array.from(placed, ({ east }) => east / 1e6),
    lat: Float64Array.from(placed, ({ north }) => north / 1e6),
    starts: Uint32Array.from(starts),
    nodes: Uint32Array.from(parts.flatMap(({ piece }) => piece.map((id) => rows.get(id) as number))),
    tags: Uint32Array.from(parts, ({ tags }) => sets.findIndex(([text]) => text === spelt(tags))),
    tagSets: sets.map(([, tags]) => tags),
    barriers: new Map(placed.flatMap(({ tags }, row) => (tags ? [[row, tags] as const] : []))),
  };
}
