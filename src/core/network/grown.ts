/** A column of whole numbers whose length shows only at the end. */
export class Grown {
  values = new Uint32Array(1024);
  length = 0;

  /** The row at which the value stands. */
  push(value: number): number {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(2 * this.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    return this.length++;
  }

  column(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}
