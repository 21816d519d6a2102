import { VERDICTS } from "../../core/standards/verdict.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

const RULES = ["unknown", "exact", "conflict", "sensitive", "estimated", "borrowed"] as const;

/** What each verdict means, worst first, and how many zones have it now. */
export function VerdictsPart({ of: { now, stale, parameters } }: { readonly of: MethodFacts }) {
  const { t } = useWords();
  return (
    <>
      <p>
        {t("method.verdicts.intro", {
          number: formatNumber(VERDICTS.length),
          notes: t("judging.verdict.pass_with_notes"),
          fail: t("judging.verdict.fail"),
        })}
      </p>
      <ol className="method-verdicts">
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} estimated={verdict === "pass_estimated"} />
            <span>{t(`judging.verdictHelp.${verdict}`)}</span>
            {now && (
              <span className={stale ? "remark stale" : "remark"}>
                {t("method.verdicts.now", counted(now.headline.verdicts[verdict]))}
              </span>
            )}
          </li>
        ))}
      </ol>
      <ul>
        {RULES.map((rule) => (
          <li key={rule}>
            {t(`method.verdicts.rules.${rule}`, {
              conflict: t(`parameters.conflicts.${parameters.conflict}`),
              estimated: t("judging.verdict.pass_estimated"),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
