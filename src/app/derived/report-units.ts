import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { unitsByMissing } from "../../core/deficit/rank.ts";
import { COMMUNITY_TIER, STREET_TIER } from "../../core/deficit/territory.ts";
import type { MetricEffect } from "../../core/scenario/effect.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { PlanReportFacts, ReportPlan, ReportUnit, Unjudged } from "../../ui/plans/report-facts.ts";
import { NOBODY, unitSums } from "./unit-sums.ts";

/** Units of a tier in this order: what they lack now and with a plan that has this effect. */
export function reportUnits(
  { zones }: ProjectView,
  now: AnalysisView,
  after: AnalysisView,
  { metrics, effect }: Pick<ReportPlan, "metrics" | "effect">,
  tier: number,
  ids: readonly string[],
): readonly ReportUnit[] {
  const sums = unitSums(zones, now, tier, undefined);
  const names = new Map(now.territory.units.map(({ unit, name }) => [unit, name]));
  const [before, then] = [lacksIn(now, tier), lacksIn(after, tier)];
  const lackOf = (lacks: typeof before, id: string) =>
    metrics.map(({ metric }) => lacks.get(`${metric} ${id}`) ?? Number.NaN);
  const unjudged = metrics.map(({ metric }) => unjudgedIn(zones, now, tier, ofMetric(effect, metric)));
  return ids.map((id) => ({
    ...{ id, name: names.get(id) ?? id },
    ...{ zones: sums.get(id)?.zones ?? 0, people: sums.get(id)?.people ?? NOBODY },
    ...{ missing: lackOf(before, id), after: lackOf(then, id) },
    unjudged: unjudged.map((byUnit) => byUnit.get(id) ?? NONE_UNJUDGED),
  }));
}

/** By unit of a tier: its zones that cannot be judged any more with the plan. */
function unjudgedIn(
  { ids }: ProjectView["zones"],
  { territory: { units, zoneUnits } }: AnalysisView,
  tier: number,
  doubtful: MetricEffect["doubtful"],
): ReadonlyMap<string, Unjudged> {
  const rows = new Map(ids.map((id, row) => [id, row]));
  const byUnit = new Map<string, Unjudged>();
  for (const { id, missing } of doubtful) {
    const unit = units[zoneUnits[tier]?.[rows.get(id) ?? -1] ?? -1]?.unit;
    if (unit === undefined) continue;
    const known = byUnit.get(unit) ?? NONE_UNJUDGED;
    byUnit.set(unit, { zones: known.zones + 1, missing: known.missing + missing });
  }
  return byUnit;
}

function ofMetric(effect: ReportPlan["effect"], metric: Metric): MetricEffect["doubtful"] {
  return effect.find((each) => each.metric === metric)?.doubtful ?? [];
}

const NONE_UNJUDGED: Unjudged = { zones: 0, missing: 0 };

/** By metric and unit of a tier, where anything is known of it. */
function lacksIn({ rollUp }: AnalysisView, tier: number): ReadonlyMap<string, number> {
  return new Map(
    rollUp
      .ofTier(tier)
      .flatMap(({ metric, unit, zonesKnown, missing }) =>
        zonesKnown > 0 ? [[`${metric} ${unit}`, missing] as const] : [],
      ),
  );
}

/** 社区 and villages that lack something now or with the plan, most first. */
export function communitiesOf(
  now: AnalysisView,
  after: AnalysisView,
  unitsOf: (tier: number, ids: readonly string[]) => readonly ReportUnit[],
): PlanReportFacts["communities"] {
  const { units, zoneUnits } = now.territory;
  const [communities, streets] = [zoneUnits[COMMUNITY_TIER], zoneUnits[STREET_TIER]];
  const streetOf = new Map<string, string>();
  communities?.forEach((community, zone) => {
    const [of, street] = [units[community]?.unit, units[streets?.[zone] ?? -1]?.name];
    if (of !== undefined && street !== undefined && !streetOf.has(of)) streetOf.set(of, street);
  });
  const lacking = [now, after].flatMap(({ rollUp }) => unitsByMissing(rollUp.ofTier(COMMUNITY_TIER)));
  const ids = [...new Set(lacking.map(({ unit }) => unit))];
  return unitsOf(COMMUNITY_TIER, ids).map((unit) => ({ ...unit, street: streetOf.get(unit.id) }));
}
