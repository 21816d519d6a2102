import type { MeasureDone, PlanCounted, PlanFound } from "../../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { CityFacts } from "../../core/city/city-facts.ts";
import { STREET_TIER } from "../../core/deficit/territory.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { classOf, VERDICTS, type VerdictClass } from "../../core/standards/verdict.ts";
import type { RefusalFacts } from "../../ui/plans/plan-facts.ts";
import type {
  PlanReportFacts,
  ReportMeasure,
  ReportMetric,
  ReportPlan,
  ReportStreet,
} from "../../ui/plans/report-facts.ts";
import { PEOPLE_COLUMNS, type PeopleColumn } from "../../ui/tables/facts.ts";
import { caseFacts, dateFacts, yearFacts } from "./plan-facts.ts";
import { sheetDrawing } from "./sheet-drawing.ts";
import { streetsToPrint } from "./sheet-facts.ts";
import { NOBODY, peopleOf, unitSums } from "./unit-sums.ts";

/** A plan to be reported, with what it was asked for and how sure it is, in words. */
export interface ReportedPlan {
  readonly found: PlanCounted & Pick<PlanFound, "cases">;
  readonly refused: readonly RefusalFacts[];
  readonly asked: string;
  readonly status: string;
}

/** What the report says of an analysed city and a plan of it; `after` are the results with the plan done. */
export function planReport(
  view: ProjectView,
  now: AnalysisView,
  after: AnalysisView,
  city: CityFacts,
  packs: readonly RulePack[],
  plan: ReportedPlan,
): PlanReportFacts {
  const { found } = plan;
  const measures = found.measures.map((measure, at) => reportMeasure(measure, at + 1));
  const metrics = found.missing.map(
    ({ metric, unit, before, missing, certainBefore, certain }): ReportMetric => ({
      ...{ metric, unit, before, after: missing, certainBefore, certainAfter: certain },
    }),
  );
  const places = found.measures.flatMap(({ at }, number) => (at ? [{ number: number + 1, at }] : []));
  return {
    ...{ zones: view.zones.ids.length, verdicts: verdictsOf(now), standards: city.standards },
    ...{ concerned: concernedBy(view, now), covered: city.covered, tiers: city.tiers },
    deadlines: packs.flatMap(({ rules }) =>
      rules.flatMap(({ title, deadline }) => (deadline ? [{ title, years: deadline.years }] : [])),
    ),
    streets: streetsOf(view, now, after, metrics, measures),
    plan: {
      ...{ asked: plan.asked, status: plan.status, cost: found.cost, metrics, measures },
      yearly: found.measures.reduce((sum, { yearly = 0 }) => sum + yearly, 0),
      refused: plan.refused,
      years: yearFacts(found),
      dates: dateFacts(view.zones, found),
      cases: caseFacts(view, found),
    } satisfies ReportPlan,
    drawing: sheetDrawing(view, now, { zones: everyZone(view), around: 300, places }),
  };
}

function reportMeasure({ serves, street, ...measure }: MeasureDone, number: number): ReportMeasure {
  return { ...measure, number, street, zones: new Set(serves.map(({ zone }) => zone)).size };
}

function verdictsOf({ headline }: AnalysisView): Record<VerdictClass, number> {
  const counts: Record<VerdictClass, number> = { fail: 0, missing_data: 0, open: 0, pass: 0 };
  for (const verdict of VERDICTS) counts[classOf(verdict)] += headline.verdicts[verdict];
  return counts;
}

/** Zones that lack anything, and the people that they state. */
function concernedBy(
  { zones }: ProjectView,
  { zones: { byMetric } }: AnalysisView,
): PlanReportFacts["concerned"] {
  const rows = [...zones.ids.keys()].filter((row) => byMetric.some(({ missing }) => (missing[row] ?? 0) > 0));
  const columns = peopleOf(zones);
  const people = Object.fromEntries(
    PEOPLE_COLUMNS.map((column: PeopleColumn) => {
      const stated = rows
        .map((row) => columns[column][row] ?? Number.NaN)
        .filter((each) => !Number.isNaN(each));
      return [column, { sum: stated.reduce((sum, each) => sum + each, 0), known: stated.length }];
    }),
  ) as PlanReportFacts["concerned"]["people"];
  return { zones: rows.length, people };
}

/** 街道 and 镇 with zones, those that lack most first. */
function streetsOf(
  { zones }: ProjectView,
  now: AnalysisView,
  after: AnalysisView,
  metrics: readonly ReportMetric[],
  measures: readonly ReportMeasure[],
): readonly ReportStreet[] {
  const sums = unitSums(zones, now, STREET_TIER, undefined);
  const lackIn = ({ rollUp }: AnalysisView, unit: string) =>
    metrics.map(({ metric }) => {
      const row = rollUp.ofUnit(unit).find((each) => each.metric === metric);
      return row && row.zonesKnown > 0 ? row.missing : Number.NaN;
    });
  return streetsToPrint(now).units.map((id) => ({
    ...{ id, name: now.territory.units.find(({ unit }) => unit === id)?.name ?? id },
    ...{ zones: sums.get(id)?.zones ?? 0, people: sums.get(id)?.people ?? NOBODY },
    ...{ missing: lackIn(now, id), after: lackIn(after, id) },
    measures: measures.filter(({ street }) => street === id).length,
  }));
}

function everyZone({ zones }: ProjectView): ReadonlyMap<number, undefined> {
  return new Map([...zones.ids.keys()].map((row) => [row, undefined]));
}
