import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { DateFacts, LackFacts, YearFacts } from "./plan-facts.ts";
import { plainMoney, rowsAddingUp, THOUSANDS } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly years: readonly YearFacts[];
  readonly dates: readonly DateFacts[];
  readonly metrics: readonly Pick<LackFacts, "metric" | "unit">[];
  readonly onZone: (id: string) => void;
}

/** A plan year by year: what it costs, what is still missing, and from when on zones have enough. */
export function PlanYears({ years, dates, metrics, onZone }: Props) {
  const { t, gist } = useWords();
  return (
    <section className="plan-part" aria-label={t("plans.years")}>
      <h3>{t("plans.years")}</h3>
      <YearTable years={years} metrics={metrics} />
      {dates.length > 0 && (
        <details>
          <summary>{t("plans.dates", counted(dates.length))}</summary>
          <ul className="plan-dates">
            {dates.map(({ id, name, metric, unit, year, missing }) => (
              <li key={`${id} ${metric}`}>
                <button type="button" className="link" onClick={() => onZone(id)}>
                  {name}
                </button>
                <span>{t(`judging.metric.${metric}`)}</span>
                <span className={year === undefined ? "flag-word" : undefined}>
                  {year === undefined
                    ? t("plans.dateNever", { missing: gist(missing, unit) })
                    : t("plans.dateFrom", { year: `${year}` })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What each year costs, what is still missing in it, and how many zones have enough from it on. */
export function YearTable({ years, metrics }: Pick<Props, "years" | "metrics">) {
  const words = useWords();
  const { t, gist } = words;
  const total = years.reduce((sum, { cost }) => sum + cost, 0);
  const costs = rowsAddingUp(
    years.map(({ cost }) => cost),
    THOUSANDS,
  );
  return (
    <>
      <table className="plan-years">
        <thead>
          <tr>
            <th scope="col">{t("plans.yearColumn")}</th>
            <th scope="col">{t("plans.yearCost")}</th>
            {metrics.map(({ metric }) => (
              <th key={metric} scope="col">
                {t(`tables.lack.${metric}`)}
              </th>
            ))}
            <th scope="col" title={t("plans.yearEnoughHelp")}>
              {t("plans.yearEnough")}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, missing, enough }, row) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{plainMoney(costs[row] ?? 0, words)}</td>
              {metrics.map(({ metric, unit }, at) => (
                <td key={metric}>{gist(missing[at] ?? 0, unit)}</td>
              ))}
              <td>{formatNumber(enough)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("plans.total")}</th>
            <td>{plainMoney(total, words)}</td>
            <td colSpan={metrics.length + 1} />
          </tr>
        </tbody>
      </table>
    </>
  );
}
