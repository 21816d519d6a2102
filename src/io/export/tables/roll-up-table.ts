import type { Pipeline } from "../../../core/analysis/pipeline.ts";
import type { RollUpRow } from "../../../core/analysis/results.ts";
import { tierOf } from "../../../core/deficit/territory.ts";
import type { Cell } from "../csv.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportColumn, ExportDatum, ExportTable } from "./export-table.ts";
import { formatOfUnit, metricHeading } from "./metric-heading.ts";
import { placeIn } from "./shifted-place.ts";

/**
 * A row per unit that reports: its zones and people, and of each metric what is asked for, there and missing. What no
 * zone of a unit tells is left empty. The unit's outline where the project has one.
 */
export function rollUpTable(
  { results, territory }: Pipeline,
  words: ExportWords,
  datum: ExportDatum,
): ExportTable {
  const { units, unitUnits } = territory.value;
  const metrics = results.zones.byMetric;
  return {
    name: "rollup",
    columns: [
      ...LEADING.map(([column, format]): ExportColumn => ({ heading: words.columns[column], format })),
      ...metrics.flatMap(({ metric, unit }): ExportColumn[] => [
        { heading: metricHeading("required", metric, unit, words), format: formatOfUnit(unit) },
        { heading: metricHeading("provided", metric, unit, words), format: formatOfUnit(unit) },
        { heading: metricHeading("missing", metric, unit, words), format: formatOfUnit(unit) },
        { heading: metricHeading("share", metric, unit, words), format: "share" },
      ]),
    ],
    length: units.length,
    *rows() {
      for (const [row, { level, unit, name, admin }] of units.entries()) {
        const ofUnit = results.rollUp.slice(row * metrics.length, (row + 1) * metrics.length);
        const above = unitUnits.slice(tierOf(level) + 1).map((column) => column[row] ?? -1);
        const next = above.find((at) => at >= 0);
        const place = placeIn(datum, { ...(admin?.shape && { shape: admin.shape }) });
        yield {
          cells: [
            ...[words.level[level], unit, name, next === undefined ? undefined : units[next]?.name],
            ...peopleOf(ofUnit),
            ...ofUnit.flatMap(amountsOf),
          ],
          ...(place && { place }),
        };
      }
    },
  };
}

const LEADING = [
  ["level", "text"],
  ["unitCode", "text"],
  ["unitName", "text"],
  ["aboveName", "text"],
  ["zones", "count"],
  ["zonesKnown", "count"],
  ["households", "count"],
  ["residents", "count"],
] as const;

function peopleOf([first]: readonly RollUpRow[]): Cell[] {
  if (first === undefined) return [undefined, undefined, undefined, undefined];
  return [
    first.zones,
    first.zonesKnown,
    first.zonesWithHouseholds > 0 ? first.households : undefined,
    first.zonesWithResidents > 0 ? first.residents : undefined,
  ];
}

function amountsOf({ zonesKnown, required, provided, missing, share }: RollUpRow): Cell[] {
  return zonesKnown > 0 ? [required, provided, missing, share] : [undefined, undefined, undefined, undefined];
}
