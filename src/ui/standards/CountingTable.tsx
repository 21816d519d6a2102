import type { FacilityKind } from "../../core/model/facility-kind.ts";
import { READINGS } from "../../core/standards/counting-draft.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { CountedFor, CountedKinds } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly counted: CountedKinds;
  readonly kindName: (kind: string) => string;
}

/** Which kinds of facility count toward what, to read. */
export function CountingTable({ counted: { byMetric, statuses }, kindName }: Props) {
  const { t, language } = useWords();
  const listed = (words: readonly string[]) =>
    words.length === 0 ? "—" : words.join(language === "zh" ? "、" : "; ");
  const kinds = (list: readonly FacilityKind[]) => listed(list.map(kindName));
  return (
    <>
      <table className="rules" aria-label={t("standards.counting.title")}>
        <thead>
          <tr>
            <th scope="col">{t("standards.counting.metric")}</th>
            {READINGS.map((reading) => (
              <th key={reading} scope="col">
                {t(`standards.counting.reading.${reading}`)}
              </th>
            ))}
            <th scope="col">{t("standards.counting.registered")}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.entries(byMetric) as [Metric, CountedFor][]).map(([metric, lists]) => (
            <tr key={metric}>
              <th scope="row">{t(`judging.metric.${metric}`)}</th>
              {READINGS.map((reading) => (
                <td key={reading}>{kinds(lists[reading])}</td>
              ))}
              <td>{kinds(lists.registered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="remark">
        {t("standards.counting.byStatus", {
          counted: listed(statuses.counted.map((status) => t(`judging.facilityStatus.${status}`))),
          review: listed(statuses.planReviewAlso.map((status) => t(`judging.facilityStatus.${status}`))),
        })}
      </p>
    </>
  );
}
