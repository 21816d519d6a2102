import type { CoverageSum } from "../../core/city/city-facts.ts";
import { counted, formatMetres, formatNumber } from "../../i18n/numbers.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";

/** Who has care within the walk, by subject, with the people counted. */
export function CoverageFigures({ covered }: { readonly covered: readonly CoverageSum[] }) {
  const { t } = useWords();
  return (
    <ul className="city-list">
      {covered.map(({ subject, limit, people, zones }) => (
        <li key={subject}>
          <header>
            <KindGlyph subject={subject} />
            <span>{t(`judging.subject.${subject}`)}</span>
            <span className="facts-aside">{t("city.reachOf", { limit: formatMetres(limit) })}</span>
            {people.total > 0 && <ShareBar share={people.covered / people.total} decimals={1} />}
          </header>
          <p className="remark">
            {people.total > 0 &&
              t(people.base === "households" ? "city.reachHouseholds" : "city.reachPeople", {
                covered: formatNumber(Math.floor(people.covered), 0),
                total: formatNumber(people.total, 0),
                base: t(`judging.people.${people.base}`),
              })}
            {people.zonesWithoutNumber > 0 && ` · ${t("city.notStated", counted(people.zonesWithoutNumber))}`}
          </p>
          <p className="remark">
            {t("city.reachZones", {
              whole: formatNumber(zones.whole),
              part: formatNumber(zones.part),
              none: formatNumber(zones.none),
            })}
            {zones.unknown > 0 && t("city.reachUnknown", counted(zones.unknown))}
          </p>
        </li>
      ))}
    </ul>
  );
}
