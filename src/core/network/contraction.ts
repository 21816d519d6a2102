import type { Work } from "../base/work.ts";
import { STEPS } from "./exact-metres.ts";
import { ARC_WIDTH, searchArcsFor } from "./search-arcs.ts";
import type { WalkGraph } from "./walk-graph.ts";

/**
 * Nodes taken out of the network one by one, the least important first; where the shortest walk between two neighbours
 * led over the node, a link that is as long takes its place. What a node was linked with when it was taken out are its
 * links upwards.
 */
export interface Contraction {
  /** Nodes in the order in which they were taken out. */
  readonly order: Uint32Array;
  readonly links: Links;
}

/** By node a list of links, in steps of `exactMetres`. */
export interface Links {
  /** By node: its first link, or `NO_LINK`. */
  readonly heads: Int32Array;
  /** By link: the next of the node, or `NO_LINK`. */
  nexts: Int32Array;
  others: Uint32Array;
  /** By link: equivalent and real steps to the other node, then from it; Infinity where nobody may. */
  steps: Float64Array;
}

export const LINK_WIDTH = 4;
export const NO_LINK = -1;

/** Walks longer than `limit` steps are of no account. */
export function* contraction(graph: WalkGraph, limit: number): Work<Contraction> {
  const count = graph.lng.length;
  const links = new LinkLists(graph, limit);
  const levels = new Uint16Array(count);
  const order = new Uint32Array(count);
  const queue = new RankQueue(count);
  for (let node = 0; node < count; node++) queue.put(node, links.importance(node));
  for (let done = 0; done < count; ) {
    if (done % NODES_PER_STEP === 0) yield { part: "network", share: done / count };
    const node = queue.take();
    const importance = links.importance(node) + (levels[node] as number);
    if (queue.rankOf(importance) > queue.current) {
      queue.put(node, importance);
      continue;
    }
    order[done++] = node;
    links.takeOut(node);
    for (let link = links.heads[node] as number; link !== NO_LINK; link = links.nexts[link] as number) {
      const other = links.others[link] as number;
      levels[other] = Math.max(levels[other] as number, (levels[node] as number) + 1);
    }
  }
  return { order, links };
}

const NODES_PER_STEP = 2048;

class LinkLists implements Links {
  readonly heads: Int32Array;
  nexts: Int32Array;
  others: Uint32Array;
  steps: Float64Array;
  private count = 0;
  private readonly limit: number;
  /** By node: the link of the node at hand with it, if it is one of this look. */
  private readonly marks: Int32Array;
  private readonly looks: Uint32Array;
  private look = 0;

  constructor(graph: WalkGraph, limit: number) {
    const { starts, arcs } = searchArcsFor(graph);
    const count = graph.lng.length;
    const room = 2 * arcs.length;
    this.limit = limit;
    this.heads = new Int32Array(count).fill(NO_LINK);
    this.nexts = new Int32Array(room);
    this.others = new Uint32Array(room);
    this.steps = new Float64Array(LINK_WIDTH * room);
    this.marks = new Int32Array(count);
    this.looks = new Uint32Array(count);
    for (let to = 0; to < count; to++) {
      const end = ARC_WIDTH * (starts[to + 1] as number);
      for (let arc = ARC_WIDTH * (starts[to] as number); arc < end; arc += ARC_WIDTH) {
        const metres = STEPS * (arcs[arc + 1] as number);
        if (metres <= limit) this.link(arcs[arc] as number, to, metres, STEPS * (arcs[arc + 2] as number));
      }
    }
  }

  /** How many links more there would be without the node. */
  importance(node: number): number {
    let degree = 0;
    for (let link = this.heads[node] as number; link !== NO_LINK; link = this.nexts[link] as number) degree++;
    return this.shortcuts(node, false) - degree;
  }

  takeOut(node: number): void {
    for (let link = this.heads[node] as number; link !== NO_LINK; link = this.nexts[link] as number) {
      this.unlink(this.others[link] as number, node);
    }
    this.shortcuts(node, true);
  }

  /** Pairs of neighbours with no walk beside the node that is as short; whether they are to be linked. */
  private shortcuts(node: number, make: boolean): number {
    let count = 0;
    for (let a = this.heads[node] as number; a !== NO_LINK; a = this.nexts[a] as number) {
      const from = this.others[a] as number;
      this.mark(from);
      for (let b = this.nexts[a] as number; b !== NO_LINK; b = this.nexts[b] as number) {
        const to = this.others[b] as number;
        const there = this.isMissing(node, a, b, to, 0);
        const back = this.isMissing(node, b, a, to, 2);
        if (!there && !back) continue;
        count++;
        if (!make) continue;
        const { steps } = this;
        const [ia, ib] = [LINK_WIDTH * a, LINK_WIDTH * b];
        const sum = (i: number, j: number) => (steps[i] as number) + (steps[j] as number);
        if (there) this.link(from, to, sum(ia + 2, ib), sum(ia + 3, ib + 1));
        if (back) this.link(to, from, sum(ib + 2, ia), sum(ib + 3, ia + 1));
        this.mark(from);
      }
    }
    return count;
  }

