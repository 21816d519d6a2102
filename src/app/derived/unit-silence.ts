import type { AnalysisView } from "../../../workers/protocol.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { classOf, VERDICTS } from "../../core/standards/verdict.ts";

/** Of how many zones of a unit a metric has no figure: the standard gives no number, or data is missing. */
export interface Silence {
  readonly zonesUnspecified: number;
  readonly zonesWithoutData: number;
}

export const NO_SILENCE: Silence = { zonesUnspecified: 0, zonesWithoutData: 0 };

/** Why zones have no figure of a metric, by unit of a tier. Zones that are asked for another metric instead are not told. */
export function silenceIn(
  { territory, zones }: AnalysisView,
  tier: number,
  metric: Metric,
): ReadonlyMap<string, Silence> {
  const columns = zones.byMetric.find((one) => one.metric === metric);
  const subject = CARE_SUBJECTS.find((one) => one === columns?.subject);
  const verdicts = subject ? zones.bySubject[subject].verdict : zones.verdict;
  const silent = new Map<string, { zonesUnspecified: number; zonesWithoutData: number }>();
  territory.zoneUnits[tier]?.forEach((unit, zone) => {
    const id = territory.units[unit]?.unit;
    if (id === undefined || !Number.isNaN(columns?.missing[zone])) return;
    const verdict = VERDICTS[verdicts[zone] ?? 0] ?? "invalid";
    const of = silent.get(id) ?? { ...NO_SILENCE };
    silent.set(id, of);
    if (verdict === "not_specified") of.zonesUnspecified++;
    else if (classOf(verdict) === "missing_data") of.zonesWithoutData++;
  });
  return silent;
}
