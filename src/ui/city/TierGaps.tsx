import type { TierGap } from "../../core/city/city-facts.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";

/** Which units have no facility of the kind their tier is to have; their names unfold. */
export function TierGaps({ tiers }: { readonly tiers: readonly TierGap[] }) {
  const { t, text } = useWords();
  if (tiers.length === 0) return <p className="remark">{t("city.tiersNone")}</p>;
  return (
    <ul className="city-list">
      {tiers.map(({ rules, title, level, all, lacking }) => {
        const counts = {
          level: t(`judging.level.${level}`),
          all: formatNumber(all),
          have: formatNumber(all - lacking.length),
          number: formatNumber(lacking.length),
        };
        return (
          <li key={rules.join()}>
            <header>
              <span>{text(title)}</span>
              <ShareBar share={(all - lacking.length) / all} />
            </header>
            {lacking.length === 0 || all === 1 ? (
              <p className="remark">
                {lacking.length === 0
                  ? t("city.tierAll", counts)
                  : t("city.tierNone", { name: lacking[0] ?? "" })}
              </p>
            ) : (
              <details>
                <summary className="remark">{t("city.tierLacking", counts)}</summary>
                <p className="remark">{lacking.join(t("screen.headline.and"))}</p>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