  /**
   * Whether the walk over the links `a` (towards the node) and `b` (on from it) is shorter than any of two links at most
   * beside it. The node whose links are marked is its start (`side` 0) or its end (2), `other` the one at the other end.
   */
  private isMissing(node: number, a: number, b: number, other: number, side: 0 | 2): boolean {
    const { steps, marks, looks, look, others, nexts } = this;
    const metres = (steps[LINK_WIDTH * a + 2] as number) + (steps[LINK_WIDTH * b] as number);
    if (metres > this.limit) return false;
    const walked = (steps[LINK_WIDTH * a + 3] as number) + (steps[LINK_WIDTH * b + 1] as number);
    if (looks[other] === look) {
      const at = LINK_WIDTH * (marks[other] as number) + side;
      if (isAtMost(steps[at] as number, steps[at + 1] as number, metres, walked)) return false;
    }
    for (let link = this.heads[other] as number; link !== NO_LINK; link = nexts[link] as number) {
      const between = others[link] as number;
      if (between === node || looks[between] !== look) continue;
      const at = LINK_WIDTH * (marks[between] as number) + side;
      const on = LINK_WIDTH * link + 2 - side;
      const sum = (steps[at] as number) + (steps[on] as number);
      if (isAtMost(sum, (steps[at + 1] as number) + (steps[on + 1] as number), metres, walked)) return false;
    }
    return true;
  }

  private mark(node: number): void {
    this.look++;
    for (let link = this.heads[node] as number; link !== NO_LINK; link = this.nexts[link] as number) {
      const other = this.others[link] as number;
      this.marks[other] = link;
      this.looks[other] = this.look;
    }
  }

  private link(from: number, to: number, metres: number, walked: number): void {
    this.improve(this.linkOf(from, to), metres, walked, 0);
    this.improve(this.linkOf(to, from), metres, walked, 2);
  }

  private improve(link: number, metres: number, walked: number, side: 0 | 2): void {
    const at = LINK_WIDTH * link + side;
    const { steps } = this;
    if (isAtMost(steps[at] as number, steps[at + 1] as number, metres, walked)) return;
    steps[at] = metres;
    steps[at + 1] = walked;
  }

  private linkOf(node: number, other: number): number {
    for (let link = this.heads[node] as number; link !== NO_LINK; link = this.nexts[link] as number) {
      if (this.others[link] === other) return link;
    }
    if (this.count === this.nexts.length) this.grow();
    const link = this.count++;
    this.nexts[link] = this.heads[node] as number;
    this.heads[node] = link;
    this.others[link] = other;
    this.steps.fill(Infinity, LINK_WIDTH * link, LINK_WIDTH * (link + 1));
    return link;
  }

  private unlink(node: number, other: number): void {
    let before = NO_LINK;
    for (let link = this.heads[node] as number; link !== NO_LINK; link = this.nexts[link] as number) {
      if (this.others[link] === other) {
        if (before === NO_LINK) this.heads[node] = this.nexts[link] as number;
        else this.nexts[before] = this.nexts[link] as number;
        return;
      }
      before = link;
    }
  }

  private grow(): void {
    const room = 2 * this.count;
    const [nexts, others, steps] = [this.nexts, this.others, this.steps];
    this.nexts = new Int32Array(room);
    this.nexts.set(nexts);
    this.others = new Uint32Array(room);
    this.others.set(others);
    this.steps = new Float64Array(LINK_WIDTH * room);
    this.steps.set(steps);
  }
}

function isAtMost(metres: number, walked: number, most: number, mostWalked: number): boolean {
  return metres < most || (metres === most && walked <= mostWalked);
}

/** Nodes by their importance, the least first. */
class RankQueue {
  current = 0;
  private readonly heads = new Int32Array(RANKS).fill(-1);
  private readonly nexts: Int32Array;

  constructor(nodes: number) {
    this.nexts = new Int32Array(nodes);
  }

  rankOf(importance: number): number {
    return Math.min(RANKS - 1, Math.max(0, importance + LEAST));
  }

  put(node: number, importance: number): void {
    const rank = this.rankOf(importance);
    this.nexts[node] = this.heads[rank] as number;
    this.heads[rank] = node;
    if (rank < this.current) this.current = rank;
  }

  /** One must be left. */
  take(): number {
    while (this.heads[this.current] === -1) this.current++;
    const node = this.heads[this.current] as number;
    this.heads[this.current] = this.nexts[node] as number;
    return node;
  }
}

const RANKS = 4096;
/** No node is worth less than this below 0. */
const LEAST = 64;
