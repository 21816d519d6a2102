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
  const silenceOf = silences(zones, metric);
  const [unspecified, withoutData] = [
    new Uint32Array(territory.units.length),
    new Uint32Array(territory.units.length),
  ];
  territory.zoneUnits[tier]?.forEach((unit, zone) => {
    const silence = unit < 0 ? undefined : silenceOf(zone);
    if (silence === undefined) return;
    const of = silence === "unspecified" ? unspecified : withoutData;
    of[unit] = (of[unit] ?? 0) + 1;
  });
  return new Map(
    territory.units.flatMap(({ unit }, at) => {
      const [zonesUnspecified, zonesWithoutData] = [unspecified[at] ?? 0, withoutData[at] ?? 0];
      return zonesUnspecified + zonesWithoutData > 0 ? [[unit, { zonesUnspecified, zonesWithoutData }]] : [];
    }),
  );
}

/** Rows of the zones of a unit of which data of a metric is missing. */
export function zonesWithoutData(
  { territory, zones }: AnalysisView,
  tier: number,
  id: string,
  metric: Metric,
): readonly number[] {
  const silenceOf = silences(zones, metric);
  const at = territory.units.findIndex(({ unit }) => unit === id);
  const units = territory.zoneUnits[tier] ?? new Int32Array();
  return Array.from(units.keys()).filter((zone) => units[zone] === at && silenceOf(zone) === "withoutData");
}

/** Why a zone has no figure of a metric; `undefined` where it has one, or is asked for another instead. */
function silences(
  zones: AnalysisView["zones"],
  metric: Metric,
): (zone: number) => "unspecified" | "withoutData" | undefined {
  const columns = zones.byMetric.find((one) => one.metric === metric);
  const subject = CARE_SUBJECTS.find((one) => one === columns?.subject);
  const verdicts = subject ? zones.bySubject[subject].verdict : zones.verdict;
  return (zone) => {
    if (!Number.isNaN(columns?.missing[zone])) return undefined;
    const verdict = VERDICTS[verdicts[zone] ?? 0] ?? "invalid";
    if (verdict === "not_specified") return "unspecified";
    return classOf(verdict) === "missing_data" ? "withoutData" : undefined;
  };
}
