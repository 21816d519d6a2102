import { counted, formatNumber } from "../../i18n/numbers.ts";
import { type Speech, useWords } from "../words.ts";
import { conditionsWords, plainMoney, sizeWords, yearsWords } from "./plan-words.ts";
import type { ReportMeasure } from "./report-facts.ts";
import { mostUsed, usedWords } from "./served-words.ts";

interface Props {
  readonly of: readonly ReportMeasure[];
  /** What all of them cost, 万元, where they are a whole plan. */
  readonly totals?: { readonly cost: number; readonly yearly: number };
}

/** Measures of a plan on paper, by their number on the map. */
export function MeasureTable({ of, totals }: Props) {
  const words = useWords();
  const { t } = words;
  if (of.length === 0) return <p>{t("report.nothingDone")}</p>;
  return (
    <>
      <table className="plan-measures">
        <colgroup>
          {WIDTHS.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
            <col key={at} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
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
              <th scope="row">{measure.name}</th>
              <td>
                {t(`plans.kinds.${measure.kind}`)} {sizeWords(measure, words)}
              </td>
              <td className="sheet-number">{plainMoney(measure.told.cost, words)}</td>
              <td className="sheet-number">
                {measure.yearly ? plainMoney(measure.told.yearly, words) : "—"}
              </td>
              <td>{yearsWords(measure, words)}</td>
              <td className="sheet-number">{formatNumber(measure.zones)}</td>
              <td>{servedAreas(measure, words)}</td>
              <td>{conditionsWords(measure, words) || "—"}</td>
            </tr>
          ))}
          {totals && (
            <tr>
              <th scope="row" colSpan={3}>
                {t("plans.total")}
              </th>
              <td className="sheet-number">{plainMoney(totals.cost, words)}</td>
              <td className="sheet-number">{totals.yearly > 0 ? plainMoney(totals.yearly, words) : "—"}</td>
              <td colSpan={4} />
            </tr>
          )}
        </tbody>
      </table>
      {of.some(({ areas }) => areas.length > 0) && <p className="sheet-note">{t("plans.usedHelp")}</p>}
    </>
  );
}

/** Per cent, by column. */
const WIDTHS = [5, 15, 19, 8, 8, 11, 7, 15, 12];

/** The 片区 that use most of it, and how many more there are. */
function servedAreas({ areas }: ReportMeasure, words: Speech): string {
  const named = mostUsed(areas)
    .slice(0, MOST_AREAS)
    .map((area) => usedWords(area, words));
  const more = areas.length - named.length;
  return (
    [...named, ...(more > 0 ? [words.t("report.moreAreas", counted(more))] : [])].join(
      words.t("report.between"),
    ) || "—"
  );
}

const MOST_AREAS = 2;
