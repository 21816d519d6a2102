import type { MetricColumns, RollUpRow } from "../analysis/results.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Territory } from "./territory.ts";

/**
 * Sums of zones to units, one row per unit and metric, ordered by level, unit and metric. Only zones whose requirement
 * and supply are both known are summed, so that `missing` belongs to `required`; what a zone has beyond its own
 * requirement fills nobody else's. Sums are taken in whole millionths: the same in every order of rows.
 */
export function rollUp(
  zones: readonly ResidentialZone[],
  territory: Territory,
  columns: readonly MetricColumns[],
): readonly RollUpRow[] {
  const people = sumByUnit(territory, zones.length, 3, (zone, sums, at) => {
    sums[at] = (sums[at] as number) + 1;
    sums[at + 1] = (sums[at + 1] as number) + (zones[zone]?.households ?? 0);
    sums[at + 2] = (sums[at + 2] as number) + (zones[zone]?.residents ?? 0);
  });
  const byMetric = columns.map((metric) => ({
    metric,
    sums: sumByUnit(territory, zones.length, 5, (zone, sums, at) => {
      const required = metric.required[zone] as number;
      const provided = metric.provided[zone] as number;
      const missing = metric.missing[zone] as number;
      if (Number.isNaN(required) || Number.isNaN(provided)) return;
      sums[at] = (sums[at] as number) + millionths(required);
      sums[at + 1] = (sums[at + 1] as number) + millionths(provided);
      sums[at + 2] = (sums[at + 2] as number) + millionths(missing);
      sums[at + 3] = (sums[at + 3] as number) + millionths(Math.min(provided, required));
      sums[at + 4] = (sums[at + 4] as number) + (missing > 0 ? 1 : 0);
    }),
  }));
  return territory.units.flatMap((unit, row) =>
    byMetric.map(({ metric, sums }) => {
      const sum = (column: number) => sums[row * 5 + column] as number;
      const required = sum(0);
      return {
        level: unit.level,
        unit: unit.unit,
        name: unit.name,
        subject: metric.subject,
        metric: metric.metric,
        required: required / 1e6,
        provided: sum(1) / 1e6,
        missing: sum(2) / 1e6,
        share: required === 0 ? Number.NaN : sum(3) / required,
        zones: people[row * 3] as number,
        zonesShort: sum(4),
        households: people[row * 3 + 1] as number,
        residents: people[row * 3 + 2] as number,
      };
    }),
  );
}

/** Adds each zone to the units it lies in; `width` sums per unit. */
function sumByUnit(
  territory: Territory,
  zoneCount: number,
  width: number,
  add: (zone: number, sums: Float64Array, at: number) => void,
): Float64Array {
  const sums = new Float64Array(territory.units.length * width);
  for (const column of territory.zoneUnits) {
    for (let zone = 0; zone < zoneCount; zone++) {
      const unit = column[zone] as number;
      if (unit >= 0) add(zone, sums, unit * width);
    }
  }
  return sums;
}

function millionths(value: number): number {
  return Math.round(value * 1e6);
}
