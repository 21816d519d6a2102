import type { Finding, IndicatorFacts } from "../../core/city/city-facts.ts";
import type { TargetCell } from "../../core/standards/city-targets.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly facts: IndicatorFacts;
  readonly invented: boolean;
  readonly year: number | undefined;
}

/** One published indicator: its values by year, what the document gives, and where it is written. */
export function IndicatorCard({ facts, invented, year }: Props) {
  const { t, text } = useWords();
  const { indicator, document, finding, target, reached } = facts;
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
            <Year cell={cell} />
          </li>
        ))}
      </ul>
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
      <Remarks finding={finding} />
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

function Year({ cell: { year, kind, value, reading, without } }: { readonly cell: TargetCell }) {
  const { t } = useWords();
  const number = value === undefined ? "" : formatNumber(value);
  const words = without ? t(`city.without.${without}`) : number;
  return t(kind === "found" ? "city.found" : "city.target", {
    year: `${year}`,
    value: reading ? t(`city.reading.${reading}`, { value: number }) : words,
  });
}

function Found({ finding, unit }: { readonly finding: Finding; readonly unit: string }) {
  const { t } = useWords();
  switch (finding.kind) {
    case "figure":
      return `${cut(finding.value)} ${unit}`;
    case "between": {
      const least = cut(finding.least);
      if (finding.most === undefined) return `${t("city.atLeast", { least })} ${unit}`;
      return `${t("city.between", { least, most: cut(finding.most) })} ${unit}`;
    }
    case "units":
      return t("city.units", {
        level: t(`judging.level.${finding.level}`),
        have: formatNumber(finding.have),
        all: formatNumber(finding.all),
      });
    case "unknown":
      return t(`city.unknown.${finding.why}`);
  }
}

/** How the figure is worked out, and what it leaves out. */
function Remarks({ finding }: { readonly finding: Finding }) {
  const { t } = useWords();
  if (finding.kind !== "figure" && finding.kind !== "between") return null;
  const worked = /[÷×]/.test(finding.arithmetic);
  const without = finding.kind === "figure" ? (finding.zonesWithout ?? 0) : 0;
  return (
    <>
      {worked && <p className="remark indicator-arithmetic">{finding.arithmetic}</p>}
      {without > 0 && <p className="remark">{t("city.zonesWithout", counted(without))}</p>}
      {finding.kind === "between" && <p className="remark">{t("city.openEnd")}</p>}
    </>
  );
}

/** Two decimals, cut and never rounded up: 4.499 is not the 4.5 that is aimed at. */
function cut(value: number): string {
  return formatNumber(Math.floor(value * 100 + 1e-9) / 100);
}
