import type { StandardSum } from "../../core/city/city-facts.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";

/** What is missing of each metric, by the standards of new and of existing zones. */
export function StandardTables({ standards }: { readonly standards: readonly StandardSum[] }) {
  const { t } = useWords();
  const metrics = [...new Set(standards.map(({ metric }) => metric))];
  const total = (of: "zonesUnspecified" | "zonesWithoutData", metric: string) =>
    standards.filter((row) => row.metric === metric).reduce((sum, row) => sum + row[of], 0);
  return (
    <>
      {metrics.map((metric) => {
        const unspecified = total("zonesUnspecified", metric);
        const withoutData = total("zonesWithoutData", metric);
        return (
          <div key={metric}>
            <table className="city-table">
              <caption>{t(`judging.metric.${metric}`)}</caption>
              <thead>
                <tr>
                  {(["status", "lack", "share", "short"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`city.columns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {standards
                  .filter((row) => row.metric === metric)
                  .map((row) => (
                    <StandardRow key={row.status} row={row} />
                  ))}
              </tbody>
            </table>
            {(unspecified > 0 || withoutData > 0) && (
              <p className="remark">
                {unspecified > 0 && t("city.unspecifiedZones", counted(unspecified))}
                {withoutData > 0 &&
                  ` ${t("city.withoutData", { ...counted(withoutData), metric: t(`judging.metric.${metric}`) })}`}
              </p>
            )}
          </div>
        );
      })}
      <p className="remark">{t("city.apart")}</p>
    </>
  );
}

function StandardRow({ row }: { readonly row: StandardSum }) {
  const { t, gist } = useWords();
  const { status, missing, perhaps, unit, share, zonesKnown, zonesShort, zonesUnspecified } = row;
  const lack = gist(missing, unit);
  const silent = t(zonesUnspecified > 0 ? "city.unspecified" : "judging.verdict.insufficient_data");
  return (
    <tr>
      <th scope="row">{t(`city.statusOf.${status}`)}</th>
      <td className={missing > 0 ? "city-short" : undefined}>
        {zonesKnown > 0 ? lack : silent}
        {perhaps > 0 && (
          <div className="remark">{t("screen.headline.perhaps", { amount: gist(perhaps, unit) })}</div>
        )}
      </td>
      <td>{Number.isNaN(share) ? "—" : <ShareBar share={share} />}</td>
      <td>
        {formatNumber(zonesShort)} / {formatNumber(zonesKnown)}
      </td>
    </tr>
  );
}
