import type { MeasureDone, PlanCounted } from "../../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { Parameters } from "../../core/analysis/parameters.ts";
import type { Day } from "../../core/base/units.ts";
import type { CityFacts } from "../../core/city/city-facts.ts";
import { STREET_TIER } from "../../core/deficit/territory.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { isFelt } from "../../core/scenario/effect.ts";
import { dueDates } from "../../core/standards/due-dates.ts";
import { PROFILES, type RulePack } from "../../core/standards/rule-pack.ts";
import { classOf, VERDICTS, type VerdictClass } from "../../core/standards/verdict.ts";
import type { RefusalFacts } from "../../ui/plans/plan-facts.ts";
import { rowsAddingUp, THOUSANDS } from "../../ui/plans/plan-words.ts";
import type {
  PlanReportFacts,
  ReportMeasure,
  ReportMetric,
  ReportPlan,
  ReportReach,
} from "../../ui/plans/report-facts.ts";
import { PEOPLE_COLUMNS, type PeopleColumn } from "../../ui/tables/facts.ts";
import { lackSources } from "./lack-sources.ts";
import { caseFacts, dateFacts, yearFacts } from "./plan-facts.ts";
import { communitiesOf, reportUnits } from "./report-units.ts";
import { sheetDrawing } from "./sheet-drawing.ts";
import { streetsToPrint } from "./sheet-facts.ts";
import { peopleOf } from "./unit-sums.ts";

/** A plan to be reported, with what it was asked for and how sure it is, in words. */
export interface ReportedPlan {
  readonly found: PlanCounted;
  readonly refused: readonly RefusalFacts[];
  readonly asked: string;
  readonly status: string;
}

/** What a report rests on beside the document and its results: the day that it is made on, the city, standards and profiles. */
export interface ReportBasis {
  readonly on: Day;
  readonly city: CityFacts;
  readonly packs: readonly RulePack[];
  readonly decides: Parameters["decides"];
}

/** What the report says of an analysed city and a plan of it; `after` are the results with the plan done. */
export function planReport(
  view: ProjectView,
  now: AnalysisView,
  after: AnalysisView,
  { on, city, packs, decides }: ReportBasis,
  plan: ReportedPlan,
): PlanReportFacts {
  const { found } = plan;
  const streetOf = streetsServed(view, now);
  const costs = rowsAddingUp(
    found.measures.map(({ cost }) => cost),
    THOUSANDS,
  );
  const yearly = rowsAddingUp(
    found.measures.map(({ yearly = 0 }) => yearly),
    THOUSANDS,
  );
  const measures = found.measures.map((measure, at) => ({
    ...reportMeasure(measure, at + 1, streetOf),
    told: { cost: costs[at] ?? 0, yearly: yearly[at] ?? 0 },
  }));
  const metrics = found.missing.map(
    ({ metric, unit, before, missing, certainBefore, certain }): ReportMetric => ({
      ...{ metric, unit, before, after: missing, certainBefore, certainAfter: certain },
    }),
  );
  const unitsOf = (tier: number, ids: readonly string[]) =>
    reportUnits(view, now, after, { metrics, effect: found.effect.metrics }, tier, ids);
  return {
    ...{ zones: view.zones.ids.length, verdicts: verdictsOf(now), standards: city.standards },
    ...{ concerned: concernedBy(view, now), tiers: city.tiers, on },
    reached: reachedBy(now, after, decides),
    due: packs.map((pack) => ({ name: pack.title, ...dueDates(pack, on) })),
    streets: unitsOf(STREET_TIER, streetsToPrint(now).units).map((unit) => ({
      ...unit,
      measures: measures.filter(({ street }) => street === unit.id),
    })),
    communities: communitiesOf(now, after, unitsOf),
    sources: lackSources(now),
    plan: {
      ...{ asked: plan.asked, status: plan.status, cost: found.cost, metrics, measures },
      effect: found.effect.metrics.filter(isFelt),
      yearly: found.measures.reduce((sum, { yearly = 0 }) => sum + yearly, 0),
      refused: plan.refused,
      years: yearFacts(found),
      dates: dateFacts(view.zones, found),
      cases: caseFacts(view, found),
    } satisfies ReportPlan,
    drawing: sheetDrawing(view, now, { zones: everyZone(view), around: 300, places: placesOf(measures) }),
  };
}

/** Where measures lie, by their numbers. */
export function placesOf(measures: readonly ReportMeasure[]) {
  return measures.flatMap(({ number, at }) => (at ? [{ number, at }] : []));
}

function reportMeasure(
  { serves, street, ...measure }: MeasureDone,
  number: number,
  streetOf: (serves: MeasureDone["serves"]) => string | undefined,
): Omit<ReportMeasure, "told"> {
  const zones = new Set(serves.map(({ zone }) => zone)).size;
  return { ...measure, number, street: street ?? streetOf(serves), zones };
}

/** The 街道 that most zones lie in of those served, the first of several. */
function streetsServed(
  { zones }: ProjectView,
  { territory: { units, zoneUnits } }: AnalysisView,
): (serves: MeasureDone["serves"]) => string | undefined {
  const rows = new Map(zones.ids.map((id, row) => [id, row]));
  return (serves) => {
    const counts = new Map<string, number>();
    for (const zone of new Set(serves.map((each) => each.zone))) {
      const street = units[zoneUnits[STREET_TIER]?.[rows.get(zone) ?? -1] ?? -1]?.unit;
      if (street !== undefined) counts.set(street, (counts.get(street) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    return [...counts].find(([, count]) => count === most)?.[0];
  };
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

function reachedBy(
  now: AnalysisView,
  after: AnalysisView,
  decides: Parameters["decides"],
): readonly ReportReach[] {
  return CARE_SUBJECTS.flatMap((subject) => {
    const of = now.reached.filter((each) => each.subject === subject);
    const [any] = of;
    if (!any) return [];
    const { base, zonesWithoutNumber } = any.people;
    const profiles = PROFILES.flatMap((profile) => {
      const here = of.find((each) => each.profile === profile);
      const then = after.reached.find((each) => each.subject === subject && each.profile === profile);
      return here
        ? [
            {
              ...{ profile, limit: here.limit, decides: decides[subject] === profile },
              ...{ before: shareOf(here.people), after: then ? shareOf(then.people) : Number.NaN },
            },
          ]
        : [];
    });
    return [{ subject, base, zonesWithoutNumber, profiles }];
  });
}

function shareOf({ covered, total }: AnalysisView["reached"][number]["people"]): number {
  return total > 0 ? covered / total : Number.NaN;
}

function everyZone({ zones }: ProjectView): ReadonlyMap<number, undefined> {
  return new Map([...zones.ids.keys()].map((row) => [row, undefined]));
}
