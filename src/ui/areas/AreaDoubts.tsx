import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { NamedRows } from "../evidence/NamedRows.tsx";
import { type Speech, useWords } from "../words.ts";
import type { Doubts } from "./area-facts.ts";
import { amountWords } from "./area-words.ts";
import { useFolded } from "./use-folded.tsx";
import "./areas.css";

interface Props {
  readonly of: Doubts;
  readonly unit: RuleUnit;
  readonly onZone: (id: string) => void;
  readonly onFacility: (id: string) => void;
}

/** Whose data make the doubt: what is missing of each, how to mend it, and what hangs on it. */
export function AreaDoubts({ of, unit, onZone, onFacility }: Props) {
  const words = useWords();
  const { t } = words;
  const rows = [
    ...of.facilities.map((facility) => ({
      ...{ id: facility.id, name: facility.name, kind: "facility", onOpen: onFacility },
      hangs: moreWords(facility.more, unit, words),
      why: t(`judging.uncounted.${facility.why}`),
      mend: t(`areas.doubts.mend.${facility.why}`),
    })),
    ...of.zones.map((zone) => ({
      ...{ id: zone.id, name: zone.name, kind: "zone", onOpen: onZone },
      hangs: t("areas.doubts.between", {
        least: formatNumber(zone.least),
        most: amountWords(zone.most, unit, words),
      }),
      why: t("areas.doubts.people"),
      mend: t("areas.doubts.mendPeople"),
    })),
  ];
  const { shown, fold } = useFolded(rows, SHOWN_AT_FIRST);
  return (
    <section className="line" aria-label={t("areas.doubts.title")}>
      <h3>
        {t("areas.doubts.title")} <span className="facts-aside">{formatNumber(rows.length)}</span>
      </h3>
      <ul className="area-doubts">
        {shown.map(({ id, name, kind, onOpen, hangs, why, mend }) => (
          <li key={`${kind} ${id}`}>
            <button type="button" className="link" onClick={() => onOpen(id)}>
              {name}
            </button>
            <span className="listed-amount">{hangs}</span>
            <small>
              {why}
              {t("screen.headline.stop")}
              {mend}
            </small>
          </li>
        ))}
      </ul>
      {fold}
    </section>
  );
}

/** The same in a line. */
export function DoubtNames({ of, onZone, onFacility }: Omit<Props, "unit">) {
  const { t } = useWords();
  const rows = [
    ...of.facilities.map(({ id, name }) => ({ id, name, onOpen: onFacility })),
    ...of.zones.map(({ id, name }) => ({ id, name, onOpen: onZone })),
  ];
  return <NamedRows lead={t("areas.doubts.named", counted(rows.length))} rows={rows} />;
}

function moreWords(more: number | undefined, unit: RuleUnit, words: Speech): string {
  if (more === undefined) return words.t("areas.doubts.unknown");
  return words.t("areas.doubts.more", { amount: amountWords(more, unit, words) });
}

const SHOWN_AT_FIRST = 5;
