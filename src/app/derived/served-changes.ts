import type { AllocationView, AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { NOT_ALLOCATED } from "../../core/analysis/allocation-findings.ts";
import { servedZones } from "../../core/scenario/served-zones.ts";
import { type ServedZones, servedGroup, shareChanges } from "../../core/scenario/share-changes.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { ServedOf } from "../../ui/changes/change-facts.ts";

/** Zones and results of one side of a change. */
export interface ServedSide {
  readonly view: { readonly zones: Pick<ProjectView["zones"], "ids" | "names"> };
  readonly results: {
    readonly zones: Pick<AnalysisView["zones"], "byMetric">;
    readonly allocations?: AnalysisView["allocations"];
  };
}

/** Whom a change gave and took, of each metric of which anybody gets more or less; of each group the first are named. */
export function servedChanges(before: ServedSide, after: ServedSide): readonly ServedOf[] {
  return after.results.zones.byMetric.flatMap(({ metric, unit }) => {
    const { losing, gaining, otherwise } = shareChanges(servedIn(before, metric), servedIn(after, metric));
    if (losing.length + gaining.length === 0) return [];
    const [less, more, other] = [losing, gaining, otherwise].map((each) => servedGroup(each, LISTED));
    return less && more && other ? [{ metric, unit, losing: less, gaining: more, otherwise: other }] : [];
  });
}

/** What zones need of a metric and are served, as the effect of an edit or a plan counts it. */
export function servedIn({ view: { zones }, results }: ServedSide, metric: Metric): ServedZones {
  const named = zones.ids.map((id, row) => ({ id, ...(zones.names[row] && { name: zones.names[row] }) }));
  const asked = results.zones.byMetric.find((each) => each.metric === metric);
  const given = results.allocations?.find((each) => each.metric === metric);
  return servedZones(named, asked, given && givenBy(given));
}

function givenBy({ zones: { levelOf, needs }, levels }: AllocationView) {
  return (row: number) => {
    const level = levelOf[row] ?? NOT_ALLOCATED;
    if (level === NOT_ALLOCATED) return undefined;
    const need = needs[row] as number;
    // What multiplying leaves beyond a millionth is no amount.
    return { need, served: Math.round(need * (levels[level] as number) * 1e6) / 1e6 };
  };
}

const LISTED = 20;
