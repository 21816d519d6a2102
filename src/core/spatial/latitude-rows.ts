import type { Degrees, Metres } from "../base/units.ts";
import { axisDistance, EARTH_WIDTH, GREATEST_RADIUS, LEAST_RADIUS, RADIANS, toEarth } from "../geo/earth.ts";
import { hasPlace, type Places } from "./places.ts";
import type { Walk } from "./walk.ts";

/**
 * Points in rows of equal latitude span, from south to north, and from west to east within a row. Points without a
 * place are left out. All columns lie in one buffer, which may be moved to another thread.
 */
export interface LatitudeRows {
  readonly buffer: ArrayBuffer;
  /** Southern edge of the first row, and the span of each. */
  readonly south: Degrees;
  readonly span: Degrees;
  /** Points are ordered by longitude up to this: two closer than it may stand in either order. */
  readonly grain: Degrees;
  /** rows + 1 */
  readonly starts: Uint32Array;
  /** By row, the least distance of its points from the axis of the earth. */
  readonly axis: Float64Array;
  /** By point. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** As `toEarth` writes it. */
  readonly earth: Float64Array;
  /** Row of each point in the columns that it came from. */
  readonly ids: Uint32Array;
}

/** Time and memory are linear in the points, wherever they lie: at most twice as many rows as points are made. */
export function latitudeRows(places: Places, rowHeight: Metres): LatitudeRows {
  const kept = keptRows(places);
  const { south, north, west, east } = boxOf(places, kept);
  const wanted = Math.min(90, Math.max(rowHeight, 1) / LEAST_RADIUS / RADIANS);
  const span = Math.max(wanted, (north - south) / (2 * kept.length + 1));
  const rows = kept.length === 0 ? 0 : Math.floor((north - south) / span) + 1;
  const grain = Math.max((east - west) / GRAINS, 1e-12);
  const layout = laidOut(kept.length, rows);
  const sorted = sortedByRow(places, kept, { south, span, west, grain }, layout.starts);
  for (let k = 0; k < sorted.length; k++) {
    const id = sorted[k] as number;
    layout.ids[k] = id;
    layout.lng[k] = places.lng[id] as number;
    layout.lat[k] = places.lat[id] as number;
    toEarth(places.lng[id] as number, places.lat[id] as number, layout.earth, k);
  }
  for (let row = 0; row < rows; row++) {
    const low = axisDistance(Math.max(-90, south + row * span - EDGE));
    const high = axisDistance(Math.min(90, south + (row + 1) * span + EDGE));
    layout.axis[row] = Math.max(0, Math.min(low, high) - 1e-6);
  }
  return { ...layout, south, span, grain };
}

/**
 * Spans of points that hold every point within a walk of the place, and some others, from south to north. Written as
 * from, inner, beyond, to (each one past the last of what is before): the points from `inner` to `beyond` are surely
 * within, the others may be. Returns how many entries of `spans` are written.
 */
export function spansWithin(
  rows: LatitudeRows,
  lng: Degrees,
  lat: Degrees,
  walk: Walk,
  spans: Uint32Array,
): number {
  const { starts, axis, south, span } = rows;
  const last = axis.length - 1;
  const reach = arcOfChord(walk.reach, LEAST_RADIUS) / RADIANS + EDGE;
  const from = Math.max(0, Math.floor((lat - reach - south) / span));
  const to = Math.min(last, Math.floor((lat + reach - south) / span));
  const ownAxis = axisDistance(lat);
  let length = 0;
  for (let row = from; row <= to; row++) {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    if (start === end) continue;
    const width = widthWithin(rows, row, lat, ownAxis, walk.most2);
    if (width < 0) continue;
    if (width === 360) length = addSpan(spans, length, start, start, start, end);
    else {
      const sure = sureWidth(rows, row, lat, ownAxis, walk.sure2);
      length = addSpans(rows.lng, start, end, lng, width, sure, spans, length);
    }
  }
  return length;
}

/**
 * How far west or east a point of a row may be whose chord to a place has at most this square: below 0 if none can,
 * 360 if any can. `ownAxis` is the place's distance from the axis of the earth.
 */
export function widthWithin(
  { south, span, axis, grain }: LatitudeRows,
  row: number,
  lat: Degrees,
  ownAxis: Metres,
  chord2: number,
): Degrees {
  const low = south + row * span;
  const gap = Math.max(0, low - lat, lat - low - span) - EDGE;
  const turn = gap <= 0 ? 0 : gap * RADIANS;
  const north = LEAST_RADIUS * turn * (1 - (turn * turn) / 24);
  const rest2 = chord2 - north * north;
  if (rest2 < 0) return -1;
  const half2 = rest2 / (4 * ownAxis * (axis[row] as number));
  if (!(half2 < 0.25)) return 360;
  return (2 * Math.sqrt(half2) * (1 + half2)) / RADIANS + 3 * grain;
}

/** How far west or east a point of a row may be whose chord surely has at most this square; below 0 if none. */
function sureWidth(
  { south, span, grain }: LatitudeRows,
  row: number,
  lat: Degrees,
  ownAxis: Metres,
  chord2: number,
): Degrees {
  const low = south + row * span;
  const north = (Math.max(lat - low, low + span - lat) + EDGE) * RADIANS * GREATEST_RADIUS;
  const rest2 = chord2 - north * north;
  if (rest2 <= 0) return -1;
  // The square is that of the part along the meridian and of 2 sin ½λ ≤ λ between the two distances from the axis.
  return (Math.sqrt(rest2 / (ownAxis * (ownAxis + north))) * (1 - 1e-12)) / RADIANS - 3 * grain;
}

