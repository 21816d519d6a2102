import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { type ClosedPiece, type OpenedWay, overridden, type StreetChange } from "./changed-streets.ts";
import { footFinder } from "./join-foot.ts";
import type { StreetMap, Tags } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { walkedAs } from "./walked-as.ts";

/** What a planner points at to change it: the change that it comes to, and where it is. */
export interface FoundStreet {
  readonly change: ClosedPiece | OpenedWay;
  readonly line: readonly LngLat[];
}

/** To be closed: what is walked, from one junction to the next; to be opened: a whole way that is barred. */
export type StreetAsked = "close" | "open";

/**
 * The street nearest to a place that can be closed, or opened, for people of the profile; none beyond `within`. What `changes` closed or
 * opened already is not found again. Cost: one look at every node of the ways.
 */
export function streetNear(
  map: StreetMap,
  changes: readonly StreetChange[],
  profile: WalkProfile,
  place: LngLat,
  { asked, within }: { readonly asked: StreetAsked; readonly within: Metres },
): FoundStreet | undefined {
  const isAsked = map.tagSets.map((tags) => {
    const isWalked = isWalkedAs(tags, profile);
    return asked === "close" ? isWalked : !isWalked && isWalkedAs(overridden(tags, OPENED), profile);
  });
  const foot = footFinder();
  foot.stand(place.lng, place.lat);
  const [width, height] = [foot.halfWidth(within), foot.halfHeight(within)];
  let [nearest, nearestWay, nearestAt] = [Infinity, -1, -1];
  for (let way = 0; way < map.tags.length; way++) {
    if (!isAsked[map.tags[way] as number]) continue;
    const [start, end] = [map.starts[way] as number, map.starts[way + 1] as number];
    for (let at = start; at + 1 < end; at++) {
      const [a, b] = [placeOf(map, at), placeOf(map, at + 1)];
      if (Math.min(a.lng, b.lng) > place.lng + width || Math.max(a.lng, b.lng) < place.lng - width) continue;
      if (Math.min(a.lat, b.lat) > place.lat + height || Math.max(a.lat, b.lat) < place.lat - height)
        continue;
      const metres = foot.find(a.lng, a.lat, b.lng, b.lat);
      if (metres > within || metres >= nearest) continue;
      if (changes.some((change) => isOn(change, way, at - start))) continue;
      [nearest, nearestWay, nearestAt] = [metres, way, at];
    }
  }
  if (nearestWay < 0) return undefined;
  const [first, last] = [map.starts[nearestWay] as number, (map.starts[nearestWay + 1] as number) - 1];
  const { name } = map.tagSets[map.tags[nearestWay] as number] as Tags;
  const said = (line: readonly LngLat[]) => ({
    ...(name !== undefined && { name }),
    metres: Math.round(metresOf(line)),
  });
  if (asked === "open") {
    const line = lineOf(map, first, last);
    return { change: { kind: "opened", way: nearestWay, tags: OPENED, ...said(line) }, line };
  }
  const meets = junctions(map, isAsked);
  let [from, to] = [nearestAt, nearestAt + 1];
  while (from > first && !meets(map.nodes[from] as number)) from--;
  while (to < last && !meets(map.nodes[to] as number)) to++;
  const line = lineOf(map, from, to);
  return {
    change: { kind: "closed", way: nearestWay, from: from - first, to: to - first, ...said(line) },
    line,
  };
}

/** Where a change is; nothing where it fits no street. */
export function lineOfChange(map: StreetMap, change: StreetChange): readonly LngLat[] {
  if (change.kind === "added") return change.line;
  const [first = 0, end = 0] = map.starts.subarray(change.way, change.way + 2);
  if (change.kind === "opened") return lineOf(map, first, end - 1);
  return lineOf(map, first + change.from, Math.min(first + change.to, end - 1));
}

/** Everybody may walk there, whatever was said before. */
const OPENED: Tags = { access: "", foot: "yes" };

function isWalkedAs(tags: Tags, profile: WalkProfile): boolean {
  const { forth, back } = walkedAs(tags, profile);
  return Math.min(forth, back) < Infinity;
}

function isOn(change: StreetChange, way: number, piece: number): boolean {
  if (change.kind === "added" || change.way !== way) return false;
  return change.kind === "opened" || (change.from <= piece && piece < change.to);
}

/** Whether a node is on more than one of the ways that are asked for, or twice on one. */
function junctions(map: StreetMap, isAsked: readonly boolean[]): (node: number) => boolean {
  const times = new Uint8Array(map.lng.length);
  for (let way = 0; way < map.tags.length; way++) {
    if (!isAsked[map.tags[way] as number]) continue;
    for (const node of map.nodes.subarray(map.starts[way], map.starts[way + 1])) {
      times[node] = Math.min(2, (times[node] as number) + 1);
    }
  }
  return (node) => times[node] === 2;
}

function lineOf(map: StreetMap, from: number, to: number): readonly LngLat[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => placeOf(map, from + i));
}

function placeOf({ nodes, lng, lat }: StreetMap, at: number): LngLat {
  const node = nodes[at] as number;
  return { lng: lng[node] as number, lat: lat[node] as number };
}

function metresOf(line: readonly LngLat[]): Metres {
  return line.reduce((sum, at, i) => (i === 0 ? 0 : sum + geodesicMetres(line[i - 1] ?? at, at)), 0);
}
