import type { Work } from "../base/work.ts";
import { type FactorPairs, NOT_WALKED } from "./factor-pairs.ts";
import { Grown } from "./grown.ts";
import { BARRED, DECIDING, isLower, type Noding, PASSED, vanishes, WAYS_AT_ONCE } from "./noding.ts";
import type { StreetMap } from "./street-map.ts";

/**
 * Stretches as they are found, in the order of the map: still to be sorted. A head is a piece to start with, doubled,
 * and one more where it is walked against its way.
 */
export interface Chains {
  /** By chain: the head at its start, and the head at its end that leads back. */
  readonly heads: Uint32Array;
  readonly tails: Uint32Array;
  /** By chain: rows of `nodes` that it leads from and to. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** By chain: its corners, ends included. */
  readonly corners: Uint32Array;
  /** Nodes of the map. A barred one stands here once for each side from which people come to it. */
  readonly nodes: Uint32Array;
}

export function* chainsOf(map: StreetMap, pairs: FactorPairs, noding: Noding): Work<Chains> {
  const walker = new ChainFinder(map, noding);
  const ways = map.tags.length;
  for (const rings of [false, true]) {
    for (let way = 0; way < ways; way++) {
      if (way % WAYS_AT_ONCE === 0)
        yield { part: "network", share: (rings ? 0.5 : 0.3) + (0.2 * way) / ways };
      if (pairs.byTags[map.tags[way] as number] === NOT_WALKED) continue;
      const last = (map.starts[way + 1] as number) - 1;
      for (let piece = map.starts[way] as number; piece < last; piece++) {
        if (walker.isKnown(piece) || vanishes(map, noding, piece)) continue;
        if (rings) walker.addRing(piece);
        else walker.addFrom(piece);
      }
    }
  }
  return walker.chains();
}

/** Stands at a node with a piece before it, and walks on to where something is decided. */
export class Stepper {
  /** The head of the piece that lies ahead. */
  head = 0;

  private readonly map: StreetMap;
  private readonly noding: Noding;

  constructor(map: StreetMap, noding: Noding) {
    this.map = map;
    this.noding = noding;
  }

  /** The node where it stands. */
  get node(): number {
    return this.nodeAt(this.head & 1);
  }

  /** The node at the other end of the piece ahead. */
  get next(): number {
    return this.nodeAt(1 - (this.head & 1));
  }

  get piece(): number {
    return this.head >>> 1;
  }

  /** The head that leads back over the piece ahead. */
  get back(): number {
    return (this.head ^ 1) >>> 0;
  }

  /** Walks over the piece ahead if it leads on to another one; stays, and says so, where something is decided at its end. */
  step(): boolean {
    const node = this.next;
    if (this.noding.kinds[node] !== PASSED) return false;
    const piece = ((this.noding.links[node] as number) ^ this.piece) >>> 0;
    const { same } = this.noding;
    const along = same[this.map.nodes[piece] as number] === node;
    this.head = (piece * 2 + (along ? 0 : 1)) >>> 0;
    return true;
  }

  private nodeAt(end: number): number {
    return this.noding.same[this.map.nodes[(this.head >>> 1) + end] as number] as number;
  }
}

const NONE = 0xffffffff;

class ChainFinder {
  private readonly heads = new Grown();
  private readonly tails = new Grown();
  private readonly from = new Grown();
  private readonly to = new Grown();
  private readonly corners = new Grown();
  private readonly nodes = new Grown();
  /** By piece: whether it is part of a chain. */
  private readonly known: Uint8Array;
  /** By deciding node of the map: its row. */
  private readonly rows: Uint32Array;
  private readonly stepper: Stepper;
  private readonly map: StreetMap;
  private readonly noding: Noding;

  constructor(map: StreetMap, noding: Noding) {
    this.map = map;
    this.noding = noding;
    this.known = new Uint8Array(map.nodes.length);
    this.rows = new Uint32Array(map.lng.length).fill(NONE);
    this.stepper = new Stepper(map, noding);
  }

  isKnown(piece: number): boolean {
    return this.known[piece] === 1;
  }

  /** The chain that starts with this piece, at either end of it, if something is decided there. */
  addFrom(piece: number): void {
    for (const head of [piece * 2, piece * 2 + 1]) {
      this.stepper.head = head >>> 0;
      if (this.noding.kinds[this.stepper.node] === PASSED) continue;
      this.add(head >>> 0);
      return;
    }
  }

  /** The ring that this piece is part of: nothing is decided on it, so its lowest node is where it starts. */
  addRing(piece: number): void {
    const { map, stepper } = this;
    stepper.head = (piece * 2) >>> 0;
    const first = stepper.node;
    let lowest = stepper.head;
    let lowestNode = first;
    do {
      if (isLower(map, stepper.node, lowestNode)) {
        lowest = stepper.head;
        lowestNode = stepper.node;
      }
      stepper.step();
    } while (stepper.node !== first);
    this.noding.kinds[lowestNode] = DECIDING;
    this.add(lowest);
  }

  chains(): Chains {
    return {
      heads: this.heads.column(),
      tails: this.tails.column(),
      from: this.from.column(),
      to: this.to.column(),
      corners: this.corners.column(),
      nodes: this.nodes.column(),
    };
  }

  private add(head: number): void {
    const { stepper } = this;
    stepper.head = head;
    const from = this.rowOf(stepper.node);
    let corners = 2;
    this.known[stepper.piece] = 1;
    while (stepper.step()) {
      this.known[stepper.piece] = 1;
      corners++;
    }
    this.heads.push(head);
    this.tails.push(stepper.back);
    this.from.push(from);
    this.to.push(this.rowOf(stepper.next));
    this.corners.push(corners);
  }

  private rowOf(node: number): number {
    if (this.noding.kinds[node] === BARRED) return this.nodes.push(node);
    const known = this.rows[node] as number;
    if (known !== NONE) return known;
    const row = this.nodes.push(node);
    this.rows[node] = row;
    return row;
  }
}
