import type { AnalysisView } from "../../../workers/protocol.ts";
import { knownAlone, type LackSide, lackOf } from "../../core/scenario/known-alone.ts";
import type { KnownAlone } from "../../ui/changes/change-facts.ts";
import type { ServedSide } from "./served-changes.ts";

interface Side {
  readonly view: ServedSide["view"];
  readonly results: { readonly zones: Pick<AnalysisView["zones"], "byMetric"> };
}

/** By metric, what zones lack of which only one side of a change knows it; none where both know of the same zones. */
export function lackKnownAlone(before: Side, after: Side): readonly KnownAlone[] {
  const metrics = new Set([after, before].flatMap(({ results }) => results.zones.byMetric.map(metricOf)));
  return [...metrics].flatMap((metric) => {
    const [was, is] = [lacksIn(before, metric), lacksIn(after, metric)];
    const [gone, come] = [knownAlone(was, is), knownAlone(is, was)];
    return gone.length + come.length > 0 ? [{ metric, before: lackOf(gone), after: lackOf(come) }] : [];
  });
}

function lacksIn({ view: { zones }, results }: Side, metric: KnownAlone["metric"]): LackSide {
  const named = zones.ids.map((id, row) => ({ id, ...(zones.names[row] && { name: zones.names[row] }) }));
  return { zones: named, columns: results.zones.byMetric.find((each) => each.metric === metric) };
}

function metricOf({ metric }: AnalysisView["zones"]["byMetric"][number]) {
  return metric;
}
