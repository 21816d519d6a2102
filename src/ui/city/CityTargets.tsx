import type { CityComparison, StandardSum } from "../../core/city/city-facts.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { CityContrast } from "./CityContrast.tsx";
import { IndicatorCard } from "./IndicatorCard.tsx";
import { Part } from "./Part.tsx";

interface Props {
  readonly of: CityComparison;
  /** What zones must have and lack. */
  readonly standards: readonly StandardSum[];
  readonly invented: boolean;
  readonly year: number | undefined;
}

/** The published indicators of a city with their yearly targets, and what the open document gives for each. */
export function CityTargets({ of, standards, invented, year }: Props) {
  const { name, borrowed, indicators } = of;
  const { t, text } = useWords();
  const city = text(name);
  const answered = indicators.filter(({ finding }) => isAnswered(finding));
  const others = indicators.filter(({ finding }) => !isAnswered(finding));
  return (
    <Part title={t("city.targets", { city })}>
      {invented && <p className="flag">{t("city.invented", { city })}</p>}
      {borrowed && <p className="flag">{t("city.borrowed", { city })}</p>}
      <CityContrast of={of} standards={standards} />
      {answered.map((facts) => (
        <IndicatorCard key={facts.indicator.id} facts={facts} invented={invented} year={year} />
      ))}
      {others.length > 0 && (
        <details className="city-others">
          <summary>{t("city.others", counted(others.length))}</summary>
          {others.map((facts) => (
            <IndicatorCard key={facts.indicator.id} facts={facts} invented={invented} year={year} />
          ))}
        </details>
      )}
    </Part>
  );
}

/** Whether the document could say something of it at all. */
function isAnswered(finding: CityComparison["indicators"][number]["finding"]): boolean {
  return finding.kind !== "unknown" || (finding.why !== "not-in-data" && finding.why !== "borrowed");
}
