import { touchedFacilities } from "../analysis/touched-zones.ts";
import type { RowMaps } from "../base/row-map.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import type { Territory } from "./territory.ts";

/** By unit row: 1 where a facility came, went or is another. Both territories have the same units. */
export function touchedUnits(
  now: Territory,
  before: Territory,
  duplicates: CountedOnce,
  earlier: CountedOnce,
  maps: RowMaps,
): Uint8Array {
  const touched = new Uint8Array(now.units.length);
  const mark = ({ facilityUnits }: Territory, row: number) => {
    for (const column of facilityUnits) {
      const unit = column[row] as number;
      if (unit >= 0) touched[unit] = 1;
    }
  };
  const facilities = touchedFacilities(duplicates, earlier, maps);
  for (const row of facilities.now) mark(now, row);
  for (const row of facilities.before) mark(before, row);
  return touched;
}
