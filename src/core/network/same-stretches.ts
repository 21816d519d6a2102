import type { WalkGraph } from "./walk-graph.ts";

/**
 * Which stretches of two networks are the same: to the last bit, drawn the same way round, and between nodes where the
 * same ones meet, others apart that are gone or new. Places do not tell nodes: a bridge is right above another street.
 */
export interface SameStretches {
  /** By stretch of the first network: that of the second, or `NO_STRETCH`. Each is taken once, the first of twins first. */
  readonly after: Int32Array;
  /** By stretch of the second: 1 if it is that of one of the first. */
  readonly kept: Uint8Array;
}

export const NO_STRETCH = -1;

/** Cost: linear in both. */
export function sameStretches(before: WalkGraph, now: WalkGraph): SameStretches {
  const after = new Int32Array(before.from.length).fill(NO_STRETCH);
  const kept = new Uint8Array(now.from.length);
  const { heads, nexts } = filedByHash(now);
  for (let stretch = 0; stretch < after.length; stretch++) {
    let other = heads[hashOf(before, stretch) % heads.length] as number;
    while (other !== NO_STRETCH && (kept[other] === 1 || !isSame(before, stretch, now, other))) {
      other = nexts[other] as number;
    }
    if (other === NO_STRETCH) continue;
    after[stretch] = other;
    kept[other] = 1;
  }
  partAtOtherNodes(before, now, after, kept);
  return { after, kept };
}

/** Takes stretches for others that meet at one node in one of the networks and at several in the other. */
function partAtOtherNodes(before: WalkGraph, now: WalkGraph, after: Int32Array, kept: Uint8Array): void {
  const nodesNow = new Int32Array(before.lng.length).fill(NO_NODE);
  const nodesBefore = new Int32Array(now.lng.length).fill(NO_NODE);
  const isOther = { before: new Uint8Array(before.lng.length), now: new Uint8Array(now.lng.length) };
  const meet = (was: number, is: number) => {
    const [known, back] = [nodesNow[was] as number, nodesBefore[is] as number];
    if (known === NO_NODE) nodesNow[was] = is;
    if (back === NO_NODE) nodesBefore[is] = was;
    if ((known === NO_NODE || known === is) && (back === NO_NODE || back === was)) return;
    isOther.before[was] = 1;
    isOther.now[is] = 1;
  };
  after.forEach((is, was) => {
    if (is === NO_STRETCH) return;
    meet(before.from[was] as number, now.from[is] as number);
    meet(before.to[was] as number, now.to[is] as number);
  });
  const isAtOther = ({ from, to }: WalkGraph, others: Uint8Array, stretch: number) =>
    others[from[stretch] as number] === 1 || others[to[stretch] as number] === 1;
  after.forEach((is, was) => {
    if (is === NO_STRETCH) return;
    if (!isAtOther(before, isOther.before, was) && !isAtOther(now, isOther.now, is)) return;
    after[was] = NO_STRETCH;
    kept[is] = 0;
  });
}

const NO_NODE = -1;

/** Stretches of one hash, ascending: by hash the first, and by stretch the next. */
function filedByHash(graph: WalkGraph): { readonly heads: Int32Array; readonly nexts: Int32Array } {
  const count = graph.from.length;
  const heads = new Int32Array(2 * count + 1).fill(NO_STRETCH);
  const nexts = new Int32Array(count);
  for (let stretch = count - 1; stretch >= 0; stretch--) {
    const at = hashOf(graph, stretch) % heads.length;
    nexts[stretch] = heads[at] as number;
    heads[at] = stretch;
  }
  return { heads, nexts };
}

/** Of its first corner, its last, and its metres; 32 bits. */
function hashOf({ shapeStarts, shapeLng, shapeLat, metres }: WalkGraph, stretch: number): number {
  const [first, last] = [shapeStarts[stretch] as number, (shapeStarts[stretch + 1] as number) - 1];
  numbers[0] = shapeLng[first] as number;
  numbers[1] = shapeLat[first] as number;
  numbers[2] = shapeLng[last] as number;
  numbers[3] = shapeLat[last] as number;
  numbers[4] = metres[stretch] as number;
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word ^ (word >>> 15), 0x9e3779b1) ^ (hash >>> 13);
  return hash >>> 0;
}

const numbers = new Float64Array(5);
const words = new Uint32Array(numbers.buffer);

function isSame(before: WalkGraph, a: number, now: WalkGraph, b: number): boolean {
  if (before.metres[a] !== now.metres[b]) return false;
  if (before.forth[a] !== now.forth[b] || before.back[a] !== now.back[b]) return false;
  const [from, to] = [before.shapeStarts[a] as number, now.shapeStarts[b] as number];
  const corners = (before.shapeStarts[a + 1] as number) - from;
  if ((now.shapeStarts[b + 1] as number) - to !== corners) return false;
  for (let i = 0; i < corners; i++) {
    if (before.shapeLng[from + i] !== now.shapeLng[to + i]) return false;
    if (before.shapeLat[from + i] !== now.shapeLat[to + i]) return false;
  }
  return true;
}
