import { counted, formatNumber } from "../../i18n/numbers.ts";
import { inARow, useWords } from "../words.ts";
import { MeasureTable } from "./MeasureTable.tsx";
import { PlanCases } from "./PlanCases.tsx";
import { YearTable } from "./PlanYears.tsx";
import { Amount, Fact, NumberHead } from "./paper-cells.tsx";
import { certainWords, plainMoney } from "./plan-words.ts";
import type { PlanReportFacts } from "./report-facts.ts";
import { planEffectWords } from "./report-words.ts";
import { sourceSentences } from "./source-words.ts";

interface Props {
  readonly of: PlanReportFacts;
}

/** What was asked, what the plan costs and leaves, and what it does where and when. */
export function PaperPlan({ of: { plan, sources } }: Props) {
  const words = useWords();
  const { t, gist } = words;
  const once = plan.measures.reduce((sum, { cost }) => sum + cost, 0);
  const [first, last] = [plan.years[0], plan.years.at(-1)];
  return (
    <>
      <p>{t("report.asked", { asked: plan.asked, status: plan.status })}</p>
      <dl className="sheet-facts">
        <Fact name={t("comparing.once")} value={plainMoney(once, words)} />
        <Fact name={t("comparing.yearly")} value={plainMoney(plan.yearly, words)} />
        {first && last && (
          <Fact
            name={`${t("comparing.over")} · ${t("comparing.overYears", {
              first: `${first.year}`,
              last: `${last.year}`,
            })}`}
            value={plainMoney(plan.cost, words)}
          />
        )}
        <Fact name={t("comparing.measures")} value={formatNumber(plan.measures.length)} />
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("print.need")}</th>
            {(["before", "certainBefore", "after", "certainAfter"] as const).map((column) => (
              <NumberHead key={column}>{t(`report.columns.${column}`)}</NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.metrics.map(({ metric, unit, before, after, certainBefore, certainAfter }) => (
            <tr key={metric}>
              <th scope="row">{t(`judging.metric.${metric}`)}</th>
              <Amount>{gist(before, unit)}</Amount>
              <Amount>{certainWords(certainBefore, before, unit, words)}</Amount>
              <Amount>
                <strong>{gist(after, unit)}</strong>
              </Amount>
              <Amount>{certainWords(certainAfter, after, unit, words)}</Amount>
            </tr>
          ))}
        </tbody>
      </table>
      {planEffectWords(plan.effect, words).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="sheet-note">{inARow([t("report.proof"), ...sourceSentences(sources, words)], words)}</p>
      <MeasureTable of={plan.measures} totals={{ cost: once, yearly: plan.yearly }} />
      {plan.years.length > 0 && <YearTable years={plan.years} metrics={plan.metrics} />}
      {plan.cases.length > 0 && <PlanCases of={plan.cases} metrics={plan.metrics} />}
      <p className="sheet-note">{t("report.costs")}</p>
    </>
  );
}

/** What nobody knows, and places that were not used. */
export function PaperUnknown({ of: { standards, plan, zones, verdicts } }: Props) {
  const { t } = useWords();
  const silent = Math.max(0, ...standards.map(({ zonesWithoutData }) => zonesWithoutData));
  return (
    <ul>
      {silent > 0 && <li>{t("report.silent", counted(silent))}</li>}
      {verdicts.open > 0 && (
        <li>{t("report.open", { ...counted(verdicts.open), all: formatNumber(zones) })}</li>
      )}
      {plan.refused.map(({ name, subject, why }) => (
        <li key={`${name} ${subject} ${why}`}>
          {subject ? t("plans.refusedFor", { name, subject: t(`judging.subject.${subject}`) }) : name}
          {t("print.colon")}
          {t(`plans.refusals.${why}`)}
        </li>
      ))}
      <li>{t("report.method")}</li>
    </ul>
  );
}
