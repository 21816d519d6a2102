/** A column of numbers that grows as it is filled. */
export class Floats {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(row: number): number {
    return this.#values[row] as number;
  }

  /** Drops those from here on. */
  shorten(length: number): void {
    this.#length = length;
  }

  /** Those so far; what is pushed later may or may not show in it. */
  get values(): Float64Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#length);
  }
}
