import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { streetsByMissing } from "../../core/deficit/rank.ts";
import { STREET_TIER, tierOf } from "../../core/deficit/territory.ts";
import type { Text } from "../../core/standards/clause.ts";
import { VERDICTS } from "../../core/standards/verdict.ts";
import type { StreetArea, StreetFacts } from "../../ui/print/StreetSheet.tsx";
import { areaAt } from "./area-facts.ts";
import { unitMetrics } from "./facts.ts";
import { rowName } from "./row-name.ts";
import { type SheetTopic, sheetDrawing } from "./sheet-drawing.ts";
import { NOBODY, unitSums } from "./unit-sums.ts";

/**
 * What the sheet of a 街道 says; `undefined` if there is no such unit. `titleOf` is the title of a rule, `places` are where a
 * plan does something in it.
 */
export function streetFacts(
  view: ProjectView,
  results: AnalysisView,
  id: string,
  titleOf: (rule: string) => Text,
  levelOf: (level: string) => string,
  places: SheetTopic["places"] = [],
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
    return ofZones ? [{ ...ofZones, missingInAll: ofUnit.missing }] : [];
  });
  // Weighed as streets are within the city.
  const weight = (row: number) =>
    columns.reduce((sum, { missing, missingInAll }) => {
      const lack = missing[row] ?? Number.NaN;
      return lack > 0 && missingInAll > 0 ? sum + lack / missingInAll : sum;
    }, 0);
  const listed = rows.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, MOST_LISTED);
  const marks = new Map(rows.map((row) => [row, undefined as number | undefined]));
  for (const [place, row] of listed.entries()) marks.set(row, place + 1);
  const { bySubject } = results.zones;
  return {
    ...{ id, name: unit.name, level: levelOf(unit.level), zones: rows.length, metrics },
    people: unitSums(view.zones, results, tier, undefined).get(id)?.people ?? NOBODY,
    targets: (results.units.find((one) => one.unit === id)?.judgement.lines ?? []).map((line) => ({
      ...{ title: titleOf(line.rule), line },
    })),
    areas: results.allocations && areasOf(view.zones, results, rows),
    listed: listed.map((row, place) => ({
      mark: place + 1,
      name: rowName(view.zones, row),
      verdict: VERDICTS[results.zones.verdict[row] ?? 0] ?? "invalid",
      estimated: ((results.zones.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0,
      households: view.zones.households[row] ?? Number.NaN,
      missing: columns.map(({ metric, unit: of, missing }) => ({
        ...{ metric, unit: of, amount: missing[row] ?? Number.NaN },
      })),
      metres: [bySubject.elderly.metres[row] ?? Infinity, bySubject.childcare.metres[row] ?? Infinity],
    })),
    drawing: sheetDrawing(view, results, { zones: marks, unit: id, around: 100, places }),
  };
}

/** 片区 that some zones are short in, those that lack most first. */
function areasOf(zones: ProjectView["zones"], results: AnalysisView, rows: readonly number[]): StreetArea[] {
  const areas = (results.allocations ?? []).flatMap((of) => {
    const here = new Map<number, number>();
    for (const row of rows) {
      const number = of.zones.area[row] as number;
      if (number > 0) here.set(number, (here.get(number) ?? 0) + 1);
    }
    return [...here].map(([number, zonesHere]) => ({
      ...areaAt(zones, results, of, of.areas[number - 1] as number, number),
      zonesHere,
    }));
  });
  return areas.sort((a, b) => a.number - b.number);
}

/** 街道 and 镇 with zones, those that lack most first as in the sentence on top, and how many have none. */
export function streetsToPrint(results: AnalysisView): {
  readonly units: readonly string[];
  readonly without: number;
} {
  const streets = results.rollUp.ofTier(STREET_TIER);
  const empty = new Set(streets.flatMap(({ zones, unit }) => (zones === 0 ? [unit] : [])));
  const lacking = streetsByMissing(streets).map(({ unit }) => unit);
  const units = new Set([...lacking, ...streets.map(({ unit }) => unit)]);
  return { units: [...units].filter((unit) => !empty.has(unit)), without: empty.size };
}

/** More than fit beside figures and map. */
const MOST_LISTED = 30;
