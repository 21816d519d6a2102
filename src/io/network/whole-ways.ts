import { type Issue, issue } from "../../core/base/issue.ts";
import type { Work } from "../../core/base/work.ts";
import type { StreetMap, Tags } from "../../core/network/street-map.ts";
import type { DrawnWays } from "./drawn-ways.ts";
import { Floats } from "./floats.ts";
import { longEdge } from "./long-edges.ts";
import type { SortedIds } from "./sorted-ids.ts";

/** Where the nodes are that ways go through. */
export interface FoundNodes {
  readonly ids: SortedIds;
  /** Degrees WGS84, by row of `ids`; NaN where the file has no such node. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly barriers: ReadonlyMap<number, Tags>;
}

/** A map, and what the file lacks for it: how many ways were cut, and at how many nodes. */
export interface WholeWays {
  readonly map: StreetMap;
  readonly cut: { readonly ways: number; readonly nodes: number };
}

/**
 * The map of the ways, in the order of their numbers, and of the nodes they go through, in the order of theirs. A way is
 * cut where a node is missing; what is left of it with one node is dropped, and so is a way that has no length, which is
 * told. Yields the share done.
 */
export function* wholeWays(
  drawn: DrawnWays,
  found: FoundNodes,
  tell: (told: Issue) => void,
  shareOf: (share: number) => number,
): Work<WholeWays> {
  const { ids, starts, nodes, tags, tagSets } = drawn;
  const parts: Parts = { starts: new Floats(), nodes: new Floats(), tags: new Floats() };
  const missing = new Set<number>();
  let ways = 0;
  for (const [done, way] of drawn.inOrder().entries()) {
    if (done % WAYS_AT_A_TIME === 0) yield { part: "read", share: shareOf(done / starts.length) };
    const end = way + 1 < starts.length ? starts.at(way + 1) : nodes.length;
    const isFerry = tagSets.sets[tags.at(way)]?.route === "ferry";
    let [isCut, hasLength] = [false, false];
    let start = parts.nodes.length;
    const close = () => {
      if (isOnePlace(parts.nodes, start, found)) parts.nodes.shorten(start);
      else {
        parts.starts.push(start);
        parts.tags.push(tags.at(way));
        hasLength = true;
        const km = isFerry ? undefined : longestEdge(parts.nodes, start, found);
        if (km !== undefined)
          tell(issue("network.long-edge", "warning", { km }, { id: `way/${ids.at(way)}` }));
      }
      start = parts.nodes.length;
    };
    for (let at = starts.at(way); at < end; at++) {
      const row = found.ids.rowOf(nodes.at(at));
      if (Number.isNaN(found.lat[row])) {
        missing.add(row);
        isCut = true;
        close();
      } else parts.nodes.push(row);
    }
    close();
    if (isCut) ways += 1;
    else if (!hasLength) tell(issue("network.zero-length", "note", {}, { id: `way/${ids.at(way)}` }));
  }
  parts.starts.push(parts.nodes.length);
  return { map: mapOf(parts, tagSets.sets, found), cut: { ways, nodes: missing.size } };
}

/** Whether the nodes from `start` on are none, one, or all in one place. */
function isOnePlace(nodes: Floats, start: number, { lng, lat }: FoundNodes): boolean {
  for (let at = start + 1; at < nodes.length; at++) {
    const [a, b] = [nodes.at(start), nodes.at(at)];
    if (lng[a] !== lng[b] || lat[a] !== lat[b]) return false;
  }
  return true;
}

/** Kilometres, if there is a long one among the edges from `start` on. */
function longestEdge(nodes: Floats, start: number, { lng, lat }: FoundNodes): number | undefined {
  let longest: number | undefined;
  for (let at = start + 1; at < nodes.length; at++) {
    const [a, b] = [nodes.at(at - 1), nodes.at(at)];
    const km = longEdge(lng[a] as number, lat[a] as number, lng[b] as number, lat[b] as number);
    if (km !== undefined && km > (longest ?? 0)) longest = km;
  }
  return longest;
}

interface Parts {
  readonly starts: Floats;
  /** Rows of the nodes that were found. */
  readonly nodes: Floats;
  readonly tags: Floats;
}

/** Leaves out nodes that no part goes through, and tags that none has. */
function mapOf({ starts, nodes, tags }: Parts, sets: readonly Tags[], found: FoundNodes): StreetMap {
  const isUsed = new Uint8Array(found.lat.length);
  for (const row of nodes.values) isUsed[row] = 1;
  const rows = new Uint32Array(isUsed.length);
  let count = 0;
  for (const [row, used] of isUsed.entries()) {
    rows[row] = count;
    count += used;
  }
  const kept = (degrees: Float64Array) => degrees.filter((_, row) => isUsed[row] === 1);
  const barriers = [...found.barriers]
    .filter(([row]) => isUsed[row] === 1)
    .sort(([a], [b]) => a - b)
    .map(([row, said]) => [rows[row] as number, said] as const);
  const tagRows = new Map<number, number>();
  const rowOfTags = (set: number) => {
    const known = tagRows.get(set) ?? tagRows.size;
    tagRows.set(set, known);
    return known;
  };
  return {
    lng: kept(found.lng),
    lat: kept(found.lat),
    starts: Uint32Array.from(starts.values),
    nodes: Uint32Array.from(nodes.values, (row) => rows[row] as number),
    tags: Uint32Array.from(tags.values, rowOfTags),
    tagSets: [...tagRows.keys()].map((set) => sets[set] as Tags),
    barriers: new Map(barriers),
  };
}

const WAYS_AT_A_TIME = 1 << 14;
