import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { RollUpRow } from "../../core/analysis/results.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import {
  type CareSubject,
  isFacilityKind,
  type Subject,
  subjectOfKind,
} from "../../core/model/facility-kind.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import {
  type FacilityFacts,
  type TerritoryFacts,
  TIERS,
  type Tier,
  type UnitFacts,
  type UnitMetricFacts,
  type ZoneFacts,
} from "../../ui/tables/facts.ts";
import { rowNames } from "./row-name.ts";
import { NO_SILENCE, silenceIn } from "./unit-silence.ts";
import { NOBODY, peopleOf, unitSums } from "./unit-sums.ts";

/** Zones as the table shows them. */
export function zoneFacts(zones: ProjectView["zones"], results: AnalysisView | undefined): ZoneFacts {
  return {
    count: zones.ids.length,
    ids: zones.ids,
    names: rowNames(zones),
    streets: zones.streets,
    communities: zones.communities,
    people: peopleOf(zones),
    status: zones.status,
    checks: zones.checks,
    ...(results && {
      results: {
        verdict: results.zones.verdict,
        flags: results.zones.flags,
        metrics: results.zones.byMetric
          .filter(({ required }) => required.some((amount) => amount > 0))
          .map(({ metric, unit, missing }) => ({ metric, unit, missing })),
        choices: {
          elderly: results.zones.bySubject.elderly.choices,
          childcare: results.zones.bySubject.childcare.choices,
        },
        metres: {
          elderly: results.zones.bySubject.elderly.metres,
          childcare: results.zones.bySubject.childcare.metres,
        },
        territory: results.territory,
      },
    }),
  };
}

/** Tiers that the results can be rolled up to, smallest first. */
export function tiersOf(results: AnalysisView | undefined): readonly Tier[] {
  const present = new Set(results?.territory.units.map(({ level }) => tierOf(level)));
  return TIERS.filter((_, tier) => present.has(tier));
}

/** Units of one tier with what they lack for one subject, in the order of the results; also where nothing asks for anything. */
export function unitFacts(
  zones: ProjectView["zones"],
  results: AnalysisView | undefined,
  tier: Tier,
  subject: CareSubject,
): readonly UnitFacts[] {
  const place = TIERS.indexOf(tier);
  const here = results?.rollUp.ofTier(place) ?? [];
  const rows = here.filter((row) => row.subject === subject);
  const [metrics, others] = [askedIn(rows), askedIn(here.filter((row) => row.subject !== subject))];
  const units = results?.territory.units.filter(({ level }) => tierOf(level) === place) ?? [];
  const ofUnit = byUnit(rows);
  const beside = byUnit(here.filter((row) => row.subject !== subject));
  const sums = results && unitSums(zones, results, place, metrics[0]);
  const silences = metrics.map((metric) => results && silenceIn(results, place, metric));
  return units.map(({ unit: id, name }) => {
    const of = ofUnit.get(id) ?? [];
    return {
      ...(sums?.get(id) ?? { people: NOBODY, zones: 0 }),
      id,
      name,
      subject,
      zonesKnown: Math.max(0, ...of.map(({ zonesKnown }) => zonesKnown)),
      zonesShort: Math.max(0, ...of.map(({ zonesShort }) => zonesShort)),
      metrics: metrics.map((metric, at) =>
        metricFacts(
          results,
          metric,
          of.find((one) => one.metric === metric),
          silences[at]?.get(id),
        ),
      ),
      others: others.map((metric) => {
        const other = beside.get(id)?.find((one) => one.metric === metric);
        return {
          metric,
          unit: unitOf(results, metric),
          missing: other?.zonesKnown ? other.missing : Number.NaN,
        };
      }),
    };
  });
}

/** Rows by their unit, in the order of the rows. */
function byUnit(rows: readonly RollUpRow[]): ReadonlyMap<string, readonly RollUpRow[]> {
  const units = new Map<string, RollUpRow[]>();
  for (const row of rows) {
    const of = units.get(row.unit);
    if (of) of.push(row);
    else units.set(row.unit, [row]);
  }
  return units;
}

function askedIn(rows: readonly RollUpRow[]): readonly Metric[] {
  return [...new Set(rows.filter(({ required }) => required > 0).map(({ metric }) => metric))];
}

