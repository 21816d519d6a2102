import type { Asked, CityComparison } from "../../core/city/city-facts.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { IndicatorCard } from "./IndicatorCard.tsx";
import { Part } from "./Part.tsx";

interface Props {
  readonly of: CityComparison;
  readonly invented: boolean;
  readonly year: number | undefined;
}

/** The published indicators of a city with their yearly targets, and what the open document gives for each. */
export function CityTargets({ of: { name, borrowed, contrast, indicators }, invented, year }: Props) {
  const { t, text } = useWords();
  const city = text(name);
  const answered = indicators.filter(({ finding }) => isAnswered(finding));
  const others = indicators.filter(({ finding }) => !isAnswered(finding));
  const asked = useAsked();
  const estate = (status: "new" | "existing") => {
    const rules = contrast.estates[status];
    return rules === "unspecified" ? t("city.unspecified") : rules.map(asked).join(t("city.and"));
  };
  return (
    <Part title={t("city.targets", { city })}>
      {invented && <p className="flag">{t("city.invented", { city })}</p>}
      {borrowed && <p className="flag">{t("city.borrowed", { city })}</p>}
      {contrast.city && (
        <p className="city-contrast">
          <strong>{t("city.contrast")}</strong>
          {t("city.contrastText", {
            city: asked(contrast.city),
            fresh: estate("new"),
            existing: estate("existing"),
          })}
        </p>
      )}
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

function useAsked(): (asked: Asked) => string {
  const { t, quantity } = useWords();
  return ({ threshold, unit, base, per }) =>
    t(`city.asked.${base}`, {
      per: formatNumber(per),
      amount:
        unit === "slot" ? `${formatNumber(threshold)} ${t("judging.unit.slot")}` : quantity(threshold, unit),
    });
}
