import { counted } from "../../i18n/numbers.ts";
import type { UnitMetricFacts } from "../tables/facts.ts";
import type { Speech } from "../words.ts";

/** Of how many zones of a unit nothing can be told of a metric, and why; empty where of none. */
export function silenceWords(
  { zonesUnspecified, zonesWithoutData }: Pick<UnitMetricFacts, "zonesUnspecified" | "zonesWithoutData">,
  t: Speech["t"],
): readonly string[] {
  return [
    ...(zonesUnspecified > 0 ? [t("evidence.unspecifiedIn", counted(zonesUnspecified))] : []),
    ...(zonesWithoutData > 0 ? [t("evidence.withoutDataIn", counted(zonesWithoutData))] : []),
  ];
}
