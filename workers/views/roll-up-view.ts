import type { RollUpRow } from "../../src/core/analysis/results.ts";
import type { RollUpColumns, TerritoryView } from "../protocol.ts";

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

/** The rows again. */
export function rollUpRows(columns: RollUpColumns, { units }: TerritoryView): readonly RollUpRow[] {
  const { metrics } = columns;
  const rows: RollUpRow[] = [];
  for (const { level, unit, name } of units) {
    for (const { subject, metric } of metrics) {
      const row = rows.length;
      rows.push({
        level,
        unit,
        name,
        subject,
        metric,
        required: columns.required[row] as number,
        provided: columns.provided[row] as number,
        missing: columns.missing[row] as number,
        perhaps: columns.perhaps[row] as number,
        share: columns.share[row] as number,
        zones: columns.zones[row] as number,
        zonesKnown: columns.zonesKnown[row] as number,
        zonesShort: columns.zonesShort[row] as number,
        households: columns.households[row] as number,
        residents: columns.residents[row] as number,
        zonesWithHouseholds: columns.zonesWithHouseholds[row] as number,
        zonesWithResidents: columns.zonesWithResidents[row] as number,
      });
    }
  }
  return rows;
}
