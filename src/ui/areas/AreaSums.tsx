import { counted, formatNumber, roundedDown, roundedUp } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { DoubtNames } from "./AreaDoubts.tsx";
import type { AllocationSums, Doubts } from "./area-facts.ts";
import { amountWords, isInDoubt } from "./area-words.ts";
import "./areas.css";

const STATES = ["served", "full", "out-of-reach"] as const;

interface Props {
  readonly of: readonly (AllocationSums & {
    /** Absent until it is known. */
    readonly doubts: Doubts | undefined;
  })[];
  readonly onZone: (id: string) => void;
  readonly onFacility: (id: string) => void;
}

/** What all 片区 lack together and whose data leave it in doubt, and how many zones have what they need, reach only what is full, or reach nothing. */
export function AreaSums({ of, onZone, onFacility }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="area-sums">
      {of.map(({ metric, unit, areas, missing, certain, zones, states, doubts }) => {
        const lack = amountWords(roundedUp(missing), unit, words);
        const sure = amountWords(roundedDown(certain), unit, words);
        const of = { metric: t(`judging.metric.${metric}`), missing: lack, certain: sure };
        const isOpen = isInDoubt({ missing, certain });
        const told = isOpen ? "areas.summaryDoubt" : "areas.summary";
        return (
          <div key={metric}>
            <p>{t(areas > 0 ? told : "areas.enough", { ...of, ...counted(areas) })}</p>
            {isOpen && doubts && <DoubtNames of={doubts} {...{ onZone, onFacility }} />}
            <p className="remark">
              {t("areas.states", { zones: formatNumber(zones) })}
              {STATES.map((state) => t(`areas.state.${state}`, { number: formatNumber(states[state]) })).join(
                t("screen.headline.comma"),
              )}
            </p>
          </div>
        );
      })}
    </div>
  );
}
