import { textHash } from "./text-hash.ts";

/**
 * A stream of dice from one seed: the same on every machine (32-bit integer arithmetic only, sfc32). For invented data
 * and tests; nothing that is decided rests on it.
 */
export interface Dice {
  /** At least 0 and below 1. */
  unit(): number;
  /** At least `low` and below `high`. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True with probability `share`. */
  chance(share: number): boolean;
  /** One of the choices, which are not empty. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** A shuffled copy. */
  shuffled<Row>(rows: readonly Row[]): Row[];
  /** Roughly bell-shaped, mean 0, deviation 1, between −3.5 and 3.5. */
  bell(): number;
}

/** Dice of a seed. The same seed with another `purpose` gives an unrelated stream. */
export function diceOf(seed: number, purpose = ""): Dice {
  let a = scramble(seed >>> 0);
  let b = scramble(Math.floor(seed / 4294967296) ^ a);
  let c = scramble(textHash(purpose) ^ b);
  let counter = 1;

  function unit(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }
  for (let i = 0; i < 12; i++) unit();

  const whole = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    between: (low, high) => low + unit() * (high - low),
    whole,
    chance: (share) => unit() < share,
    pick: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    shuffled(rows) {
      const copy = [...rows];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof rows)[number], copy[i] as (typeof rows)[number]];
      }
      return copy;
    },
    bell: () => (unit() + unit() + unit() + unit() - 2) * Math.sqrt(3),
  };
}

/** A number from 0 to below 1 that belongs to a lattice point: noise without a stream. */
export function latticeNoise(seed: number, i: number, j: number): number {
  return (scramble(scramble(scramble(seed | 0) ^ (i | 0)) ^ (j | 0)) >>> 0) / 4294967296;
}

function scramble(value: number): number {
  let mixed = (value + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
