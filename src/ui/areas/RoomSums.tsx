import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { BottleneckSums, SurplusSums } from "./bottleneck-facts.ts";
import "./areas.css";

/** How many 瓶颈设施 there are, and what is said of them; where there are none, why. */
export function BottlenecksSaid({ of }: { readonly of: readonly BottleneckSums[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="area-sums">
      {of.map(({ metric, unit, amount, facilities, kept, isShort }) => {
        const none = isShort ? "allElsewhere" : "none";
        const said = facilities > 0 ? "summary" : none;
        return (
          <div key={metric}>
            <p>
              {t(`areas.bottlenecks.${said}`, {
                metric: t(`judging.metric.${metric}`),
                ...counted(facilities),
              })}
            </p>
            <p className="remark">
              {facilities > 0 && t("areas.bottlenecks.meaning", { amount: words.providedGist(amount, unit) })}
              {kept > 0 && t("areas.bottlenecks.kept", counted(kept))}
            </p>
          </div>
        );
      })}
    </div>
  );
}

/** What is left over in all whatever the assignment; where nothing is, that. */
export function SurplusSaid({ of }: { readonly of: readonly SurplusSums[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="area-sums">
      {of.map(({ metric, unit, facilities, open, kept }) => (
        <div key={metric}>
          <p>
            {t(open > 0 ? "areas.surplus.summary" : "areas.surplus.none", {
              ...{ metric: t(`judging.metric.${metric}`), open: words.providedGist(open, unit) },
              ...counted(facilities),
            })}
          </p>
          <p className="remark">
            {open > 0 && t("areas.surplus.meaning")}
            {kept > 0 && t("areas.surplus.kept", { kept: words.providedGist(kept, unit) })}
          </p>
        </div>
      ))}
    </div>
  );
}
