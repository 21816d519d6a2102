import { counted, formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ReachFacts } from "./plan-facts.ts";
import { farthestWords } from "./plan-words.ts";
import "./plans.css";

/** Who reaches care before and with a plan, and how far people walk. */
export function ReachFigures({ of }: { readonly of: ReachFacts }) {
  const { t } = useWords();
  const { subject, base, limit, people, before, after, leftOut, unweighed } = of;
  const metres = (value: number) => (Number.isNaN(value) ? "—" : formatMetres(Math.round(value)));
  const farthest = (value: number) => (Number.isNaN(value) ? "—" : farthestWords(value));
  return (
    <>
      <dl className="plan-figures">
        <div>
          <dt>
            {t("plans.reached", { subject: t(`judging.subject.${subject}`), limit: formatMetres(limit) })}
          </dt>
          <dd>
            {t("plans.fromTo", { before: formatShare(before.share, 1), after: formatShare(after.share, 1) })}
          </dd>
          <dd className="remark">
            {t("plans.reachedPeople", {
              before: formatNumber(before.covered),
              after: formatNumber(after.covered),
              base: t(`plans.reachedBases.${base}`),
              people: formatNumber(people),
            })}
          </dd>
        </div>
        <div>
          <dt>{t("plans.meanWalk")}</dt>
          <dd>{t("plans.fromTo", { before: metres(before.mean), after: metres(after.mean) })}</dd>
        </div>
        <div>
          <dt>{t("plans.farthestWalk")}</dt>
          <dd>{t("plans.fromTo", { before: farthest(before.farthest), after: farthest(after.farthest) })}</dd>
        </div>
      </dl>
      <p className="remark">
        {t("plans.reachedOnly")}
        {leftOut > 0 && ` ${t("plans.reachedLeftOut", counted(leftOut))}`}
        {unweighed > 0 && ` ${t("plans.reachedUnweighed", counted(unweighed))}`}
      </p>
    </>
  );
}
