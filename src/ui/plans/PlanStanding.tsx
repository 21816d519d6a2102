import type { ReactNode } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ClosedFacts, StandingFacts } from "./plan-facts.ts";
import { certainWords, idleWords, moneyWords, standingWords } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly of: StandingFacts;
  /** 万元: once, or over the years of a plan that is spread over them; and for each year. */
  readonly cost: number;
  readonly yearly: number;
  readonly measures: number;
  readonly closed: readonly ClosedFacts[];
  /** What was asked for besides, before the figures. */
  readonly children?: ReactNode;
}

/** How good a plan is, what it costs and what it leaves. */
export function PlanStanding({ of, cost, yearly, measures, closed, children }: Props) {
  const words = useWords();
  const { t, gist } = words;
  const isPlan = of.status !== "infeasible" && of.status !== "unknown";
  return (
    <>
      <div role="status" className="plan-standing">
        {standingWords(of, words).map((said) => (
          <p key={said}>{said}</p>
        ))}
        {isPlan && measures === 0 && <p>{idleWords(of, closed, words)}</p>}
      </div>
      {children}
      {isPlan && measures > 0 && (
        <dl className="plan-figures">
          <div>
            <dt>{t(of.isSpread ? "plans.costsOver" : "plans.costs")}</dt>
            <dd>{moneyWords(cost, words)}</dd>
            {yearly > 0 && (
              <dd className="remark">
                {t(of.isSpread ? "plans.perYearAfter" : "plans.perYear", { cost: moneyWords(yearly, words) })}
              </dd>
            )}
          </div>
          <div>
            <dt>{t("plans.measureCount")}</dt>
            <dd>{t("plans.measureNumber", { number: formatNumber(measures) })}</dd>
          </div>
          {closed
            .filter(({ before }) => before > 0)
            .map(({ metric, unit, before, missing, certainBefore, certain, leastServed }) => (
              <div key={metric}>
                <dt>{t(`tables.lack.${metric}`)}</dt>
                <dd>{t("plans.fromTo", { before: gist(before, unit), after: gist(missing, unit) })}</dd>
                {(certainBefore < before || certain < missing) && (
                  <dd className="remark">
                    {t("plans.certainPart", {
                      before: certainWords(certainBefore, before, unit, words),
                      after: certainWords(certain, missing, unit, words),
                    })}
                  </dd>
                )}
                {leastServed.before > 0 && (
                  <dd className="remark">
                    {t("plans.leastServed", {
                      before: formatNumber(leastServed.before),
                      after: formatNumber(leastServed.after),
                    })}
                  </dd>
                )}
              </div>
            ))}
        </dl>
      )}
    </>
  );
}
