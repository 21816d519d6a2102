import type { Parameters } from "../../core/analysis/parameters.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import type { Text } from "../../core/standards/clause.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** Every parameter that there is, in the order of the form it is set in. */
export const PARAMETER_NAMES = [
  ...(["pack", "year", "reach", "limits", "detour", "cap", "decides"] as const),
  ...(["supply", "offsite", "conflict", "overlays", "countStatuses", "coverageTarget"] as const),
] as const satisfies readonly (keyof Parameters)[];

/** The value of a parameter as it is printed. `titleOf`: of a pack or overlay. */
export function parameterValue(
  name: keyof Parameters,
  of: Parameters,
  titleOf: (id: string) => Text | undefined,
  { t, text, language }: Speech,
): string {
  const listed = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  const title = (id: string) => {
    const known = titleOf(id);
    return known ? text(known) : id;
  };
  switch (name) {
    case "pack":
      return of.pack === undefined ? t("method.parameters.byPlace") : title(of.pack);
    case "year":
      return of.year === undefined ? t("method.parameters.latest") : `${of.year}`;
    case "reach":
      return t(`screen.status.reach.${of.reach}`, { detour: formatNumber(of.detour) });
    case "limits":
      return listed(
        PROFILES.map((who) => `${t(`parameters.profiles.${who}`)} ${formatMetres(of.limits[who])}`),
      );
    case "detour":
      return formatNumber(of.detour);
    case "cap":
      return formatMetres(of.cap);
    case "decides":
      return listed(
        CARE_SUBJECTS.map(
          (subject) =>
            t(`judging.subject.${subject}`) +
            t("screen.headline.colon") +
            t(`parameters.profiles.${of.decides[subject]}`),
        ),
      );
    case "supply":
      return t(`parameters.supplies.${of.supply}`);
    case "offsite":
      return t(`parameters.offsites.${of.offsite}`);
    case "conflict":
      return t(`parameters.conflicts.${of.conflict}`);
    case "overlays":
      return of.overlays.length === 0 ? t("method.parameters.none") : listed(of.overlays.map(title));
    case "countStatuses":
      return of.countStatuses === undefined
        ? t("method.parameters.byStandards")
        : listed(of.countStatuses.map((status) => t(`judging.facilityStatus.${status}`)));
    case "coverageTarget":
      return of.coverageTarget === undefined ? t("method.parameters.notSet") : formatShare(of.coverageTarget);
  }
}
