import { formatNumber, gistOf, unitWord } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { CaseFacts, LackFacts } from "./plan-facts.ts";
import { caseWords } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly of: readonly CaseFacts[];
  readonly metrics: readonly Pick<LackFacts, "metric" | "unit">[];
}

/** What a plan leaves missing if people walk slower or faster, are fewer or more, or a facility is lost. */
export function PlanCases({ of, metrics }: Props) {
  const words = useWords();
  const { t, language } = words;
  return (
    <section className="plan-part" aria-label={t("plans.cases.title")}>
      <h3>{t("plans.cases.title")}</h3>
      <table className="plan-years">
        <thead>
          <tr>
            <th scope="col">{t("plans.cases.case")}</th>
            {metrics.map(({ metric, unit }) => (
              <th key={metric} scope="col">
                {t(`tables.lack.${metric}`)}
                {unitWord(unit, language, 0) && t("plans.cases.unit", { unit: unitWord(unit, language, 0) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((each) => (
            <tr key={caseWords(each, words)}>
              <th scope="row">
                {caseWords(each, words)}
                {each.isWorst && <span className="remark"> {t("plans.cases.worst")}</span>}
              </th>
              {metrics.map(({ metric, unit }, at) => (
                <td key={metric}>
                  {t("plans.fromTo", {
                    before: formatNumber(gistOf(each.missing[at]?.before ?? 0, unit)),
                    after: formatNumber(gistOf(each.missing[at]?.after ?? 0, unit)),
                  })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
