import type { Work } from "../base/work.ts";
import { type FactorPairs, NOT_WALKED, pairOfPiece } from "./factor-pairs.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { bars } from "./walked-as.ts";

/**
 * What each node of a map is to those who walk. A piece lies between two nodes that follow each other on a walked way;
 * it has the number of the first of them in `map.nodes`. Pieces without length vanish: their ends are one node.
 */
export interface Noding {
  /** By node of the map: the node that stands for it. */
  readonly same: Uint32Array;
  /** By node that stands for itself: `UNUSED`, `PASSED`, `DECIDING` or `BARRED`. */
  readonly kinds: Uint8Array;
  /** By passed node: its two pieces, one XOR the other. */
  readonly links: Uint32Array;
}

export const UNUSED = 0;
/** Two pieces meet that are walked alike: nothing is decided here. */
export const PASSED = 1;
/** Ways meet or end, or are walked otherwise from here on. */
export const DECIDING = 2;
/** People come here from every side and turn around. */
export const BARRED = 3;
const ENDS_ONCE = 4;

export function* noding(map: StreetMap, profile: WalkProfile, pairs: FactorPairs): Work<Noding> {
  const nodes = map.lng.length;
  const found: Noding = {
    same: new Uint32Array(nodes),
    kinds: new Uint8Array(nodes),
    links: new Uint32Array(nodes),
  };
  const { same, kinds } = found;
  for (let node = 0; node < nodes; node++) same[node] = node;
  for (const [node, tags] of map.barriers) if (bars(tags, profile)) kinds[node] = BARRED;
  for (let way = 0; way < map.tags.length; way += WAYS_AT_ONCE) {
    yield { part: "network", share: (0.1 * way) / map.tags.length };
    joinFlat(map, pairs, found, way);
  }
  for (let node = 0; node < nodes; node++) same[node] = rootOf(same, node);
  const seen = new Uint16Array(nodes);
  for (let way = 0; way < map.tags.length; way += WAYS_AT_ONCE) {
    yield { part: "network", share: 0.1 + (0.2 * way) / map.tags.length };
    linkPieces(map, pairs, found, seen, way);
  }
  for (let node = 0; node < nodes; node++) if (kinds[node] === ENDS_ONCE) kinds[node] = DECIDING;
  return found;
}

/** How many ways are gone through between two steps of work. */
export const WAYS_AT_ONCE = 20_000;

/** Whether both ends of a piece are one place. */
export function vanishes({ lng, lat, nodes }: StreetMap, { same }: Noding, piece: number): boolean {
  const a = same[nodes[piece] as number] as number;
  const b = same[nodes[piece + 1] as number] as number;
  return (
    Math.abs((lng[a] as number) - (lng[b] as number)) < FLAT &&
    Math.abs((lat[a] as number) - (lat[b] as number)) < FLAT
  );
}

/** Degrees: a tenth of a micrometre. Coordinates of maps have steps of a centimetre. */
const FLAT = 1e-12;

/** Makes one node of the ends of each piece without length, unless one of them is barred: nobody passes there. */
function joinFlat(map: StreetMap, pairs: FactorPairs, found: Noding, from: number): void {
  const { same, kinds } = found;
  const until = Math.min(from + WAYS_AT_ONCE, map.tags.length);
  for (let way = from; way < until; way++) {
    if (pairs.byTags[map.tags[way] as number] === NOT_WALKED) continue;
    const last = (map.starts[way + 1] as number) - 1;
    for (let piece = map.starts[way] as number; piece < last; piece++) {
      if (!vanishes(map, found, piece)) continue;
      const a = rootOf(same, map.nodes[piece] as number);
      const b = rootOf(same, map.nodes[piece + 1] as number);
      if (a === b || kinds[a] === BARRED || kinds[b] === BARRED) continue;
      if (isLower(map, a, b)) same[b] = a;
      else same[a] = b;
    }
  }
}

function rootOf(same: Uint32Array, node: number): number {
  let at = node;
  while (same[at] !== at) {
    same[at] = same[same[at] as number] as number;
    at = same[at] as number;
  }
  return at;
}

/** Whether a node of the map lies before another: by longitude, then latitude. */
export function isLower({ lng, lat }: StreetMap, a: number, b: number): boolean {
  const apart = (lng[a] as number) - (lng[b] as number);
  return apart !== 0 ? apart < 0 : (lat[a] as number) < (lat[b] as number);
}

/** Tells both ends of each piece of some ways what begins there. `seen`: by node, how its first piece leads away. */
function linkPieces(
  map: StreetMap,
  pairs: FactorPairs,
  found: Noding,
  seen: Uint16Array,
  from: number,
): void {
  const { same, kinds, links } = found;
  const until = Math.min(from + WAYS_AT_ONCE, map.tags.length);
  for (let way = from; way < until; way++) {
    const tags = map.tags[way] as number;
    if (pairs.byTags[tags] === NOT_WALKED) continue;
    const last = (map.starts[way + 1] as number) - 1;
    for (let piece = map.starts[way] as number; piece < last; piece++) {
      if (vanishes(map, found, piece)) continue;
      const pair = pairOfPiece(pairs, tags, piece);
      const turned = pairs.turned[pair] as number;
      for (let end = 0; end < 2; end++) {
        const node = same[map.nodes[piece + end] as number] as number;
        const kind = kinds[node] as number;
        if (kind === UNUSED) {
          kinds[node] = ENDS_ONCE;
          seen[node] = end === 0 ? pair : turned;
          links[node] = piece;
        } else if (kind === ENDS_ONCE) {
          kinds[node] = seen[node] === (end === 0 ? turned : pair) ? PASSED : DECIDING;
          links[node] = (links[node] as number) ^ piece;
        } else if (kind === PASSED) kinds[node] = DECIDING;
      }
    }
  }
}
