import type { ReactNode } from "react";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { PEOPLE_COLUMNS } from "../tables/facts.ts";
import { knownSum } from "../tables/known-sum.ts";
import { useWords } from "../words.ts";
import { Amount, NumberHead } from "./paper-cells.tsx";
import type { PlanReportFacts, ReportMetric, ReportUnit } from "./report-facts.ts";
import { afterWords, hasUnjudged, unitsWords } from "./report-words.ts";

interface Props {
  readonly of: PlanReportFacts;
}

/** 街道 and 镇: what they lack, now and with the plan. */
export function PaperStreets({ of: { streets, plan } }: Props) {
  const { t } = useWords();
  return (
    <>
      <UnitTable
        of={streets}
        metrics={plan.metrics}
        first={t("judging.level.street")}
        last={<NumberHead>{t("report.columns.measures")}</NumberHead>}
        lastOf={({ measures }) => <Amount>{formatNumber(measures.length)}</Amount>}
      />
      {streets.some((unit) => hasUnjudged(unit)) && <p className="sheet-note">{t("report.unjudged")}</p>}
    </>
  );
}

/** 社区 and villages that lack something, those that lack most alone where they are many. */
export function PaperCommunities({ of: { communities, plan } }: Props) {
  const { t } = useWords();
  const listed = communities.slice(0, MOST_LISTED);
  const more = communities.length - listed.length;
  return (
    <>
      <UnitTable
        of={listed}
        metrics={plan.metrics}
        first={t("judging.level.community")}
        last={<th scope="col">{t("judging.level.street")}</th>}
        lastOf={({ street }) => <td>{street ?? "—"}</td>}
      />
      <p className="sheet-note">
        {t("report.communitiesOf", counted(communities.length))}
        {more > 0 && ` ${t("report.moreCommunities", counted(more))}`}
        {listed.some((unit) => hasUnjudged(unit)) && ` ${t("report.unjudged")}`}
      </p>
    </>
  );
}

function UnitTable<Unit extends ReportUnit>({
  of,
  metrics,
  first,
  last,
  lastOf,
}: {
  readonly of: readonly Unit[];
  readonly metrics: readonly ReportMetric[];
  readonly first: string;
  readonly last: ReactNode;
  readonly lastOf: (unit: Unit) => ReactNode;
}) {
  const words = useWords();
  const { t, gist } = words;
  const amount = (value: number, { unit }: ReportMetric) => (Number.isNaN(value) ? "—" : gist(value, unit));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <NumberHead>{t("print.zones")}</NumberHead>
          {PEOPLE_COLUMNS.map((column) => (
            <NumberHead key={column}>{t(`tables.columns.${column}`)}</NumberHead>
          ))}
          {metrics.map(({ metric }) => (
            <NumberHead key={metric}>
              {t(`tables.lack.${metric}`)}
              <br />
              {t("report.beforeAfter")}
            </NumberHead>
          ))}
          {last}
        </tr>
      </thead>
      <tbody>
        {of.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">{unit.name}</th>
            <Amount>{formatNumber(unit.zones)}</Amount>
            {PEOPLE_COLUMNS.map((column) => (
              <Amount key={column}>{knownSum(unit.people[column], unit.zones, t)}</Amount>
            ))}
            {metrics.map((metric, at) => (
              <Amount key={metric.metric}>
                {amount(unit.missing[at] ?? Number.NaN, metric)} → {afterWords(unit, at, metric.unit, words)}
              </Amount>
            ))}
            {lastOf(unit)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Units that have no facility of their tier. */
export function PaperTiers({ of: { tiers } }: Props) {
  const words = useWords();
  const { t, text } = words;
  if (tiers.length === 0) return <p>{t("city.tiersNone")}</p>;
  return (
    <ul>
      {tiers.map(({ title, rules, level, all, lacking }) => (
        <li key={rules.join()}>
          {t(lacking.length === 0 ? "report.tierNone" : "report.tier", {
            title: text(title),
            level: t(`judging.level.${level}`),
            all: formatNumber(all),
            number: formatNumber(lacking.length),
            names: unitsWords(
              lacking.map(({ name }) => name),
              words,
            ),
          })}
        </li>
      ))}
    </ul>
  );
}

/** A page; the workbook has all of them. */
const MOST_LISTED = 40;
