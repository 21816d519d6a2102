/**
 * Rows of numbers in ascending order. Numbers asked for one after another are mostly near each other: it is looked
 * outwards from the last answer, in steps that double.
 */
export class SortedIds {
  readonly ids: Float64Array;
  /** Where the last number is, or would be. */
  #last = 0;

  /** Any numbers, in any order, some of them more than once. */
  constructor(some: Float64Array) {
    const sorted = some.slice().sort();
    let count = 0;
    for (let at = 0; at < sorted.length; at++) {
      if (count > 0 && sorted[count - 1] === sorted[at]) continue;
      sorted[count] = sorted[at] as number;
      count += 1;
    }
    this.ids = sorted.slice(0, count);
  }

  /** −1 if it is none of them. */
  rowOf(id: number): number {
    const { ids } = this;
    // The answer is the first row that is not less; it lies in low … high.
    let low = this.#last;
    let high = low;
    for (let step = 1; low > 0 && (ids[low - 1] as number) >= id; step *= 2) {
      high = low - 1;
      low = Math.max(0, low - step);
    }
    for (let step = 1; high < ids.length && (ids[high] as number) < id; step *= 2) {
      low = high + 1;
      high = Math.min(ids.length, high + step);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    return ids[low] === id ? low : -1;
  }
}
