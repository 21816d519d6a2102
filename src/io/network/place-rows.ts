import { Floats } from "./floats.ts";

/** A row for each place, in the order they are first seen: coordinates that are equal to the last bit are one place. */
export class PlaceRows {
  readonly lng = new Floats();
  readonly lat = new Floats();
  /** One more than the row of a place, at the slot of its hash or the next that was free; 0 is free. */
  #slots = new Uint32Array(1 << 12);

  rowOf(lng: number, lat: number): number {
    // A zero with a sign is the same place as one without.
    const [x, y] = [lng + 0, lat + 0];
    const slot = this.#slotOf(x, y);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    this.lng.push(x);
    this.lat.push(y);
    this.#slots[slot] = this.lng.length;
    if (2 * this.lng.length > this.#slots.length) this.#widen();
    return this.lng.length - 1;
  }

  /** Where the place stands, or would. */
  #slotOf(lng: number, lat: number): number {
    const last = this.#slots.length - 1;
    let slot = hash(lng, lat) & last;
    for (;;) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0 || (this.lng.at(row) === lng && this.lat.at(row) === lat)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #widen(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let row = 0; row < this.lng.length; row++) {
      this.#slots[this.#slotOf(this.lng.at(row), this.lat.at(row))] = row + 1;
    }
  }
}

const both = new Float64Array(2);
const words = new Uint32Array(both.buffer);

/** Of all bits of both numbers. */
function hash(lng: number, lat: number): number {
  both[0] = lng;
  both[1] = lat;
  let mixed = 0;
  for (const word of words) {
    mixed = Math.imul(mixed ^ word, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}
