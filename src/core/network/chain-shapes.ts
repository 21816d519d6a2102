import { Stepper } from "./chains.ts";
import { type FactorPairs, pairOfPiece } from "./factor-pairs.ts";
import type { Noding } from "./noding.ts";
import type { StreetMap } from "./street-map.ts";

/** What chains look like, by the head that they are walked from. */
export class ChainShapes {
  private readonly map: StreetMap;
  private readonly pairs: FactorPairs;
  private readonly here: Stepper;
  private readonly there: Stepper;

  constructor(map: StreetMap, pairs: FactorPairs, noding: Noding) {
    this.map = map;
    this.pairs = pairs;
    this.here = new Stepper(map, noding);
    this.there = new Stepper(map, noding);
  }

  /** Calls with every corner, a node of the map, ends included. */
  eachCorner(head: number, call: (node: number) => void): void {
    const { here } = this;
    here.head = head;
    do call(here.node);
    while (here.step());
    call(here.next);
  }

  /** Row of the way of its first piece. */
  wayOf(head: number): number {
    const { starts } = this.map;
    const piece = head >>> 1;
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= piece) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Row of its pair of factors, as walked from this head. */
  pairOf(head: number): number {
    const tags = this.map.tags[this.wayOf(head)] as number;
    const pair = pairOfPiece(this.pairs, tags, head >>> 1);
    return (head & 1) === 0 ? pair : (this.pairs.turned[pair] as number);
  }

  /** Its corners and factors as text, the same for chains that look the same. */
  words(head: number): string {
    const { lng, lat } = this.map;
    const pair = this.pairOf(head);
    const words = [`${this.pairs.forth[pair]} ${this.pairs.back[pair]}`];
    this.eachCorner(head, (node) => words.push(`${lng[node]} ${lat[node]}`));
    return words.join(" ");
  }

  /** Which of two chains between the same places goes first: by corners, then factors; 0 if they look the same. */
  compare(a: number, b: number): number {
    const { here, there, pairs } = this;
    here.head = a;
    there.head = b;
    for (;;) {
      const apart = this.apart(here.next, there.next);
      if (apart !== 0) return apart;
      const goesOn = here.step();
      if (there.step() !== goesOn) return goesOn ? 1 : -1;
      if (!goesOn) break;
    }
    const [one, other] = [this.pairOf(a), this.pairOf(b)];
    return (
      order(pairs.forth[one] as number, pairs.forth[other] as number) ||
      order(pairs.back[one] as number, pairs.back[other] as number)
    );
  }

  private apart(a: number, b: number): number {
    const { lng, lat } = this.map;
    return order(lng[a] as number, lng[b] as number) || order(lat[a] as number, lat[b] as number);
  }
}

/** Infinity equals itself here. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
