import { byCodeUnit } from "../../core/base/order.ts";
import type { Tags } from "../../core/network/street-map.ts";

/** Tags that many ways share, each kept once, by row. */
export class TagSets {
  readonly sets: Tags[] = [];
  readonly #rows = new Map<string, number>();

  /** The order of keys makes no difference. */
  rowOf(tags: Tags): number {
    const pairs = Object.entries(tags).sort(([a], [b]) => byCodeUnit(a, b));
    const key = JSON.stringify(pairs);
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    this.#rows.set(key, this.sets.length);
    return this.sets.push(Object.fromEntries(pairs)) - 1;
  }
}
