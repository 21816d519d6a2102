import type { Parameters } from "../../core/analysis/parameters.ts";
import type { NetworkFindings } from "../../core/analysis/results.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** What keeps figures from being those of the standards: another set of facilities, changed streets, or a method that only screens. */
export interface Caveat {
  /** One word before the figures. */
  readonly short: string;
  readonly text: string;
}

/** Said wherever figures are: on top, of a street, on paper and in pictures. Empty for figures by the standards. */
export function caveatsOf(
  { supply, countStatuses }: Pick<Parameters, "supply" | "countStatuses">,
  { t, language }: Pick<Speech, "t" | "language">,
  { changes = 0 }: Pick<NetworkFindings, "changes"> = {},
): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (countStatuses !== undefined) {
    const words = countStatuses.map((status) => t(`judging.facilityStatus.${status}`));
    const statuses = words.join(language === "zh" ? "、" : ", ");
    caveats.push({ short: t("screen.caveat.scenario"), text: t("screen.caveat.scenarioText", { statuses }) });
  }
  if (changes > 0) {
    const text = t("screen.caveat.streetsText", { number: formatNumber(changes) });
    caveats.push({ short: t("screen.caveat.streets"), text });
  }
  if (supply === "floating" || supply === "catchment") {
    caveats.push({ short: t("screen.caveat.screening"), text: t(`screen.caveat.${supply}`) });
  }
  return caveats;
}

/** In front of a sentence; nothing where there is nothing to say. */
export function caveatsBefore(caveats: readonly Caveat[], t: Speech["t"]): string {
  if (caveats.length === 0) return "";
  return t("screen.caveat.before", { words: caveats.map(({ short }) => short).join(" · ") });
}
