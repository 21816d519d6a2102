import type { RollUpRow } from "../analysis/results.ts";
import { byCodeUnit } from "../base/order.ts";

/**
 * Names of the streets and towns that hold most of all that is missing, in the order of `streetsByMissing`; of several
 * of one name, with that of their district, or else with their code. `districtOf`: the name, by unit.
 */
export function worstStreets(
  rows: readonly RollUpRow[],
  count: number,
  districtOf: (unit: string) => string | undefined,
): readonly string[] {
  const named = new Map<string, Set<string>>();
  for (const { name, unit } of rows.filter(isStreet))
    named.set(name, (named.get(name) ?? new Set()).add(unit));
  return streetsByMissing(rows)
    .slice(0, count)
    .map(({ unit, name }) => {
      const others = [...(named.get(name) ?? [])].filter((other) => other !== unit);
      if (others.length === 0 || unit === name) return name;
      const district = districtOf(unit);
      const isAlone = district !== undefined && others.every((other) => districtOf(other) !== district);
      return isAlone ? `${district} ${name}` : `${name} ${unit}`;
    });
}

/** Streets and towns among the rows, as `unitsByMissing` has them. */
export function streetsByMissing(
  rows: readonly RollUpRow[],
): readonly { readonly unit: string; readonly name: string }[] {
  return unitsByMissing(rows.filter(isStreet));
}

/**
 * Units of one tier by how much of all that is missing they hold, most first: their part of each metric's missing amount,
 * added over metrics, so that m² and slots weigh alike. Units that lack nothing are left out; equals are ordered by id.
 */
export function unitsByMissing(
  rows: readonly RollUpRow[],
): readonly { readonly unit: string; readonly name: string }[] {
  const lacking = rows.filter(({ missing }) => missing > 0);
  const totals = new Map<string, number>();
  for (const row of lacking) totals.set(row.metric, (totals.get(row.metric) ?? 0) + row.missing);
  const parts = new Map<string, number>();
  const names = new Map(lacking.map((row) => [row.unit, row.name]));
  for (const row of lacking) {
    parts.set(row.unit, (parts.get(row.unit) ?? 0) + row.missing / (totals.get(row.metric) ?? 1));
  }
  return [...parts]
    .sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))
    .map(([unit]) => ({ unit, name: names.get(unit) ?? unit }));
}

function isStreet({ level }: RollUpRow): boolean {
  return level === "street" || level === "town";
}

/** Zone rows by what they miss, most first; equals and unknown ones in order of rows, the unknown last. */
export function rankedByMissing(missing: Float64Array): Uint32Array {
  const rows = Uint32Array.from(missing, (_, row) => row);
  const key = (row: number) => (Number.isNaN(missing[row]) ? -1 : (missing[row] as number));
  return rows.sort((a, b) => key(b) - key(a) || a - b);
}
