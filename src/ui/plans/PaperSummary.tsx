import { counted, formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { VERDICT_CLASSES, VerdictSwatch } from "../marks/VerdictMark.tsx";
import { knownSum } from "../tables/known-sum.ts";
import { inARow, useWords } from "../words.ts";
import { Amount, Fact, NumberHead } from "./paper-cells.tsx";
import type { PlanReportFacts } from "./report-facts.ts";
import { daysLeftWords, titlesWords } from "./report-words.ts";

interface Props {
  readonly of: PlanReportFacts;
}

/** What is short and of whom, who has care within a walk, and by when the standards want it. */
export function PaperSummary({ of }: Props) {
  return (
    <>
      <Short of={of} />
      <Reached of={of} />
      <Due of={of} />
    </>
  );
}

function Short({ of: { zones, verdicts, concerned, standards } }: Props) {
  const { t, gist } = useWords();
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
            {(["required", "missing", "perhaps", "zonesShort", "zonesSilent"] as const).map((column) => (
              <NumberHead key={column}>{t(`report.columns.${column}`)}</NumberHead>
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
    </>
  );
}

/** By the walk of each profile, now and with the plan. */
function Reached({ of: { reached } }: Props) {
  const { t } = useWords();
  const [first] = reached;
  if (!first) return null;
  const share = (value: number) => (Number.isNaN(value) ? "—" : formatShare(value, 1));
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("report.reached", { before: t("report.beforeAfter") })}</th>
            {first.profiles.map(({ profile, limit }) => (
              <NumberHead key={profile}>
                {t("report.reachedBy", {
                  profile: t(`parameters.profiles.${profile}`),
                  limit: formatMetres(limit),
                })}
              </NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {reached.map(({ subject, profiles }) => (
            <tr key={subject}>
              <th scope="row">{t(`judging.subject.${subject}`)}</th>
              {profiles.map(({ profile, decides, before, after }) => {
                const said = t("plans.fromTo", { before: share(before), after: share(after) });
                return <Amount key={profile}>{decides ? <strong>{said}</strong> : said}</Amount>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-note">
        {[
          ...reached.map(({ subject, base, zonesWithoutNumber }) =>
            t(zonesWithoutNumber > 0 ? "report.reachedBaseWithout" : "report.reachedBase", {
              subject: t(`judging.subject.${subject}`),
              base: t(`judging.people.${base}`),
              ...counted(zonesWithoutNumber),
            }),
          ),
          t("report.reachedNote"),
        ].join(t("report.between"))}
      </p>
    </>
  );
}

/** By when the documents want what they want, and how long that is from the day of the report. */
function Due({ of: { due } }: Props) {
  const words = useWords();
  const { t, text } = words;
  return due.map(({ name, targets, validTo, remedies }) => (
    <div key={name.zh} className="paper-due">
      <h3>
        {t("report.due")}
        {due.length > 1 && ` · ${text(name)}`}
      </h3>
      {targets.length + remedies.length === 0 && !validTo && <p>{t("report.dueNone")}</p>}
      <ul>
        {targets.map(({ year, titles, due: day, daysLeft }) => (
          <li key={year}>
            {t("report.dueTargets", {
              ...counted(titles.length),
              ...{ year: `${year}`, due: day, left: daysLeftWords(daysLeft, words) },
              titles: titlesWords(titles, words),
            })}
          </li>
        ))}
        {validTo && (
          <li>
            {t("report.dueValid", { due: validTo.due, left: daysLeftWords(validTo.daysLeft, words, "past") })}
          </li>
        )}
        {remedies.map(({ title, years, startStated, fromNow }) => (
          <li key={title.zh}>
            {inARow(
              [
                t("report.dueRemedy", { rule: text(title), years: formatNumber(years) }),
                ...(startStated
                  ? []
                  : [
                      t("report.dueNoStart", {
                        due: fromNow.due,
                        left: daysLeftWords(fromNow.daysLeft, words),
                      }),
                    ]),
              ],
              words,
            )}
          </li>
        ))}
      </ul>
    </div>
  ));
}
