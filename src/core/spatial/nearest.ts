import type { Degrees, Metres } from "../base/units.ts";
import { EARTH_WIDTH, earthOf, RADIANS, toEarth } from "../geo/earth.ts";
import { latitudeRows, widthWithin } from "./latitude-rows.ts";
import type { Places } from "./places.ts";
import { NO_FACILITY, type Origins } from "./reach-table.ts";
import { rivalChord2, type Walk, walkMetres } from "./walk.ts";

/** Finds the nearest of some places, at any distance. */
export interface Nearest {
  /**
   * The nearest to any origin of a zone, the first of equals, by index in the places; `NO_FACILITY` if there are none.
   * `metres` holds the walk to it.
   */
  of(zone: number): number;
  readonly metres: Metres;
}

/** A question costs little if the zone asked about before lies near. */
export function nearestOver(places: Places, origins: Origins, walk: Walk): Nearest {
  const rows = latitudeRows(places, spacingOf(places));
  const { earth, lng, lat, ids, starts, south, span } = rows;
  const frame = zoneFrame(origins);
  const fingers = Uint32Array.from(starts);
  const candidates: number[] = [];
  let last = 0;
  let closest2 = Infinity;
  /** Squared chord from the middle of the zone beyond which nothing can be nearest to an origin of it. */
  let far2 = Infinity;
  let metres: Metres = Infinity;

  function of(zone: number): number {
    metres = Infinity;
    if (ids.length === 0 || !frame.take(zone)) return NO_FACILITY;
    candidates.length = 0;
    closest2 = Infinity;
    far2 = Infinity;
    consider(last);
    lookAround();
    let found = NO_FACILITY;
    for (const k of candidates) {
      if (chord2To(k) > far2) continue;
      const walked = fromAnyOrigin(k);
      const id = ids[k] as number;
      if (walked < metres || (walked === metres && id < found)) {
        metres = walked;
        found = id;
      }
    }
    return found;
  }

  /** Row by row from the zone's own to the north and to the south, as long as one can hold something near enough. */
  function lookAround(): void {
    const count = starts.length - 1;
    const own = Math.min(count - 1, Math.max(0, Math.floor((frame.lat - south) / span)));
    for (let row = own; row < count && lookAlong(row); row++);
    for (let row = own - 1; row >= 0 && lookAlong(row); row--);
  }

  /** False if the row is too far away to hold anything. */
  function lookAlong(row: number): boolean {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    const width = widthWithin(rows, row, frame.lat, frame.axis, far2);
    if (width < 0) return false;
    const west = frame.lng - width;
    const east = frame.lng + width;
    const here = fromFinger(start, end, frame.lng, fingers[row] as number);
    fingers[row] = here;
    for (let k = here; k < end && (lng[k] as number) <= east; k++) consider(k);
    for (let k = here - 1; k >= start && (lng[k] as number) >= west; k--) consider(k);
    if (width === 360) return true;
    for (let k = start; k < end && (lng[k] as number) <= east - 360; k++) consider(k);
    for (let k = end - 1; k >= start && (lng[k] as number) >= west + 360; k--) consider(k);
    return true;
  }

  function consider(k: number): void {
    const chord2 = chord2To(k);
    if (chord2 > far2) return;
    candidates.push(k);
    if (chord2 >= closest2) return;
    closest2 = chord2;
    last = k;
    far2 = rivalChord2(frame.radius === 0 ? chord2 : (Math.sqrt(chord2) + 2 * frame.radius) ** 2);
  }

  /** The first point of a row from a longitude on, looked for in ever longer steps from where one was found before. */
  function fromFinger(start: number, end: number, value: Degrees, finger: number): number {
    let [low, high, step] = [finger, finger, 1];
    while (low > start && (lng[low - 1] as number) >= value) {
      high = low;
      low = Math.max(start, low - step);
      step *= 2;
    }
    while (high < end && (lng[high] as number) < value) {
      low = high + 1;
      high = Math.min(end, high + step);
      step *= 2;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lng[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function chord2To(k: number): number {
    const at = EARTH_WIDTH * k;
    const dx = (earth[at] as number) - frame.x;
    const dy = (earth[at + 1] as number) - frame.y;
    const dz = (earth[at + 2] as number) - frame.z;
    return dx * dx + dy * dy + dz * dz;
  }

  function fromAnyOrigin(k: number): Metres {
    const { own } = frame;
    const there = EARTH_WIDTH * k;
    let least = Infinity;
    let least2 = Infinity;
    for (let origin = frame.from; origin < frame.to; origin++) {
      const here = EARTH_WIDTH * (origin - frame.from);
      const dx = (earth[there] as number) - (own[here] as number);
      const dy = (earth[there + 1] as number) - (own[here + 1] as number);
      const dz = (earth[there + 2] as number) - (own[here + 2] as number);
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > rivalChord2(least2)) continue;
      least2 = Math.min(least2, chord2);
      const curved = (earth[there + 3] as number) + (own[here + 3] as number);
      const [toLng, toLat] = [lng[k] as number, lat[k] as number];
      const walked = walkMetres(
        walk,
        chord2,
        dz,
        curved,
        toLng,
        toLat,
        origins.lng[origin] as number,
        origins.lat[origin] as number,
      );
      least = Math.min(least, walked);
    }
    return least;
  }

  return {
    of,
    get metres() {
      return metres;
    },
  };
}

/** A ball around the origins of one zone after another. */
function zoneFrame({ starts, lng, lat }: Origins) {
  let most = 1;
  for (let zone = 0; zone + 1 < starts.length; zone++) {
    most = Math.max(most, (starts[zone + 1] as number) - (starts[zone] as number));
  }
  const own = earthOf(most);
  const middle = earthOf(1);
  const frame = { from: 0, to: 0, lng: 0, lat: 0, x: 0, y: 0, z: 0, axis: 0, radius: 0, own, take };

  /** False for a zone without origins. */
  function take(zone: number): boolean {
    frame.from = starts[zone] as number;
    frame.to = starts[zone + 1] as number;
    if (frame.from === frame.to) return false;
    const count = frame.to - frame.from;
    for (let i = 0; i < count; i++) {
      toEarth(lng[frame.from + i] as number, lat[frame.from + i] as number, own, i);
    }
    setMiddle(count);
    toEarth(frame.lng, frame.lat, middle, 0);
    [frame.x, frame.y, frame.z] = [middle[0] as number, middle[1] as number, middle[2] as number];
    frame.axis = Math.hypot(frame.x, frame.y);
    let radius2 = 0;
    for (let i = 0; i < count; i++) {
      const at = EARTH_WIDTH * i;
      const dx = (own[at] as number) - frame.x;
      const dy = (own[at + 1] as number) - frame.y;
      const dz = (own[at + 2] as number) - frame.z;
      radius2 = Math.max(radius2, dx * dx + dy * dy + dz * dz);
    }
    frame.radius = Math.sqrt(radius2);
    return true;
  }

  function setMiddle(count: number): void {
    const first: Degrees = lng[frame.from] as number;
    let east = 0;
    let north = 0;
    for (let i = frame.from; i < frame.to; i++) {
      const turn = (lng[i] as number) - first;
      east += turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
      north += lat[i] as number;
    }
    const mean = first + east / count;
    frame.lng = mean > 180 ? mean - 360 : mean < -180 ? mean + 360 : mean;
    frame.lat = north / count;
  }
  return frame;
}

/** Metres between neighbours if the places were spread evenly over their box. */
function spacingOf({ lng, lat }: Places): Metres {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  let count = 0;
  for (let i = 0; i < lng.length; i++) {
    if (Number.isNaN(lng[i])) continue;
    count++;
    box.west = Math.min(box.west, lng[i] as number);
    box.east = Math.max(box.east, lng[i] as number);
    box.south = Math.min(box.south, lat[i] as number);
    box.north = Math.max(box.north, lat[i] as number);
  }
  const area = Math.max(0, box.north - box.south) * Math.max(0, box.east - box.west);
  return count === 0 ? 1 : Math.max(1, Math.sqrt(area / count) * RADIANS * 6_371_000);
}
