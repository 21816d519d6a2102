import type { Issue } from "../../core/base/issue.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import "./importing.css";

const SHOWN = 50;

interface Props {
  /** Heads the list; absent where there is no more than one. */
  readonly heading?: string | undefined;
  readonly issues: readonly Issue[];
}

/** Remarks with the place of each; a long list is cut and says so. */
export function IssueList({ heading, issues }: Props) {
  const { t, sentence } = useWords();
  if (issues.length === 0) return null;
  return (
    <section className="issues" aria-label={heading ?? t("importing.issues")}>
      {heading && <h3>{heading}</h3>}
      <ul>
        {issues.slice(0, SHOWN).map((issue, i) => {
          const said = sentence(issue);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report is never reordered
            <li key={`${issue.code} ${i}`} className={`issue issue-${issue.severity}`}>
              <span className="issue-kind">{t(`importing.severity.${issue.severity}`)}</span>
              <span>
                <Place of={issue} said={said} />
                {said}
              </span>
            </li>
          );
        })}
      </ul>
      {issues.length > SHOWN && (
        <p className="remark">
          {t("importing.shown", { shown: formatNumber(SHOWN), number: formatNumber(issues.length) })}
        </p>
      )}
    </section>
  );
}

/** Where in the user's files it is, but for the id where the sentence has it. */
function Place({ of: { at }, said }: { readonly of: Issue; readonly said: string }) {
  const { t } = useWords();
  const words = [
    at.row === undefined ? undefined : t("importing.row", { row: formatNumber(at.row) }),
    at.column === undefined ? undefined : t("importing.column", { column: at.column }),
    at.id !== undefined && said.includes(at.id) ? undefined : at.id,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? null : <span className="issue-place">{words.join(" · ")} </span>;
}
