import { describe, expect, it } from "vitest";
import { diceOf, latticeNoise } from "../../../src/core/base/random.ts";

describe("dice", () => {
  it("throws the same on every machine, another stream for another seed or purpose", () => {
    const throws = (seed: number, purpose?: string) => {
      const dice = diceOf(seed, purpose);
      return [dice.unit(), dice.unit(), dice.unit()];
    };
    expect(throws(1)).toEqual(throws(1));
    expect(throws(1)).toEqual(GOLDEN);
    expect(throws(2)).not.toEqual(throws(1));
    expect(throws(2 ** 40 + 1)).not.toEqual(throws(1));
    expect(throws(1, "names")).not.toEqual(throws(1));
  });

  it("is even: 100,000 throws fall into 100 bins of 1,000 ± 5 deviations, 32 each", () => {
    const dice = diceOf(7);
    const bins = new Array<number>(100).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const at = Math.floor(dice.unit() * 100);
      bins[at] = (bins[at] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(160);
  });

  it("reaches both ends of a whole range and no further", () => {
    const dice = diceOf(3);
    const seen = new Set(Array.from({ length: 500 }, () => dice.whole(-2, 3)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
  });

  it("shuffles without loss and leaves the original alone", () => {
    const rows = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = diceOf(5).shuffled(rows);
    expect(shuffled).not.toEqual(rows);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(rows);
  });

  it("is bell-shaped: mean 0 and deviation 1 within 2 % over 50,000", () => {
    const dice = diceOf(11);
    const throws = Array.from({ length: 50_000 }, () => dice.bell());
    const mean = throws.reduce((a, b) => a + b, 0) / throws.length;
    const spread = Math.sqrt(throws.reduce((a, b) => a + (b - mean) ** 2, 0) / throws.length);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(spread - 1)).toBeLessThan(0.02);
  });

  it("gives each lattice point its own number", () => {
    const seen = new Set<number>();
    for (let i = -10; i <= 10; i++) for (let j = -10; j <= 10; j++) seen.add(latticeNoise(1, i, j));
    expect(seen.size).toBe(441);
  });
});

const GOLDEN = [0.7486309155356139, 0.23638215800747275, 0.9407008865382522];
