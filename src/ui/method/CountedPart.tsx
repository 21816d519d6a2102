import type { UncountedReason } from "../../core/analysis/evidence.ts";
import { DUPLICATE_METRES } from "../../core/model/duplicates.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import { zh } from "../../i18n/zh.ts";
import { CountingView } from "../standards/CountingView.tsx";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

const REASONS = Object.keys(zh.judging.uncounted) as UncountedReason[];

/** Which kinds and states count toward what, by each pack in use, and why something does not. */
export function CountedPart({ of: { packs, parameters, kindName } }: { readonly of: MethodFacts }) {
  const { t, text, language } = useWords();
  const { countStatuses } = parameters;
  const listed = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  return (
    <>
      <p>{t("method.counted.intro", { metres: formatMetres(DUPLICATE_METRES) })}</p>
      {countStatuses && (
        <p className="flag">
          {t("method.counted.scenario", {
            statuses: listed(countStatuses.map((status) => t(`judging.facilityStatus.${status}`))),
          })}
        </p>
      )}
      {packs.map((pack) => (
        <div key={pack.id}>
          <h3>{text(pack.title)}</h3>
          <CountingView counted={pack.countedKinds} kindName={kindName} />
        </div>
      ))}
      <h3>{t("method.counted.reasons")}</h3>
      <p className="remark">{t("method.counted.reasonsHelp")}</p>
      <ul className="method-columns">
        {REASONS.map((reason) => (
          <li key={reason}>{t(`judging.uncounted.${reason}`)}</li>
        ))}
      </ul>
    </>
  );
}
