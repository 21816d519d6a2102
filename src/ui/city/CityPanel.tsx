import type { CityFacts } from "../../core/city/city-facts.ts";
import type { Verdict } from "../../core/standards/verdict.ts";
import { useWords } from "../words.ts";
import { CityFigures } from "./CityFigures.tsx";
import { CityTargets } from "./CityTargets.tsx";
import { CoverageFigures } from "./CoverageFigures.tsx";
import { Part } from "./Part.tsx";
import { StandardTables } from "./StandardTables.tsx";
import { TierGaps, type TierUnits } from "./TierGaps.tsx";
import { VerdictFigures } from "./VerdictFigures.tsx";
import { WalkFigures, type Walks } from "./WalkFigures.tsx";
import "./city.css";

interface Props {
  readonly facts: CityFacts;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The figures are from before the last change. */
  readonly stale: boolean;
  /** The document is an invented city. */
  readonly invented: boolean;
  /** Year of the targets; absent: the latest stated. */
  readonly year: number | undefined;
  /** What can be done with the units that lack the facility of their tier. */
  readonly units: TierUnits;
  readonly walks: Walks;
}

/** The open document as a head of department asks for it, and the published targets of its city beside it. */
export function CityPanel({ facts, stale, verdicts, invented, year, units, walks }: Props) {
  const { t } = useWords();
  return (
    <div className={stale ? "city stale" : "city"} aria-busy={stale}>
      <Part title={t("city.figures")}>
        <CityFigures zones={facts.zones} people={facts.people} />
      </Part>
      <Part title={t("city.lack")}>
        <StandardTables standards={facts.standards} />
      </Part>
      <Part title={t("city.reach")}>
        <CoverageFigures covered={facts.covered} />
      </Part>
      <Part title={t("walks.title")}>
        <WalkFigures walks={walks} />
      </Part>
      <Part title={t("city.verdicts")}>
        <VerdictFigures verdicts={verdicts} zones={facts.zones.all} />
      </Part>
      <Part title={t("city.tiers")}>
        <TierGaps tiers={facts.tiers} units={units} />
      </Part>
      {facts.comparisons.length === 0 && <p className="remark">{t("city.targetsNone")}</p>}
      {facts.comparisons.map((comparison) => (
        <CityTargets
          key={comparison.pack}
          of={comparison}
          standards={facts.standards}
          {...{ invented, year }}
        />
      ))}
    </div>
  );
}
