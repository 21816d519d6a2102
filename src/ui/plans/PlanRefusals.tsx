import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { RefusalFacts } from "./plan-facts.ts";
import "./plans.css";

/** Places where nothing is done, or not for one subject, and why. */
export function PlanRefusals({ of }: { readonly of: readonly RefusalFacts[] }) {
  const { t } = useWords();
  if (of.length === 0) return null;
  return (
    <details className="plan-part">
      <summary>{t("plans.refused", counted(of.length))}</summary>
      <ul className="plan-refusals">
        {of.map(({ name, subject, why }) => (
          <li key={`${name} ${subject} ${why}`}>
            <span>
              {subject ? t("plans.refusedFor", { name, subject: t(`judging.subject.${subject}`) }) : name}
            </span>
            <span className="remark">{t(`plans.refusals.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
