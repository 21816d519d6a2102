import type { ReactNode } from "react";
import { counted, formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { VERDICT_CLASSES, VerdictSwatch } from "../marks/VerdictMark.tsx";
import type { SheetBasis } from "../print/Sheet.tsx";
import { SheetMap } from "../print/SheetMap.tsx";
import { PEOPLE_COLUMNS } from "../tables/facts.ts";
import { knownSum } from "../tables/known-sum.ts";
import { useWords } from "../words.ts";
import { MeasureTable } from "./MeasureTable.tsx";
import { PlanCases } from "./PlanCases.tsx";
import { YearTable } from "./PlanYears.tsx";
import { plainMoney } from "./plan-words.ts";
import type { PlanReportFacts, ReportMetric } from "./report-facts.ts";
import "./paper.css";

interface Props {
  readonly of: PlanReportFacts;
  readonly basis: SheetBasis;
}

/** 缺口与补点报告 on paper: what is short, where and of whom, what the plan does about it, and what nobody knows. */
export function PlanPaper({ of, basis }: Props) {
  const { t } = useWords();
  return (
    <article className="plan-paper">
      <header>
        <p className="sheet-where">
          {basis.city}
          {basis.demo && <strong>{t("screen.banner.demo")}</strong>}
        </p>
        <h1>{t("report.title")}</h1>
        <p>{basis.standards.join("；")}</p>
        <p>{basis.small.join(" · ")}</p>
        {basis.caveats.length > 0 && <p className="caveat">{basis.caveats.join(" · ")}</p>}
      </header>
      <Part title={t("report.summary")}>
        <Summary of={of} />
      </Part>
      <Part title={t("report.streets")}>
        <Streets of={of} />
      </Part>
      {of.drawing && (
        <Part title={t("report.map")}>
          <SheetMap of={of.drawing} label={t("report.map")} />
        </Part>
      )}
      <Part title={t("report.tiers")}>
        <Tiers of={of.tiers} />
      </Part>
      <Part title={t("report.plan")}>
        <Plan of={of} />
      </Part>
      <Part title={t("report.unknown")}>
        <Unknown of={of} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Summary({ of: { zones, verdicts, concerned, covered, standards, deadlines } }: Pick<Props, "of">) {
  const { t, text, gist } = useWords();
  return (
    <>
      <dl className="sheet-facts">
        <Fact name={t("print.zones")} value={formatNumber(zones)} />
        {VERDICT_CLASSES.map((one) => (
          <Fact
            key={one}
            name={
              <>
                <VerdictSwatch of={one} /> {t(`judging.verdictClass.${one}`)}
              </>
            }
            value={formatNumber(verdicts[one])}
          />
        ))}
      </dl>
      <p>
        {t("report.concerned", {
          ...counted(concerned.zones),
          residents: knownSum(concerned.people.residents, concerned.zones, t),
          elderly: knownSum(concerned.people.elderly60, concerned.zones, t),
          infants: knownSum(concerned.people.under3, concerned.zones, t),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("print.need")}</th>
            <th scope="col">{t("report.status")}</th>
            {["required", "missing", "perhaps", "zonesShort", "zonesSilent"].map((column) => (
              <NumberHead key={column}>{t(`report.columns.${column as "required"}`)}</NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {standards.map((sum) => (
            <tr key={`${sum.status} ${sum.metric}`}>
              <th scope="row">{t(`judging.metric.${sum.metric}`)}</th>
              <td>{t(`report.estates.${sum.status}`)}</td>
              {sum.zonesKnown === 0 ? (
                <td className="sheet-number" colSpan={3}>
                  {sum.zonesUnspecified > 0 ? t("tables.unspecified") : t("tables.unknown")}
                </td>
              ) : (
                <>
                  <Amount>{gist(sum.required, sum.unit)}</Amount>
                  <Amount>
                    <strong>{gist(sum.missing, sum.unit)}</strong>
                  </Amount>
                  <Amount>{gist(sum.perhaps, sum.unit)}</Amount>
                </>
              )}
              <Amount>
                {formatNumber(sum.zonesShort)} / {formatNumber(sum.zonesKnown)}
              </Amount>
              <Amount>{formatNumber(sum.zonesWithoutData)}</Amount>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {covered.map(({ subject, limit, people }) => (
          <li key={subject}>
            {t("report.covered", {
              subject: t(`judging.subject.${subject}`),
              limit: formatMetres(limit),
              share: people.total > 0 ? formatShare(people.covered / people.total) : "—",
            })}
          </li>
        ))}
        {deadlines.map(({ title, years }) => (
          <li key={title.zh}>{t("report.deadline", { rule: text(title), years: formatNumber(years) })}</li>
        ))}
      </ul>
    </>
  );
}

function Streets({ of: { streets, plan } }: Pick<Props, "of">) {
  const { t, gist } = useWords();
  const amount = (value: number, { unit }: ReportMetric) => (Number.isNaN(value) ? "—" : gist(value, unit));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("judging.level.street")}</th>
          <NumberHead>{t("print.zones")}</NumberHead>
          {PEOPLE_COLUMNS.map((column) => (
            <NumberHead key={column}>{t(`tables.columns.${column}`)}</NumberHead>
          ))}
          {plan.metrics.map(({ metric }) => (
            <NumberHead key={metric}>
              {t(`tables.lack.${metric}`)}
              <br />
              {t("report.beforeAfter")}
            </NumberHead>
          ))}
          <NumberHead>{t("report.columns.measures")}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {streets.map(({ id, name, zones, people, missing, after, measures }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <Amount>{formatNumber(zones)}</Amount>
            {PEOPLE_COLUMNS.map((column) => (
              <Amount key={column}>{knownSum(people[column], zones, t)}</Amount>
            ))}
            {plan.metrics.map((metric, at) => (
              <Amount key={metric.metric}>
                {amount(missing[at] ?? Number.NaN, metric)} → {amount(after[at] ?? Number.NaN, metric)}
              </Amount>
            ))}
            <Amount>{formatNumber(measures)}</Amount>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tiers({ of }: { readonly of: PlanReportFacts["tiers"] }) {
  const { t, text } = useWords();
  if (of.length === 0) return <p>{t("city.tiersNone")}</p>;
  return (
    <ul>
      {of.map(({ title, rules, level, all, lacking }) => (
        <li key={rules.join()}>
          {t("report.tier", {
            title: text(title),
            level: t(`judging.level.${level}`),
            all: formatNumber(all),
            number: formatNumber(lacking.length),
            names: lacking.map(({ name }) => name).join("、") || "—",
          })}
        </li>
      ))}
    </ul>
  );
}

function Plan({ of: { plan } }: Pick<Props, "of">) {
  const { t, gist, providedGist } = useWords();
  return (
    <>
      <p>{t("report.asked", { asked: plan.asked, status: plan.status })}</p>
      <dl className="sheet-facts">
        <Fact
          name={t(plan.years.length > 0 ? "report.costOver" : "comparing.cost")}
          value={plainMoney(plan.cost)}
        />
        <Fact name={t("comparing.yearly")} value={plainMoney(plan.yearly)} />
        <Fact name={t("comparing.measures")} value={formatNumber(plan.measures.length)} />
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("print.need")}</th>
            {["before", "certainBefore", "after", "certainAfter"].map((column) => (
              <NumberHead key={column}>{t(`report.columns.${column as "before"}`)}</NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.metrics.map(({ metric, unit, before, after, certainBefore, certainAfter }) => (
            <tr key={metric}>
              <th scope="row">{t(`judging.metric.${metric}`)}</th>
              <Amount>{gist(before, unit)}</Amount>
              <Amount>{providedGist(certainBefore, unit)}</Amount>
              <Amount>
                <strong>{gist(after, unit)}</strong>
              </Amount>
              <Amount>{providedGist(certainAfter, unit)}</Amount>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-note">{t("report.proof")}</p>
      <MeasureTable of={plan.measures} />
      {plan.years.length > 0 && <YearTable years={plan.years} metrics={plan.metrics} />}
      {plan.cases.length > 0 && <PlanCases of={plan.cases} metrics={plan.metrics} />}
      <p className="sheet-note">{t("report.costs")}</p>
    </>
  );
}

function Unknown({ of: { standards, plan, zones, verdicts } }: Pick<Props, "of">) {
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

function Fact({ name, value }: { readonly name: ReactNode; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function NumberHead({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col" className="sheet-number">
      {children}
    </th>
  );
}

function Amount({ children }: { readonly children: ReactNode }) {
  return <td className="sheet-number">{children}</td>;
}
