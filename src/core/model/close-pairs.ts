import { textHash } from "../base/text-hash.ts";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";

/** A row that may stand somewhere. */
export interface Standing {
  readonly at?: LngLat;
  readonly kind?: string;
}

/**
 * Looks once at every pair of rows of one kind within `metres` of each other, up to a latitude of 75°, and at some
 * others. Cost: linear, where not many of one kind stand at one spot.
 */
export function closePairs(
  rows: readonly (Standing | undefined)[],
  metres: Metres,
  look: (a: number, b: number) => void,
): void {
  const size = 2 ** Math.ceil(Math.log2(2 * rows.length + 1));
  /** One more than the last row of a cell, where its hash puts it, and by row one more than the row before it; 0: none. */
  const last = new Uint32Array(size);
  const before = new Uint32Array(rows.length);
  const cells = cellsOf(rows, metres);
  const kinds = new Map<string | undefined, number>();
  rows.forEach((standing, row) => {
    const { at, kind } = standing ?? {};
    if (at === undefined) return;
    const salt = kinds.get(kind) ?? textHash(kind ?? "");
    kinds.set(kind, salt);
    const [x, y] = [Math.floor(at.lng / cells.lng), Math.floor(at.lat / cells.lat)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (
          let other = last[slotOf(x + dx, y + dy, salt) & (size - 1)] as number;
          other > 0;
          other = before[other - 1] as number
        ) {
          const { at: place, kind: otherKind } = rows[other - 1] as Standing;
          if (place === undefined || otherKind !== kind) continue;
          // Cells of one slot are each looked at from their own side.
          if (Math.floor(place.lng / cells.lng) !== x + dx) continue;
          if (Math.floor(place.lat / cells.lat) === y + dy) look(other - 1, row);
        }
      }
    }
    const own = slotOf(x, y, salt) & (size - 1);
    before[row] = last[own] as number;
    last[own] = row + 1;
  });
}

function slotOf(x: number, y: number, salt: number): number {
  const mixed = Math.imul(Math.imul(x ^ salt, 0x9e3779b1) ^ y, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** How large a cell must be, in degrees, for points within `metres` to lie in neighbouring ones. */
function cellsOf(rows: readonly (Standing | undefined)[], metres: Metres): LngLat {
  let highest = 0;
  for (const row of rows) if (row?.at !== undefined) highest = Math.max(highest, Math.abs(row.at.lat));
  const north = Math.min(highest, 75) + 0.01;
  return {
    lng: metres / (LEAST_PER_DEGREE * Math.cos((north * Math.PI) / 180)),
    lat: metres / LEAST_PER_DEGREE,
  };
}

/** Metres, a little less than the shortest degree of latitude, at the equator. */
const LEAST_PER_DEGREE = 110_500;
