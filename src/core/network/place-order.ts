import type { Degrees } from "../base/units.ts";

/**
 * Rows of places in an order that keeps neighbours together, whatever order they came in: along a Hilbert curve over
 * their bounds, within a cell of it by longitude, then latitude. Places that are one stand side by side.
 */
export function placeOrder(lng: Float64Array, lat: Float64Array): Uint32Array {
  const rows = lng.length;
  const rowBits = Math.max(1, Math.ceil(Math.log2(rows + 1)));
  const level = Math.min(16, Math.floor((53 - rowBits) / 2));
  const across = gridOver(lng, level);
  const up = gridOver(lat, level);
  const size = 2 ** rowBits;
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    keys[row] = hilbert(across(lng[row] as number), up(lat[row] as number), level) * size + row;
  }
  keys.sort();
  const order = new Uint32Array(rows);
  for (let at = 0; at < rows; at++) order[at] = (keys[at] as number) % size;
  const byPlace = (a: number, b: number) =>
    (lng[a] as number) - (lng[b] as number) || (lat[a] as number) - (lat[b] as number);
  for (let start = 0, end = 0; start < rows; start = end) {
    const cell = Math.floor((keys[start] as number) / size);
    while (end < rows && Math.floor((keys[end] as number) / size) === cell) end++;
    if (end - start > 1) order.subarray(start, end).sort(byPlace);
  }
  return order;
}

/** The cell of a coordinate, among 2^level between the least and the greatest of all. */
function gridOver(values: Float64Array, level: number): (value: Degrees) => number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const cells = 2 ** level;
  const per = most > least ? cells / (most - least) : 0;
  return (value) => Math.min(cells - 1, Math.floor((value - least) * per));
}

/** How far along the curve a cell lies. */
function hilbert(x: number, y: number, level: number): number {
  let [across, up] = [x, y];
  let far = 0;
  for (let side = 1 << (level - 1); side > 0; side >>>= 1) {
    const right = (across & side) > 0 ? 1 : 0;
    const upper = (up & side) > 0 ? 1 : 0;
    far = far * 4 + ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        across = side - 1 - (across & (side - 1));
        up = side - 1 - (up & (side - 1));
      }
      const turned = across;
      across = up;
      up = turned;
    }
  }
  return far;
}
