import type { RowMap } from "../base/row-map.ts";
import type { Origins } from "./reach-table.ts";

/** The origins of some zones, in the order given: zone `i` of the result is zone `rows[i]`. */
export function pickOrigins(origins: Origins, rows: Uint32Array): Origins {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((zone, i) => {
    const count = (origins.starts[zone + 1] as number) - (origins.starts[zone] as number);
    starts[i + 1] = (starts[i] as number) + count;
  });
  const lng = new Float64Array(starts[rows.length] as number);
  const lat = new Float64Array(lng.length);
  const ahead = origins.ahead && new Float64Array(lng.length);
  rows.forEach((zone, i) => {
    const [from, to] = [origins.starts[zone], origins.starts[zone + 1]];
    lng.set(origins.lng.subarray(from, to), starts[i]);
    lat.set(origins.lat.subarray(from, to), starts[i]);
    if (ahead && origins.ahead) ahead.set(origins.ahead.subarray(from, to), starts[i]);
  });
  return {
    starts,
    lng,
    lat,
    ...(ahead && { ahead }),
    kinds: Array.from(rows, (zone) => origins.kinds[zone] as Origins["kinds"][number]),
  };
}

/** By new zone row: 1 where the zone is new or starts its walks elsewhere than before. */
export function startsElsewhere(before: Origins, now: Origins, { before: oldRow }: RowMap): Uint8Array {
  const elsewhere = new Uint8Array(now.kinds.length);
  if (before === now) return elsewhere;
  for (let zone = 0; zone < elsewhere.length; zone++) {
    elsewhere[zone] = sameOrigins(before, oldRow[zone] as number, now, zone) ? 0 : 1;
  }
  return elsewhere;
}

/** `was` may be the number of no row. */
function sameOrigins(before: Origins, was: number, now: Origins, is: number): boolean {
  if (before.kinds[was] !== now.kinds[is]) return false;
  const from = before.starts[was] as number;
  const start = now.starts[is] as number;
  const count = (now.starts[is + 1] as number) - start;
  if ((before.starts[was + 1] as number) - from !== count) return false;
  for (let i = 0; i < count; i++) {
    if (before.lng[from + i] !== now.lng[start + i] || before.lat[from + i] !== now.lat[start + i])
      return false;
    if ((before.ahead?.[from + i] ?? 0) !== (now.ahead?.[start + i] ?? 0)) return false;
  }
  return true;
}
