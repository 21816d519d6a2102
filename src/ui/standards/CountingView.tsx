import { READINGS } from "../../core/standards/counting-draft.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { CountedFor, CountedKinds } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly counted: CountedKinds;
  readonly kindName: (kind: string) => string;
}

/** Which kinds of facility count toward what, to read. */
export function CountingView({ counted: { byMetric, statuses }, kindName }: Props) {
  const { t, language } = useWords();
  const listed = (words: readonly string[]) => words.join(language === "zh" ? "、" : "; ");
  return (
    <>
      <ul className="counting-view" aria-label={t("standards.counting.title")}>
        {(Object.entries(byMetric) as [Metric, CountedFor][]).map(([metric, lists]) => (
          <li key={metric}>
            <h4>{t(`judging.metric.${metric}`)}</h4>
            <dl>
              {[...READINGS, "registered" as const].map(
                (list) =>
                  lists[list].length > 0 && (
                    <div key={list}>
                      <dt>
                        {list === "registered"
                          ? t("standards.counting.registered")
                          : t(`standards.counting.reading.${list}`)}
                      </dt>
                      <dd>{listed(lists[list].map(kindName))}</dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        ))}
      </ul>
      <p className="remark">
        {t("standards.counting.byStatus", {
          counted: listed(statuses.counted.map((status) => t(`judging.facilityStatus.${status}`))),
          review:
            listed(statuses.planReviewAlso.map((status) => t(`judging.facilityStatus.${status}`))) || "—",
        })}
      </p>
    </>
  );
}
