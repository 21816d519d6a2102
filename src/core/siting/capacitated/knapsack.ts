/** What may be put into a knapsack: from the most profit for its size on, each of them of some profit. */
export interface Items {
  readonly count: number;
  readonly profits: Float64Array;
  readonly sizes: Float64Array;
}

export interface Packed {
  /** No choice of items that fits has more profit. */
  readonly profit: number;
  /** Items and choices that were looked at. */
  readonly steps: number;
}

/** Fills `parts` with the part of each item that is taken: the last one not whole, which is the best there is (Dantzig 1957). */
export function packParts({ count, profits, sizes }: Items, room: number, parts: Float64Array): Packed {
  let [profit, left, at] = [0, room, 0];
  for (; at < count && (sizes[at] as number) <= left; at++) {
    parts[at] = 1;
    profit += profits[at] as number;
    left -= sizes[at] as number;
  }
  parts.fill(0, at, count);
  if (at < count) {
    parts[at] = left / (sizes[at] as number);
    profit += (parts[at] as number) * (profits[at] as number);
  }
  return { profit, steps: count };
}

/**
 * Fills `parts` with 1 for items that are taken and 0 for others, by the best choice that was found (Horowitz and Sahni 1974).
 * Where that takes too long the profit is what parts of items would have.
 */
export function packWhole(items: Items, room: number, parts: Float64Array): Packed {
  const { count, profits, sizes } = items;
  const relaxed = packParts(items, room, parts);
  let split = 0;
  while (split < count && parts[split] === 1) split++;
  if (split === count || parts[split] === 0) return relaxed;

  const taken = new Uint8Array(count);
  let [best, profit, left, at, steps] = [-1, 0, room, 0, count];
  for (const most = count * MOST_LOOKS; steps <= most; ) {
    // What is left to gain from here on, at most.
    let [bound, space, each] = [profit, left, at];
    for (; each < count && (sizes[each] as number) <= space; each++) {
      bound += profits[each] as number;
      space -= sizes[each] as number;
    }
    steps += each - at + 1;
    if (each < count) bound += (space / (sizes[each] as number)) * (profits[each] as number);
    if (bound > best) {
      for (; at < each; at++) {
        taken[at] = 1;
        profit += profits[at] as number;
        left -= sizes[at] as number;
      }
      if (at < count) {
        taken[at++] = 0;
        continue;
      }
      best = Math.max(best, profit);
      if (profit === best) for (let item = 0; item < count; item++) parts[item] = taken[item] as number;
    }
    at--;
    while (at >= 0 && taken[at] === 0) at--;
    if (at < 0) return { profit: best, steps };
    taken[at] = 0;
    profit -= profits[at] as number;
    left += sizes[at] as number;
    at++;
  }
  return { profit: relaxed.profit, steps };
}

/** How often all items are looked at before that is too long. */
const MOST_LOOKS = 60;
