import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import type { ReachStage } from "../../src/core/analysis/reach-stage.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { AnalysisColumns, AnalysisView } from "../protocol.ts";
import { rollUpColumns, rollUpRows } from "./roll-up-view.ts";

/**
 * Results for the screen. The worker keeps its own columns for the next change, so each column is copied once here and
 * the copy is moved.
 */
export function analysisColumns({
  results,
  territory,
  reach: { value: reached },
}: Pipeline): AnalysisColumns {
  const { zones, rollUp, reach: _reach, ledgers: _ledgers, coverage: _coverage, ...rest } = results;
  const { judgements: _judgements, ...columns } = zones;
  const { units, zoneUnits, facilityUnits } = territory.value;
  return copied({
    ...rest,
    walkedTo: { elderly: walkedTo(reached, "elderly"), childcare: walkedTo(reached, "childcare") },
    zones: columns,
    rollUp: rollUpColumns(rollUp, units.length),
    territory: {
      units: units.map(({ level, unit, name }) => ({ level, unit, name })),
      zoneUnits,
      facilityUnits,
    },
  });
}

function walkedTo({ covered }: ReachStage, subject: CareSubject): Uint32Array {
  const all = covered.find(({ question }) => question.subject === subject && question.kind === undefined);
  return all?.question.subset ?? new Uint32Array();
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
