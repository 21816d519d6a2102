import type { RollUpRow } from "../../src/core/analysis/results.ts";
import { tierOf } from "../../src/core/deficit/territory.ts";
import type { RollUpColumns, RollUpView, TerritoryView } from "../protocol.ts";

/** The rows of all units as columns: tens of thousands of objects would hold the screen up as they arrive. */
export function rollUpColumns(rows: readonly RollUpRow[], unitCount: number): RollUpColumns {
  const column = (of: (row: RollUpRow) => number) => Float64Array.from(rows, of);
  return {
    metrics: rows
      .slice(0, rows.length / Math.max(1, unitCount))
      .map(({ subject, metric }) => ({ subject, metric })),
    required: column(({ required }) => required),
    provided: column(({ provided }) => provided),
    missing: column(({ missing }) => missing),
    perhaps: column(({ perhaps }) => perhaps),
    share: column(({ share }) => share),
    zones: column(({ zones }) => zones),
    zonesKnown: column(({ zonesKnown }) => zonesKnown),
    zonesShort: column(({ zonesShort }) => zonesShort),
    households: column(({ households }) => households),
    residents: column(({ residents }) => residents),
    zonesWithHouseholds: column(({ zonesWithHouseholds }) => zonesWithHouseholds),
    zonesWithResidents: column(({ zonesWithResidents }) => zonesWithResidents),
  };
}

/** The rows again, those of a tier once they are asked for. */
export function rollUpView(columns: RollUpColumns, { units }: TerritoryView): RollUpView {
  const tiers = new Map<number, readonly RollUpRow[]>();
  const rowsOf = (at: number) => unitRows(columns, units[at], at);
  return {
    ofTier(tier) {
      const rows =
        tiers.get(tier) ?? units.flatMap(({ level }, at) => (tierOf(level) === tier ? rowsOf(at) : []));
      tiers.set(tier, rows);
      return rows;
    },
    ofUnit: (unit) => rowsOf(units.findIndex((one) => one.unit === unit)),
  };
}

function unitRows(
  columns: RollUpColumns,
  of: TerritoryView["units"][number] | undefined,
  at: number,
): RollUpRow[] {
  if (of === undefined) return [];
  const { level, unit, name } = of;
  const first = at * columns.metrics.length;
  return columns.metrics.map(({ subject, metric }, i) => ({
    level,
    unit,
    name,
    subject,
    metric,
    required: columns.required[first + i] as number,
    provided: columns.provided[first + i] as number,
    missing: columns.missing[first + i] as number,
    perhaps: columns.perhaps[first + i] as number,
    share: columns.share[first + i] as number,
    zones: columns.zones[first + i] as number,
    zonesKnown: columns.zonesKnown[first + i] as number,
    zonesShort: columns.zonesShort[first + i] as number,
    households: columns.households[first + i] as number,
    residents: columns.residents[first + i] as number,
    zonesWithHouseholds: columns.zonesWithHouseholds[first + i] as number,
    zonesWithResidents: columns.zonesWithResidents[first + i] as number,
  }));
}