/** Room for the spans of any query. */
export function roomForSpans({ axis }: LatitudeRows): Uint32Array {
  return new Uint32Array(8 * axis.length);
}

/** Adds the points of a row whose longitude is at most `width` away, and which of them are at most `sure` away. */
function addSpans(
  points: Float64Array,
  start: number,
  end: number,
  lng: Degrees,
  width: Degrees,
  sure: Degrees,
  spans: Uint32Array,
  length: number,
): number {
  const [west, east] = [lng - width, lng + width];
  if (west < -180 || east > 180) {
    const [low, high] = west < -180 ? [west + 360, east] : [west, east - 360];
    const eastern = firstFrom(points, start, end, low);
    const western = firstFrom(points, start, end, high);
    const added = addSpan(spans, length, eastern, end, end, end);
    return addSpan(spans, added, start, western, western, western);
  }
  const from = firstFrom(points, start, end, west);
  if (from === end || (points[from] as number) > east) return length;
  const to = firstFrom(points, from, end, east);
  if (sure <= 0) return addSpan(spans, length, from, to, to, to);
  const inner = firstFrom(points, from, to, lng - sure);
  return addSpan(spans, length, from, inner, firstFrom(points, inner, to, lng + sure), to);
}

function addSpan(
  spans: Uint32Array,
  length: number,
  from: number,
  inner: number,
  beyond: number,
  to: number,
): number {
  if (from === to) return length;
  spans[length] = from;
  spans[length + 1] = inner;
  spans[length + 2] = beyond;
  spans[length + 3] = to;
  return length + 4;
}

function firstFrom(lng: Float64Array, start: number, end: number, value: Degrees): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lng[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Angle under which a chord of a circle is seen from its middle; a little more where that is cheaper. */
function arcOfChord(chord: Metres, radius: Metres): number {
  const half = chord / (2 * radius);
  return half < 0.5 ? 2 * half * (1 + half * half) : half < 1 ? 2 * Math.asin(half) : Math.PI;
}

function keptRows(places: Places): Uint32Array {
  const kept = new Uint32Array(places.lng.length);
  let count = 0;
  for (let row = 0; row < kept.length; row++) if (hasPlace(places, row)) kept[count++] = row;
  return kept.subarray(0, count);
}

function boxOf({ lng, lat }: Places, kept: Uint32Array) {
  let [south, north, west, east] = [90, -90, 180, -180];
  for (const row of kept) {
    const [x, y] = [lng[row] as number, lat[row] as number];
    if (y < south) south = y;
    if (y > north) north = y;
    if (x < west) west = x;
    if (x > east) east = x;
  }
  return { south, north, west, east };
}

function laidOut(points: number, rows: number) {
  const doubles = (2 + EARTH_WIDTH) * points + rows;
  const buffer = new ArrayBuffer(8 * doubles + 4 * (rows + 1 + points));
  return {
    buffer,
    lng: new Float64Array(buffer, 0, points),
    lat: new Float64Array(buffer, 8 * points, points),
    earth: new Float64Array(buffer, 16 * points, EARTH_WIDTH * points),
    axis: new Float64Array(buffer, 8 * (2 + EARTH_WIDTH) * points, rows),
    starts: new Uint32Array(buffer, 8 * doubles, rows + 1),
    ids: new Uint32Array(buffer, 8 * doubles + 4 * (rows + 1), points),
  };
}

/** Rows of the places by latitude row and longitude (radix sort); fills `starts`. */
function sortedByRow(
  { lng, lat }: Places,
  kept: Uint32Array,
  grid: { south: Degrees; span: Degrees; west: Degrees; grain: Degrees },
  starts: Uint32Array,
): Uint32Array {
  const { south, span, west, grain } = grid;
  const rowOf = new Uint32Array(lng.length);
  const step = new Uint32Array(lng.length);
  for (const id of kept) {
    rowOf[id] = Math.floor(((lat[id] as number) - south) / span);
    step[id] = Math.min(GRAINS - 1, Math.floor(((lng[id] as number) - west) / grain));
  }
  const low = countingSort(kept, new Uint32Array(DIGIT + 1), (id) => (step[id] as number) & (DIGIT - 1));
  const high = countingSort(low, new Uint32Array(DIGIT + 1), (id) => (step[id] as number) >>> DIGIT_BITS);
  return countingSort(high, starts, (id) => rowOf[id] as number);
}

/** The ids ordered by key, those of one key in the order given. `starts` (zeros) gets the first place of each key. */
function countingSort(ids: Uint32Array, starts: Uint32Array, keyOf: (id: number) => number): Uint32Array {
  for (const id of ids) {
    const key = keyOf(id) + 1;
    starts[key] = (starts[key] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++) {
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  }
  const next = starts.slice();
  const sorted = new Uint32Array(ids.length);
  for (const id of ids) {
    const key = keyOf(id);
    const at = next[key] as number;
    sorted[at] = id;
    next[key] = at + 1;
  }
  return sorted;
}

const DIGIT_BITS = 11;
const DIGIT = 1 << DIGIT_BITS;
const GRAINS = DIGIT * DIGIT;
/** A point may be filed in the row beside its own where its latitude is the very edge; a tenth of a millimetre. */
const EDGE: Degrees = 1e-9;
