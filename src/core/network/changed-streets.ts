import { type Issue, issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { joinedLine } from "./join-line.ts";
import { StreetDraft, sameTags } from "./street-draft.ts";
import type { StreetMap, Tags } from "./street-map.ts";

/** What a planner does to streets. Rows are those of the map before all changes. */
export type StreetChange = ClosedPiece | AddedStreet | OpenedWay;

/** Nobody walks from one place of a way to another any more: its nodes number `from` to `to`, `from` before `to`. */
export interface ClosedPiece extends SaidOfStreet {
  readonly kind: "closed";
  readonly way: number;
  readonly from: number;
  readonly to: number;
}

/** What was told of a street when it was changed, for whoever reads the list; nothing follows from it. */
interface SaidOfStreet {
  readonly name?: string;
  readonly metres?: Metres;
}

export interface AddedStreet {
  readonly kind: "added";
  readonly line: readonly LngLat[];
  readonly tags: Tags;
}

/** A way that was barred is walked: these tags take the place of its own, one by one; an empty one takes it away. */
export interface OpenedWay extends SaidOfStreet {
  readonly kind: "opened";
  readonly way: number;
  readonly tags: Tags;
}

/**
 * The map with its streets changed. Ways and nodes keep their rows; what is left of a way beyond a closed piece, and
 * added streets, come after them. First is opened and closed, then added in order, so that a street may join one that
 * was added before and none that was closed. Refused with an issue for each change that cannot be made, told by its
 * number, from 1; a street that joins no other is a remark.
 */
export function changedStreets(map: StreetMap, changes: readonly StreetChange[]): Outcome<StreetMap> {
  const wrong = faultsOf(map, changes);
  if (wrong.length > 0) return refused(...wrong);
  const draft = new StreetDraft(map);
  for (const change of changes) {
    if (change.kind !== "opened") continue;
    draft.retag(change.way, overridden(draft.tagsOf(change.way), change.tags));
  }
  closeAll(
    draft,
    changes.filter((change) => change.kind === "closed"),
  );
  const issues: Issue[] = [];
  for (const [i, change] of changes.entries()) {
    if (change.kind !== "added") continue;
    const { nodes, joins } = joinedLine(draft, change.line);
    if (nodes.length < 2) return refused(issue("network.zero-length", "error", {}, { row: i + 1 }));
    draft.addWay(nodes, change.tags);
    if (joins === 0) issues.push(issue("edit.street-apart", "warning", {}, { row: i + 1 }));
  }
  return done(draft.finished(), issues);
}

/** Why changes cannot be made, each told by its number, from 1. */
export function faultsOf(map: StreetMap, changes: readonly StreetChange[]): readonly Issue[] {
  return changes.flatMap((change, i) => faultOf(map, change, i + 1));
}

function faultOf(map: StreetMap, change: StreetChange, row: number): readonly Issue[] {
  if (change.kind === "added") return lineFault(change.line, row);
  const { way } = change;
  if (!Number.isInteger(way) || way < 0 || way >= map.tags.length) {
    return [issue("edit.unknown-street", "error", { way: way + 1 }, { row })];
  }
  if (change.kind === "opened") {
    const own = map.tagSets[map.tags[way] as number] as Tags;
    if (!sameTags(overridden(own, change.tags), own)) return [];
    return [issue("edit.nothing-changed", "error", { id: own.name ?? String(way) }, { row })];
  }
  const { from, to } = change;
  const last = (map.starts[way + 1] as number) - (map.starts[way] as number) - 1;
  if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= last) return [];
  return [issue("edit.no-such-piece", "error", { from: from + 1, to: to + 1, points: last + 1 }, { row })];
}

function lineFault(line: readonly LngLat[], row: number): readonly Issue[] {
  const stray = line.find(({ lng, lat }) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90));
  if (stray) {
    return [issue("edit.no-place", "error", { lng: String(stray.lng), lat: String(stray.lat) }, { row })];
  }
  const [first] = line;
  const isLong = line.some(({ lng, lat }) => lng !== first?.lng || lat !== first.lat);
  return isLong ? [] : [issue("network.zero-length", "error", {}, { row })];
}

function closeAll(draft: StreetDraft, closed: readonly ClosedPiece[]): void {
  for (const way of new Set(closed.map((each) => each.way))) {
    const nodes = Array.from(draft.nodesOf(way));
    const isClosed = new Uint8Array(nodes.length);
    for (const { from, to } of closed.filter((each) => each.way === way)) isClosed.fill(1, from, to);
    const [first = [], ...others] = openRuns(nodes, isClosed);
    draft.redraw(way, first);
    for (const run of others) draft.addWay(run, draft.tagsOf(way));
  }
}

/** Runs of nodes that are left where some pieces, each named by its first node, are closed. */
function openRuns(nodes: readonly number[], isClosed: Uint8Array): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] | undefined;
  for (let piece = 0; piece + 1 < nodes.length; piece++) {
    if (isClosed[piece] === 1) run = undefined;
    else if (run) run.push(nodes[piece + 1] as number);
    else {
      run = [nodes[piece] as number, nodes[piece + 1] as number];
      runs.push(run);
    }
  }
  return runs;
}

/** Tags in whose place others stand, one by one; an empty one takes its own away. */
export function overridden(tags: Tags, over: Tags): Tags {
  return Object.fromEntries(Object.entries({ ...tags, ...over }).filter(([, value]) => value !== ""));
}
