/** How many numbers fit the bits of a mask. */
export const WIDTH = 32;

/** Sums of some of at most `WIDTH` numbers, told from a mask by four looks at tables. */
export class SubsetSums {
  readonly #tables = Array.from({ length: WIDTH / 8 }, () => new Float32Array(256));

  /** Takes the place of the numbers before; the first is the lowest bit of a mask. */
  fill(numbers: ArrayLike<number>): void {
    for (const [byte, table] of this.#tables.entries()) {
      for (let mask = 1; mask < 256; mask++) {
        const highest = 31 - Math.clz32(mask);
        table[mask] = (table[mask - (1 << highest)] as number) + (numbers[8 * byte + highest] ?? 0);
      }
    }
  }

  of(mask: number): number {
    const [first, second, third, fourth] = this.#tables as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    return (
      (first[mask & 255] as number) +
      (second[(mask >>> 8) & 255] as number) +
      (third[(mask >>> 16) & 255] as number) +
      (fourth[mask >>> 24] as number)
    );
  }
}
