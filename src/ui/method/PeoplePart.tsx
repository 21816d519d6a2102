import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

/** Whom the numbers of people are of, and what is done where they are not stated. */
export function PeoplePart({ of: { packs, now, stale } }: { readonly of: MethodFacts }) {
  const { t, text } = useWords();
  return (
    <>
      <p>
        {t("method.people.intro", {
          passEstimated: t("judging.verdict.pass_estimated"),
          fail: t("judging.verdict.fail"),
          insufficient: t("judging.verdict.insufficient_data"),
        })}
      </p>
      <dl className="method-pairs">
        {packs.map(({ id, title, populationCoefficient: { low, high, lowSource, highSource } }) => (
          <div key={id}>
            <dt>{text(title)}</dt>
            <dd>
              {t("method.people.coefficient", { low: formatNumber(low), high: formatNumber(high) })}
              <span className="remark">
                {t("method.people.coefficientFrom", { low: text(lowSource), high: text(highSource) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t("method.people.households")}</p>
      {now && (
        <ul className={stale ? "stale" : undefined}>
          {now.headline.people.map(({ subject, covered: { base, covered, total, zonesWithoutNumber } }) => (
            <li key={subject}>
              {t("method.people.covered", {
                subject: t(`judging.subject.${subject}`),
                base: t(`judging.people.${base}`),
                covered: formatNumber(covered, 0),
                total: formatNumber(total, 0),
                without: formatNumber(zonesWithoutNumber),
              })}
            </li>
          ))}
          <li>
            {t("method.people.estimated", {
              all: formatNumber(now.headline.zones),
              ...counted(now.headline.estimated),
            })}
          </li>
        </ul>
      )}
    </>
  );
}
