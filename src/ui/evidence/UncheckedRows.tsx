import { Fragment, useState } from "react";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly of: NonNullable<ZoneEvidence["unchecked"]>;
  readonly onFacility: (id: string) => void;
}

const MOST_NAMED = 5;

/** Which rows a verdict rests on that nobody checked: the zone's own, and facilities whose rooms it counts. */
export function UncheckedRows({ of, onFacility }: Props) {
  const { zone, facilities } = of;
  const { t } = useWords();
  const [whole, showWhole] = useState<Props["of"]>();
  const named = whole === of ? facilities : facilities.slice(0, MOST_NAMED);
  const more = facilities.length - named.length;
  return (
    <p className="remark">
      {t("evidence.unchecked.rests")}
      {zone && t("evidence.unchecked.zone")}
      {named.map(({ facility, name }, at) => (
        <Fragment key={facility}>
          {(zone || at > 0) && t("evidence.unchecked.join")}
          <button type="button" className="link" onClick={() => onFacility(facility)}>
            {name ?? facility}
          </button>
        </Fragment>
      ))}
      {more > 0 && (
        <button type="button" className="link" onClick={() => showWhole(of)}>
          {t("evidence.unchecked.more", counted(more))}
        </button>
      )}
      {t("evidence.unchecked.end")}
    </p>
  );
}
