import type { Finding, IndicatorFacts, PublishedPeople } from "../../core/city/city-facts.ts";
import type { TargetCell } from "../../core/standards/city-targets.ts";
import { counted, formatNumber, keptTogether, readableArithmetic } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { type Speech, useWords } from "../words.ts";
import { chartFacts } from "./chart-facts.ts";
import { Found } from "./Found.tsx";
import { IndicatorChart } from "./IndicatorChart.tsx";

interface Props {
  readonly facts: IndicatorFacts;
  readonly invented: boolean;
  readonly year: number | undefined;
}

/** One published indicator: its values by year, what the document gives, and where it is written. */
export function IndicatorCard({ facts, invented, year }: Props) {
  const speech = useWords();
  const { t, text } = speech;
  const { indicator, document, finding, target, reached } = facts;
  const chart = chartFacts(facts, invented);
  const figured = finding.kind === "figure" || finding.kind === "units";
  return (
    <section className="indicator" aria-label={text(indicator.name)}>
      <h3>
        {text(indicator.name)} <small>{text(indicator.unit)}</small>
      </h3>
      <ul className="indicator-years">
        {indicator.cells.map((cell) => (
          <li
            key={cell.year}
            className={cell === target || isSame(cell, target) ? "indicator-now" : undefined}
          >
            {cellText(cell, speech)}
          </li>
        ))}
      </ul>
      {chart && (
        <IndicatorChart
          of={chart}
          label={t("city.chart", {
            name: text(indicator.name),
            years: indicator.cells.map((cell) => cellText(cell, speech)).join(t("city.andNext")),
          })}
        />
      )}
      <div className="indicator-here">
        <span className="facts-aside">{t("city.here")}</span>
        <span className="indicator-found">
          <Found finding={finding} unit={text(indicator.unit)} />
        </span>
        {reached !== undefined && (
          <span className="indicator-reached">
            <span className="facts-aside">{t("city.ofTarget")}</span> <ShareBar share={reached} />
          </span>
        )}
      </div>
      <Remarks finding={finding} invented={invented} />
      {target === undefined && (
        <p className="remark">
          {year === undefined ? t("city.noTargetYet") : t("city.noTarget", { year: `${year}` })}
        </p>
      )}
      {invented && figured && target && reached === undefined && (
        <p className="remark">{t("city.countApart")}</p>
      )}
      {indicator.doubt && <p className="remark indicator-doubt">{text(indicator.doubt)}</p>}
      <footer className="remark">
        {document ? text(document.title) : indicator.source.document} · {indicator.source.clause}
        {document && ` · ${t(`evidence.documentStatus.${document.status}`)}`}
      </footer>
    </section>
  );
}

function isSame(cell: TargetCell, target: TargetCell | undefined): boolean {
  return target?.year === cell.year;
}

/** What a cell says: 2025 目标 ≥ 4.5. */
function cellText({ year, kind, value, reading, without }: TargetCell, { t }: Speech): string {
  const number = value === undefined ? "" : formatNumber(value);
  const words = without ? t(`city.without.${without}`) : number;
  return t(kind === "found" ? "city.found" : "city.target", {
    year: `${year}`,
    value: reading ? t(`city.reading.${reading}`, { value: number }) : words,
  });
}

/** How the figure is worked out, and what it leaves out. */
function Remarks({ finding, invented }: Pick<Props, "invented"> & { readonly finding: Finding }) {
  const { t } = useWords();
  if (finding.kind !== "figure" && finding.kind !== "between") return null;
  const worked = /[÷×]/.test(finding.arithmetic);
  const without = finding.kind === "figure" ? (finding.zonesWithout ?? 0) : 0;
  return (
    <>
      {worked && (
        <p className="remark indicator-arithmetic">{keptTogether(readableArithmetic(finding.arithmetic))}</p>
      )}
      {finding.over && <p className="remark">{overText(finding.over, invented, t)}</p>}
      {without > 0 && <p className="remark">{t("city.zonesWithout", counted(without))}</p>}
      {finding.kind === "between" && <p className="remark">{t("city.openEnd")}</p>}
    </>
  );
}

/** Which people a figure is over: 徐州市公布的居民，2023 年. */
function overText({ name, base, hukou, year }: PublishedPeople, invented: boolean, t: Speech["t"]): string {
  const people = t(`city.published.${hukou ? "hukou" : base}`);
  return [
    t(invented ? "city.overInvented" : "city.over", { name, people }),
    ...(year === undefined ? (invented ? [] : [t("city.noYear")]) : [t("city.ofYear", { year: `${year}` })]),
  ].join(t("city.andNext"));
}
