import { issue } from "../../core/base/issue.ts";
import { roundedDown } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { LackFacts } from "./plan-facts.ts";
import "./plans.css";

interface Props {
  readonly of: readonly LackFacts[];
  /** Whether there are any facilities: without them nobody knows what is there, and so what is missing. */
  readonly isSupplyKnown: boolean;
}

/** What is missing before anything is done, in as many words as there are metrics. */
export function PlanMissing({ of, isSupplyKnown }: Props) {
  const { t, sentence, gist, providedGist } = useWords();
  if (of.length === 0)
    return <p>{isSupplyKnown ? t("plans.noNumber") : sentence(issue("plan.no-facilities", "error", {}))}</p>;
  const short = of.filter(({ missing }) => missing > 0);
  if (short.length === 0) return <p>{t("plans.nothingMissing")}</p>;
  return (
    <dl className="plan-missing">
      <dt>{t("plans.missing")}</dt>
      {short.map(({ metric, unit, missing, certain }) => (
        <dd key={metric}>
          {t("plans.missingOf", { metric: t(`judging.metric.${metric}`), missing: gist(missing, unit) })}
          {roundedDown(certain) < roundedDown(missing) && (
            <span className="remark">
              {t("plans.missingDoubt", { certain: providedGist(certain, unit) })}
            </span>
          )}
        </dd>
      ))}
    </dl>
  );
}
