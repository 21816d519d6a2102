import type { MetricColumns, RollUpRow } from "../analysis/results.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Territory } from "./territory.ts";

/** Rows made before for the same units and metrics, and the units of whose zones something changed, by unit row. */
export interface EarlierRollUp {
  readonly rows: readonly RollUpRow[];
  readonly touched: Uint8Array;
}

/**
 * Sums of zones to units, one row per unit and metric, ordered by level, unit and metric. Only zones whose requirement
 * and supply are both known are summed, so that `missing` belongs to `required`; what a zone has beyond its own
 * requirement fills nobody else's. Sums are taken in whole millionths: the same in every order of rows.
 */
export function rollUp(
  zones: readonly ResidentialZone[],
  territory: Territory,
  columns: readonly MetricColumns[],
  earlier?: EarlierRollUp,
): readonly RollUpRow[] {
  const counted = (unit: number) => earlier === undefined || earlier.touched[unit] === 1;
  const people = sumByUnit(territory, zones.length, PEOPLE, counted, (zone, sums, at) => {
    sums[at] = (sums[at] as number) + 1;
    const { households, residents } = zones[zone] as ResidentialZone;
    sums[at + 1] = (sums[at + 1] as number) + (households ?? 0);
    sums[at + 2] = (sums[at + 2] as number) + (residents ?? 0);
    sums[at + 3] = (sums[at + 3] as number) + (households === undefined ? 0 : 1);
    sums[at + 4] = (sums[at + 4] as number) + (residents === undefined ? 0 : 1);
  });
  const amounts = columns.map(({ required, provided, missing, perhaps }) =>
    sumByUnit(territory, zones.length, AMOUNTS, counted, (zone, sums, at) => {
      const needed = required[zone] as number;
      const given = provided[zone] as number;
      const lack = missing[zone] as number;
      if (Number.isNaN(needed) || Number.isNaN(given)) return;
      sums[at] = (sums[at] as number) + millionths(needed);
      sums[at + 1] = (sums[at + 1] as number) + millionths(given);
      sums[at + 2] = (sums[at + 2] as number) + millionths(lack);
      sums[at + 3] = (sums[at + 3] as number) + millionths(Math.min(given, needed));
      sums[at + 4] = (sums[at + 4] as number) + (lack > 0 ? 1 : 0);
      sums[at + 5] = (sums[at + 5] as number) + 1;
      sums[at + 6] = (sums[at + 6] as number) + millionths(perhaps[zone] as number);
    }),
  );
  const rows: RollUpRow[] = earlier ? [...earlier.rows] : [];
  territory.units.forEach(({ level, unit, name }, row) => {
    if (!counted(row)) return;
    const held = people.subarray(row * PEOPLE, (row + 1) * PEOPLE);
    columns.forEach(({ subject, metric }, at) => {
      const sums = amounts[at] as Float64Array;
      const [
        required = 0,
        provided = 0,
        missing = 0,
        filled = 0,
        zonesShort = 0,
        zonesKnown = 0,
        perhaps = 0,
      ] = sums.subarray(row * AMOUNTS);
      rows[row * columns.length + at] = {
        ...{ level, unit, name, subject, metric },
        required: required / 1e6,
        provided: provided / 1e6,
        missing: missing / 1e6,
        perhaps: perhaps / 1e6,
        share: required === 0 ? Number.NaN : filled / required,
        zones: held[0] as number,
        zonesKnown,
        zonesShort,
        households: held[1] as number,
        residents: held[2] as number,
        zonesWithHouseholds: held[3] as number,
        zonesWithResidents: held[4] as number,
      };
    });
  });
  return rows;
}

/** Units of the zones that are marked, by unit row. */
export function unitsOfZones({ units, zoneUnits }: Territory, marked: (zone: number) => boolean): Uint8Array {
  const touched = new Uint8Array(units.length);
  const zoneCount = zoneUnits[0]?.length ?? 0;
  for (let zone = 0; zone < zoneCount; zone++) {
    if (!marked(zone)) continue;
    for (const column of zoneUnits) {
      const unit = column[zone] as number;
      if (unit >= 0) touched[unit] = 1;
    }
  }
  return touched;
}

/** zones, households, residents, zones with households, zones with residents. */
const PEOPLE = 5;
/** required, provided, missing, provided up to the required, zones that lack, zones that are known, perhaps there. */
const AMOUNTS = 7;

/** Adds each zone to the units it lies in, of those that are counted; `width` sums per unit. */
function sumByUnit(
  territory: Territory,
  zoneCount: number,
  width: number,
  counted: (unit: number) => boolean,
  add: (zone: number, sums: Float64Array, at: number) => void,
): Float64Array {
  const sums = new Float64Array(territory.units.length * width);
  for (const column of territory.zoneUnits) {
    for (let zone = 0; zone < zoneCount; zone++) {
      const unit = column[zone] as number;
      if (unit >= 0 && counted(unit)) add(zone, sums, unit * width);
    }
  }
  return sums;
}

function millionths(value: number): number {
  return Math.round(value * 1e6);
}