/** What the zones of one unit need, have and lack, over all metrics that any unit of its level is asked for. */
export function unitMetrics(results: AnalysisView, unit: string): readonly UnitMetricFacts[] {
  const place = TIERS.indexOf(tierOfUnit(results.territory, unit) ?? "street");
  const asked = askedIn(results.rollUp.ofTier(place));
  return results.rollUp
    .ofUnit(unit)
    .filter(({ metric }) => asked.includes(metric))
    .map((row) => metricFacts(results, row.metric, row, silenceIn(results, place, row.metric).get(unit)))
    .filter(
      ({ zonesKnown, zonesUnspecified, zonesWithoutData }) =>
        zonesKnown + zonesUnspecified + zonesWithoutData > 0,
    );
}

function metricFacts(
  results: AnalysisView | undefined,
  metric: Metric,
  row: RollUpRow | undefined,
  silence = NO_SILENCE,
): UnitMetricFacts {
  const { zonesKnown = 0, zonesShort = 0 } = row ?? {};
  const isKnown = row !== undefined && zonesKnown > 0;
  return {
    ...{ metric, unit: unitOf(results, metric), zonesKnown, zonesShort, ...silence },
    required: isKnown ? row.required : Number.NaN,
    provided: isKnown ? row.provided : Number.NaN,
    missing: isKnown ? row.missing : Number.NaN,
    share: isKnown && row.required > 0 ? row.share : Number.NaN,
  };
}

/** The zones of a unit that lack most of each metric, the worst first, by metric. */
export function worstZones(
  { zones, territory }: AnalysisView,
  unit: string,
  most: number,
): ReadonlyMap<Metric, readonly { readonly row: number; readonly missing: number }[]> {
  const tier = tierOfUnit(territory, unit);
  const at = territory.units.findIndex((one) => one.unit === unit);
  const unitOfZone = territory.zoneUnits[TIERS.indexOf(tier ?? "street")];
  return new Map(
    zones.byMetric.map(({ metric, missing }) => {
      const rows: { row: number; missing: number }[] = [];
      unitOfZone?.forEach((of, row) => {
        const lacks = missing[row] ?? Number.NaN;
        if (of === at && lacks > 0) rows.push({ row, missing: lacks });
      });
      return [metric, rows.sort((a, b) => b.missing - a.missing || a.row - b.row).slice(0, most)];
    }),
  );
}

export function tierOfUnit({ units }: TerritoryFacts, unit: string): Tier | undefined {
  const level = units.find((one) => one.unit === unit)?.level;
  return level && TIERS[tierOf(level)];
}

/** Facilities as the table shows them; `kindName` in the language of the page. */
export function facilityFacts(
  facilities: ProjectView["facilities"],
  results: AnalysisView | undefined,
  kindName: (kind: string) => string,
): FacilityFacts {
  const { ids, kinds, statuses, lng, elderlyArea, childcareArea, slots } = facilities;
  return {
    ...{ count: ids.length, names: rowNames(facilities), lng, elderlyArea, childcareArea, slots },
    checks: facilities.checks,
    kinds,
    kindNames: kinds.map(kindName),
    subjects: kinds.map(subjectOf),
    statuses: statuses as readonly (FacilityStatus | "unknown")[],
    ...(results && { reached: reachedZones(ids.length, results) }),
  };
}

export function subjectOf(kind: string): Subject {
  return isFacilityKind(kind) ? subjectOfKind(kind) : "community";
}

/** What a metric is measured in. */
export function unitOf(results: AnalysisView | undefined, metric: Metric): RuleUnit {
  const known = results?.zones.byMetric.find((columns) => columns.metric === metric)?.unit;
  return known ?? (metric === "childcare_slots" ? "slot" : metric === "beds" ? "bed" : "m2");
}

/** Zones within reach of each facility, by any of what it supplies; NaN for one that supplies nothing that counts. */
function reachedZones(count: number, { facilities }: AnalysisView): Float64Array {
  const reached = new Float64Array(count).fill(Number.NaN);
  facilities.rows.forEach((facility, i) => {
    const before = reached[facility] ?? Number.NaN;
    const zones = facilities.reachedZones[i] ?? 0;
    reached[facility] = Number.isNaN(before) ? zones : Math.max(before, zones);
  });
  return reached;
}
