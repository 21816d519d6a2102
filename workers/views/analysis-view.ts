import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import type { ReachStage } from "../../src/core/analysis/reach-stage.ts";
import { ADMIN_LEVELS, type AdminLevel } from "../../src/core/model/admin-unit.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { AnalysisColumns, AnalysisView } from "../protocol.ts";
import { allocationView } from "./allocation-view.ts";
import { rollUpColumns, rollUpView } from "./roll-up-view.ts";

/**
 * Results for the screen. The worker keeps its own columns for the next change, so each column is copied once here and
 * the copy is moved.
 */
export function analysisColumns({
  results,
  parameters,
  territory,
  reach: { value: reached },
}: Pipeline): AnalysisColumns {
  const { zones, allocations, rollUp, reach: _reach, ledgers: _ledgers, coverage, ...rest } = results;
  const { judgements: _judgements, ...columns } = zones;
  const { units, zoneUnits, facilityUnits } = territory.value;
  return copied({
    ...rest,
    walkedTo: { elderly: walkedTo(reached, "elderly"), childcare: walkedTo(reached, "childcare") },
    reached: coverage
      .filter(({ kind }) => kind === undefined)
      .map(({ subject, profile, people }) => ({
        ...{ subject, profile, limit: parameters.limits[profile], people },
      })),
    zones: columns,
    ...(allocations && { allocations: allocations.map(allocationView) }),
    rollUp: rollUpColumns(rollUp, units.length),
    territory: {
      units: {
        levels: Uint8Array.from(units, ({ level }) => ADMIN_LEVELS.indexOf(level)),
        units: units.map(({ unit }) => unit),
        names: units.map(({ name }) => name),
      },
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
  const { levels, units, names } = columns.territory.units;
  const territory = {
    ...columns.territory,
    units: units.map((unit, at) => ({
      level: ADMIN_LEVELS[levels[at] as number] as AdminLevel,
      unit,
      name: names[at] as string,
    })),
  };
  return { ...columns, territory, rollUp: rollUpView(columns.rollUp, territory) };
}

function copied<Value>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as Value;
  if (Array.isArray(value)) return value.map(copied) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)])) as Value;
}
