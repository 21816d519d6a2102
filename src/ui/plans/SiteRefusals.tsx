import type { Clause, PolicyDocument } from "../../core/standards/clause.ts";
import { useWords } from "../words.ts";
import type { RefusalFacts } from "./plan-facts.ts";
import { refusalWords } from "./refusal-words.ts";
import "./plans.css";

export interface RefusalHere extends Pick<RefusalFacts, "subject" | "why"> {
  /** The clause that is not met, with its document. */
  readonly clause?: { readonly of: Clause; readonly document: PolicyDocument | undefined };
}

/** Why nothing is done at a candidate site, or not for one subject, with the clause where one says so; absent until it is known. */
export function SiteRefusals({ of }: { readonly of: readonly RefusalHere[] | undefined }) {
  const { t, text } = useWords();
  if (of === undefined) return <p className="drawer-wait">{t("plans.surveyingHere")}</p>;
  if (of.length === 0) return null;
  return (
    <section className="evidence site-refusals" aria-label={t("plans.refusedHere")}>
      <h3>{t("plans.refusedHere")}</h3>
      <ul>
        {of.map(({ clause, ...refusal }) => (
          <li key={`${refusal.subject} ${refusal.why}`} className="flag">
            {refusalWords(refusal, t)}
            {clause && (
              <p className="remark">
                {text(clause.of.paraphrase)}{" "}
                {clause.document ? text(clause.document.title) : clause.of.document} · {clause.of.clause}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
