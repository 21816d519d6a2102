import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import type { AnalysisColumns, AnalysisView } from "../protocol.ts";
import { rollUpColumns, rollUpRows } from "./roll-up-view.ts";

/**
 * Results for the screen. The worker keeps its own columns for the next change, so each column is copied once here and
 * the copy is moved.
 */
export function analysisColumns({ results, territory }: Pipeline): AnalysisColumns {
  const { zones, rollUp, reach: _reach, ledgers: _ledgers, coverage: _coverage, ...rest } = results;
  const { judgements: _judgements, ...columns } = zones;
  const { units, zoneUnits, facilityUnits } = territory.value;
  return copied({
    ...rest,
    zones: columns,
    rollUp: rollUpColumns(rollUp, units.length),
    territory: {
      units: units.map(({ level, unit, name }) => ({ level, unit, name })),
      zoneUnits,
      facilityUnits,
    },
  });
}

/** Results as the screen reads them. */
export function analysisView(columns: AnalysisColumns): AnalysisView {
  return { ...columns, rollUp: rollUpRows(columns.rollUp, columns.territory) };
}

function copied<Value>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as Value;
  if (Array.isArray(value)) return value.map(copied) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)])) as Value;
}
