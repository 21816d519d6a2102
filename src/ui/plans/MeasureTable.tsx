import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ReportMeasure } from "./report-facts.ts";

/** Measures of a plan on paper, by their number on the map. */
export function MeasureTable({ of }: { readonly of: readonly ReportMeasure[] }) {
  const { t } = useWords();
  if (of.length === 0) return <p>{t("report.nothingDone")}</p>;
  return (
    <table className="plan-measures">
      <thead>
        <tr>
          <th scope="col">{t("print.no")}</th>
          <th scope="col">{t("comparing.place")}</th>
          <th scope="col">{t("report.columns.what")}</th>
          <th scope="col" className="sheet-number">
            {t("report.columns.cost")}
          </th>
          <th scope="col" className="sheet-number">
            {t("report.columns.yearly")}
          </th>
          <th scope="col">{t("report.columns.years")}</th>
          <th scope="col" className="sheet-number">
            {t("report.columns.zones")}
          </th>
          <th scope="col">{t("report.columns.areas")}</th>
          <th scope="col">{t("report.columns.conditions")}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((measure) => (
          <tr key={measure.id}>
            <td>{measure.number}</td>
            <th scope="row">{measure.place}</th>
            <td>
              {measure.what} {measure.size}
            </td>
            <td className="sheet-number">{formatNumber(measure.cost)}</td>
            <td className="sheet-number">{measure.yearly > 0 ? formatNumber(measure.yearly) : "—"}</td>
            <td>{yearsWords(measure, t)}</td>
            <td className="sheet-number">{formatNumber(measure.zones)}</td>
            <td>{measure.areas.join("；") || "—"}</td>
            <td>{measure.conditions.join("、") || "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function yearsWords({ earliest, lifetime }: ReportMeasure, t: ReturnType<typeof useWords>["t"]): string {
  const from = earliest === undefined ? undefined : t("report.from", { year: earliest });
  const most = lifetime === undefined ? undefined : t("report.lasting", { years: formatNumber(lifetime) });
  return [from, most].filter(Boolean).join(" · ") || "—";
}
