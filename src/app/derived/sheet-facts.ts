import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { Text } from "../../core/standards/clause.ts";
import { VERDICTS } from "../../core/standards/verdict.ts";
import type { StreetFacts } from "../../ui/print/StreetSheet.tsx";
import { unitMetrics } from "./facts.ts";
import { rowName } from "./row-name.ts";
import { sheetDrawing } from "./sheet-drawing.ts";
import { NOBODY, unitSums } from "./unit-sums.ts";

/** What the sheet of a 街道 says; `undefined` if there is no such unit. `titleOf` is the title of a rule. */
export function streetFacts(
  view: ProjectView,
  results: AnalysisView,
  id: string,
  titleOf: (rule: string) => Text,
  levelOf: (level: string) => string,
): StreetFacts | undefined {
  const { territory } = results;
  const at = territory.units.findIndex((one) => one.unit === id);
  const unit = territory.units[at];
  if (unit === undefined) return undefined;
  const tier = tierOf(unit.level);
  const rows = [...view.zones.ids.keys()].filter((row) => territory.zoneUnits[tier]?.[row] === at);
  const metrics = unitMetrics(results, id);
  const columns = metrics.flatMap((ofUnit) => {
    const ofZones = results.zones.byMetric.find(({ metric }) => metric === ofUnit.metric);
    return ofZones ? [{ ...ofZones, needed: ofUnit.required }] : [];
  });
  const weight = (row: number) =>
    columns.reduce((sum, { missing, needed }) => {
      const lack = missing[row] ?? Number.NaN;
      return lack > 0 && needed > 0 ? sum + lack / needed : sum;
    }, 0);
  const listed = rows.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, ROWS_OF_A_PAGE);
  const marks = new Map(rows.map((row) => [row, undefined as string | undefined]));
  for (const [place, row] of listed.entries()) marks.set(row, `${place + 1}`);
  const { bySubject } = results.zones;
  return {
    ...{ id, name: unit.name, level: levelOf(unit.level), zones: rows.length, metrics },
    people: unitSums(view.zones, results, tier, undefined).get(id)?.people ?? NOBODY,
    targets: (results.units.find((one) => one.unit === id)?.judgement.lines ?? []).map((line) => ({
      ...{ title: titleOf(line.rule), line },
    })),
    listed: listed.map((row, place) => ({
      mark: `${place + 1}`,
      name: rowName(view.zones, row),
      verdict: VERDICTS[results.zones.verdict[row] ?? 0] ?? "invalid",
      estimated: ((results.zones.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0,
      households: view.zones.households[row] ?? Number.NaN,
      missing: columns.map(({ metric, unit: of, missing }) => ({
        ...{ metric, unit: of, amount: missing[row] ?? Number.NaN },
      })),
      metres: [bySubject.elderly.metres[row] ?? Infinity, bySubject.childcare.metres[row] ?? Infinity],
    })),
    drawing: sheetDrawing(view, results, { zones: marks, unit: id, around: 100 }),
  };
}

/** 街道 and 镇 with zones, those that lack most first, and how many have none. */
export function streetsToPrint(results: AnalysisView): {
  readonly units: readonly string[];
  readonly without: number;
} {
  const lacks = new Map<string, number>();
  const empty = new Set<string>();
  for (const { level, unit, zones, required, missing } of results.rollUp) {
    if (tierOf(level) !== 1) continue;
    if (zones === 0) {
      empty.add(unit);
      continue;
    }
    const lack = required > 0 && missing > 0 ? missing / required : 0;
    lacks.set(unit, (lacks.get(unit) ?? 0) + lack);
  }
  const units = [...lacks].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
  return { units, without: empty.size };
}

/** Rows of the table of zones that fit beside figures and map. */
const ROWS_OF_A_PAGE = 12;
