import { exact } from "../../core/base/decimal.ts";
import { gainOf, type ServedGroup } from "../../core/scenario/share-changes.ts";
import { namesWords } from "../evidence/effect-words.ts";
import type { Speech } from "../words.ts";
import type { ServedOf } from "./change-facts.ts";

/**
 * “少得：东园 −70 m²、…”, “多得：西园 +30 m²”: a line for those who lose and one for those who gain, who loses or gains most
 * first; of many the first three, with how many they are. `named`: with the metric, where there are several.
 */
export function servedLines(
  { metric, unit, losing, gaining }: ServedOf,
  named: boolean,
  speech: Pick<Speech, "t" | "provided">,
): readonly string[] {
  const { t, provided } = speech;
  const line = ({ zones, first }: ServedGroup, how: "losing" | "gaining") => {
    if (zones === 0) return [];
    const names = first.map((change) =>
      t(`changes.${how === "losing" ? "less" : "more"}`, {
        zone: change.name ?? change.zone,
        amount: provided(exact(Math.abs(Math.round(gainOf(change) * 1e6)) / 1e6), unit),
      }),
    );
    const said = t(`changes.${how}`, { zones: namesWords(names, speech, zones) });
    return [named ? t("changes.servedOf", { metric: t(`judging.metric.${metric}`), said }) : said];
  };
  return [...line(losing, "losing"), ...line(gaining, "gaining")];
}
