import { type Exact, exact, plus, ratio, times, ZERO } from "../base/decimal.ts";

/** Adds up parts of people exactly. */
export interface SumOfParts {
  /** `some` of `all` equal parts of so many people. */
  add(people: number, some: number, all: number): void;
  sum(): Exact;
}

/** First those of equal parts are added, so that there are few fractions. */
export function sumOfParts(): SumOfParts {
  const byParts = new Map<number, Exact>();
  return {
    add(people, some, all) {
      if (some === 0) return;
      byParts.set(all, plus(byParts.get(all) ?? ZERO, times(exact(people), exact(some))));
    },
    sum: () =>
      [...byParts].reduce((sum, [all, part]) => plus(sum, times(part, ratio(1n, BigInt(all)))), ZERO),
  };
}
