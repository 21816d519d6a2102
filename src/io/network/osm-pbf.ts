import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Work } from "../../core/base/work.ts";
import type { StreetMap, Tags } from "../../core/network/street-map.ts";
import { toldIssues } from "../told-issues.ts";
import { DrawnWays } from "./drawn-ways.ts";
import { heightSaid } from "./heights.ts";
import { type Blob, blobAt, unpacked } from "./pbf/blobs.ts";
import { blockOf } from "./pbf/block.ts";
import { unknownFeature } from "./pbf/header.ts";
import { readNodes } from "./pbf/nodes.ts";
import { readWays, type WaySink } from "./pbf/ways.ts";
import { SortedIds } from "./sorted-ids.ts";
import { TagSets } from "./tag-sets.ts";
import { isBarrier, isBarringWay, isNodeKey, isWalkWay, isWayKey } from "./walk-tags.ts";
import { type FoundNodes, type WholeWays, wholeWays } from "./whole-ways.ts";

/**
 * The streets in a file of OpenStreetMap (.osm.pbf), with ferries, platforms and piers, what bars their nodes, and the
 * lines of water, railways and walls on the ground that nobody walks along. The file is gone through twice, first for the ways and then for their nodes, one part unpacked at a time: things may come in any
 * order, and only what is kept stands in memory. Refused where it is damaged or not understood: streets that are missing
 * unnoticed would make walks longer than they are.
 */
export function* readOsmPbf(
  bytes: Uint8Array,
  file: string,
  mostNodes: number = MOST_NODES,
): Work<Outcome<StreetMap>> {
  const read = yield* readOsmWays(bytes, file, mostNodes);
  return read.ok ? done(read.value.map, read.issues) : read;
}

/** The same, and what became of the ways that are kept. */
export function* readOsmWays(
  bytes: Uint8Array,
  file: string,
  mostNodes: number = MOST_NODES,
): Work<Outcome<Pick<WholeWays, "map" | "account">>> {
  const at = { file };
  if (bytes.length === 0) return refused(issue("file.empty", "error", {}, at));
  const drawn = yield* drawnWays(bytes, file, mostNodes);
  if (!drawn.ok) return drawn;
  const { ways, withNodes, parts } = drawn.value;
  const found = yield* foundNodes(bytes, file, withNodes, new SortedIds(ways.nodes.values));
  if (!found.ok) return found;
  const told = toldIssues(file);
  const tell = (each: Issue) => told.add({ ...each, at: { file, ...each.at } });
  const shareOf = (share: number) => NODES_READ + (1 - NODES_READ) * share;
  const { map, cut, account } = yield* wholeWays(ways, found.value, tell, shareOf);
  const walks = map.tagSets.map(isWalkWay);
  if (parts > 0) tell(issue("network.parts-unread", "warning", { parts }));
  if (cut.nodes > 0) tell(issue("network.missing-nodes", "warning", cut));
  const barring = map.tags.reduce((ways, row) => ways + (walks[row] ? 0 : 1), 0);
  if (barring > 0) tell(issue("network.barriers-kept", "note", { lines: barring }));
  const issues = told.listed();
  if (walks.includes(true)) return done({ map, account }, issues);
  return refused(issue("network.no-streets", "error", {}, at), ...issues);
}

/** The ways of a file by the numbers of their nodes. */
function* drawnWays(
  bytes: Uint8Array,
  file: string,
  mostNodes: number,
): Work<
  Outcome<{
    readonly ways: DrawnWays;
    /** Parts of the file that hold nodes. */
    readonly withNodes: readonly Blob[];
    /** How many are of a kind that is not known. */
    readonly parts: number;
  }>
> {
  const at = { file };
  const ways = new DrawnWays();
  const sink = sinkOf(ways);
  const withNodes: Blob[] = [];
  let parts = 0;
  for (let end = 0; end < bytes.length; ) {
    const blob = blobAt(bytes, end);
    if (end === 0 && blob?.type !== HEAD) return refused(issue("network.no-pbf", "error", {}, at));
    if (blob === undefined) return refused(issue("file.damaged", "error", {}, at));
    end = blob.end;
    yield { part: "read", share: WAYS_READ * (end / bytes.length) };
    if (blob.type !== HEAD && blob.type !== DATA) {
      parts += 1;
      continue;
    }
    const raw = unpacked(bytes, blob, file);
    if (!raw.ok) return raw;
    try {
      if (blob.type === HEAD) {
        const feature = unknownFeature(raw.value);
        if (feature === undefined) continue;
        return refused(issue("network.unknown-feature", "error", { feature }, at));
      }
      const block = blockOf(raw.value);
      if (block.plainNodes.length + block.denseNodes.length > 0) withNodes.push(blob);
      readWays(block, sink);
    } catch {
      return refused(issue("file.damaged", "error", {}, at));
    }
    if (ways.nodes.length > mostNodes) {
      return refused(issue("network.too-large", "error", { most: mostNodes }, at));
    }
  }
  return done({ ways, withNodes, parts });
}

function sinkOf(ways: DrawnWays): WaySink {
  const take = (node: number) => ways.nodes.push(node);
  return {
    isWantedKey: isWayKey,
    way: (id, tags) => {
      if (!isWalkWay(tags) && !isBarringWay(tags)) return undefined;
      ways.begin(id, tags);
      return take;
    },
  };
}

/** Where the nodes of these numbers are, as far as the file has them. */
function* foundNodes(
  bytes: Uint8Array,
  file: string,
  withNodes: readonly Blob[],
  ids: SortedIds,
): Work<Outcome<FoundNodes>> {
  const lng = new Float64Array(ids.ids.length).fill(Number.NaN);
  const lat = new Float64Array(ids.ids.length).fill(Number.NaN);
  const barriers = new Map<number, Tags>();
  const heights = new Map<number, number>();
  const said = new TagSets();
  const sink = {
    isWantedKey: isNodeKey,
    rowOf: (id: number) => ids.rowOf(id),
    node: (row: number, east: number, north: number, tags: Tags | undefined) => {
      lng[row] = east;
      lat[row] = north;
      if (tags === undefined) return;
      const { ele, ...others } = tags;
      const height = heightSaid(ele);
      if (height !== undefined) heights.set(row, height);
      if (isBarrier(others)) barriers.set(row, said.sets[said.rowOf(others)] ?? others);
    },
  };
  for (const blob of withNodes) {
    yield { part: "read", share: WAYS_READ + (NODES_READ - WAYS_READ) * (blob.end / bytes.length) };
    const raw = unpacked(bytes, blob, file);
    if (!raw.ok) return raw;
    try {
      readNodes(blockOf(raw.value), sink);
    } catch {
      return refused(issue("file.damaged", "error", {}, { file }));
    }
  }
  return done({ ids, lng, lat, barriers, heights });
}

/** Kinds of parts of a file. */
const HEAD = "OSMHeader";
const DATA = "OSMData";

/** Nodes that the kept ways of a file may go through, counted as often as a way does: ten provinces, and what fits. */
const MOST_NODES = 50_000_000;

/** Shares of the work that are done once the ways are read, and then the nodes. */
const WAYS_READ = 0.4;
const NODES_READ = 0.9;
