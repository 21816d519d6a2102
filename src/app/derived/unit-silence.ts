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
  const [unspecified, withoutData] = [
    new Uint32Array(territory.units.length),
    new Uint32Array(territory.units.length),
  ];
  territory.zoneUnits[tier]?.forEach((unit, zone) => {
    if (unit < 0 || !Number.isNaN(columns?.missing[zone])) return;
    const verdict = VERDICTS[verdicts[zone] ?? 0] ?? "invalid";
    const of = verdict === "not_specified" ? unspecified : withoutData;
    if (of === unspecified || classOf(verdict) === "missing_data") of[unit] = (of[unit] ?? 0) + 1;
  });
  return new Map(
    territory.units.flatMap(({ unit }, at) => {
      const [zonesUnspecified, zonesWithoutData] = [unspecified[at] ?? 0, withoutData[at] ?? 0];
      return zonesUnspecified + zonesWithoutData > 0 ? [[unit, { zonesUnspecified, zonesWithoutData }]] : [];
    }),
  );
}
