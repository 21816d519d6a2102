import { Fragment } from "react";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly of: NonNullable<ZoneEvidence["unchecked"]>;
  readonly onFacility: (id: string) => void;
}

const MOST_NAMED = 5;

/** Which rows a verdict rests on that nobody checked: the zone's own, and facilities whose rooms it counts. */
export function UncheckedRows({ of: { zone, facilities }, onFacility }: Props) {
  const { t } = useWords();
  const named = facilities.slice(0, MOST_NAMED);
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
      {more > 0 && t("evidence.unchecked.more", counted(more))}
      {t("evidence.unchecked.end")}
    </p>
  );
}
