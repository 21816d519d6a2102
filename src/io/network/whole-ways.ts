import { type Issue, issue } from "../../core/base/issue.ts";
import type { Work } from "../../core/base/work.ts";
import type { StreetMap, Tags } from "../../core/network/street-map.ts";
import type { DrawnWays } from "./drawn-ways.ts";
import { Floats } from "./floats.ts";
import { heightColumn } from "./heights.ts";
import { longEdge } from "./long-edges.ts";
import type { SortedIds } from "./sorted-ids.ts";

/** Where the nodes are that ways go through. */
export interface FoundNodes {
  readonly ids: SortedIds;
  /** Degrees WGS84, by row of `ids`; NaN where the file has no such node. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly barriers: ReadonlyMap<number, Tags>;
  /** Metres above the sea, by row; of some. */
  readonly heights: ReadonlyMap<number, number>;
}

/** A map, and what the file lacks for it: how many ways were cut, and at how many nodes. */
export interface WholeWays {
  readonly map: StreetMap;
  readonly cut: { readonly ways: number; readonly nodes: number };
  readonly account: WayAccount;
}

/** Ways that are whole, that were cut, and of which nothing is left. */
export interface WayAccount {
  readonly in: number;
  readonly used: number;
  readonly repaired: number;
  readonly rejected: number;
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
  let [used, repaired] = [0, 0];
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
    if (hasLength && isCut) repaired += 1;
    else if (hasLength) used += 1;
    if (isCut) ways += 1;
    else if (!hasLength) tell(issue("network.zero-length", "note", {}, { id: `way/${ids.at(way)}` }));
  }
  parts.starts.push(parts.nodes.length);
  const read = starts.length;
  return {
    map: mapOf(parts, tagSets.sets, found),
    cut: { ways, nodes: missing.size },
    account: { in: read, used, repaired, rejected: read - used - repaired },
  };
}

/** Whether the nodes from `start` on are none, one, or all in one place. */
function isOnePlace(nodes: Floats, start: number, { lng, lat }: FoundNodes): boolean {
  const first = start < nodes.length ? nodes.at(start) : 0;
  for (let at = start + 1; at < nodes.length; at++) {
    const row = nodes.at(at);
    if (lng[row] !== lng[first] || lat[row] !== lat[first]) return false;
  }
  return true;
}

/** Kilometres, if there is a long one among the edges from `start` on. */
function longestEdge(nodes: Floats, start: number, { lng, lat }: FoundNodes): number | undefined {
  let longest: number | undefined;
  for (let at = start + 1; at < nodes.length; at++) {
    const a = nodes.at(at - 1);
    const b = nodes.at(at);
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
  const before = found.lat.length;
  const isUsed = new Uint8Array(before);
  for (let at = 0; at < nodes.length; at++) isUsed[nodes.at(at)] = 1;
  const lng = new Floats();
  const lat = new Floats();
  /** By row of a node that was found: its row in the map. */
  const rows = new Uint32Array(before);
  const barriers = new Map<number, Tags>();
  const heights = new Map<number, number>();
  for (let row = 0; row < before; row++) {
    if (isUsed[row] === 0) continue;
    const said = found.barriers.get(row);
    if (said) barriers.set(lng.length, said);
    const height = found.heights.get(row);
    if (height !== undefined) heights.set(lng.length, height);
    rows[row] = lng.length;
    lng.push(found.lng[row] as number);
    lat.push(found.lat[row] as number);
  }
  const through = new Uint32Array(nodes.length);
  for (let at = 0; at < through.length; at++) through[at] = rows[nodes.at(at)] as number;
  const tagRows = new Map<number, number>();
  const tagged = new Uint32Array(tags.length);
  for (let way = 0; way < tagged.length; way++) {
    const row = tagRows.get(tags.at(way)) ?? tagRows.size;
    tagRows.set(tags.at(way), row);
    tagged[way] = row;
  }
  return {
    lng: lng.values.slice(),
    lat: lat.values.slice(),
    starts: new Uint32Array(starts.values),
    nodes: through,
    tags: tagged,
    tagSets: [...tagRows.keys()].map((set) => sets[set] as Tags),
    barriers,
    ...heightColumn(lng.length, heights),
  };
}

const WAYS_AT_A_TIME = 1 << 14;
