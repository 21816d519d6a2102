import { Button } from "antd";
import { type Turned, type UnitComparison, zonesTurned } from "../../core/scenario/compare.ts";
import { counted } from "../../i18n/numbers.ts";
import { ServedLists } from "../evidence/ServedLists.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";
import { ChangeRow, ColumnHeads, Figures, useAmountScale } from "./Figures.tsx";
import "./changes.css";

interface Props extends ChangeFacts {
  /** 街道 of which more or less is missing than before. */
  readonly units: readonly UnitComparison[];
  readonly zoneOf: (row: number) => { readonly id: string; readonly name: string };
  readonly onZone: (id: string) => void;
  readonly onUnit: (id: string) => void;
  readonly onList: () => void;
}

const MOST_ZONES = 50;

/** All that a change made different: the whole city, its 街道, and the zones whose verdict turned. */
export function ChangePanel({
  comparison,
  knownAlone,
  served,
  units,
  unitOf,
  zoneOf,
  onZone,
  onUnit,
  onList,
}: Props) {
  const { t } = useWords();
  const amounts = useAmountScale();
  const { turned, walks, added, gone } = comparison;
  return (
    <div className="evidence changes">
      <Figures of={comparison} knownAlone={knownAlone} unitOf={unitOf} />
      <p className="remark">{t("changes.allZones")}</p>
      {walks > 0 && <p className="remark">{t("changes.walks", counted(walks))}</p>}
      {added > 0 && <p className="remark">{t("changes.added", counted(added))}</p>}
      {gone > 0 && <p className="remark">{t("changes.gone", counted(gone))}</p>}
      <section className="line">
        <h3>{t("changes.verdicts")}</h3>
        {turned.length === 0 ? (
          <p className="remark">{t("changes.none")}</p>
        ) : (
          <>
            <p className="remark">{t("changes.turned", counted(zonesTurned(comparison)))}</p>
            <ul className="change-zones">
              {turned.slice(0, MOST_ZONES).map((one) => (
                <TurnedZone
                  key={`${one.row} ${one.subject}`}
                  of={one}
                  zone={zoneOf(one.row)}
                  onZone={onZone}
                />
              ))}
            </ul>
            <Button onClick={onList}>{t("changes.listTurned")}</Button>
          </>
        )}
      </section>
      {served.length > 0 && (
        <section className="line change-lists">
          <h3>{t("changes.served")}</h3>
          {served.map((of) => (
            <div key={of.metric}>
              <h4>{t(`judging.metric.${of.metric}`)}</h4>
              <ServedLists of={of} onZone={onZone} />
            </div>
          ))}
        </section>
      )}
      <section className="line">
        <h3>{t("changes.units", { level: t("judging.tier.street") })}</h3>
        {units.length === 0 ? (
          <p className="remark">{t("changes.noUnits", { level: t("judging.tier.street") })}</p>
        ) : (
          <table className="change-table">
            <thead>
              <ColumnHeads />
            </thead>
            <tbody>
              {units.map(({ unit, name, metric, before, after, known }) => (
                <ChangeRow
                  key={`${unit} ${metric}`}
                  what={`${name} · ${t(`judging.metric.${metric}`)}`}
                  onChoose={() => onUnit(unit)}
                  {...{ before, after, known }}
                  scale={amounts(unitOf(metric))}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <p className="remark">{t("changes.method")}</p>
    </div>
  );
}

interface TurnedZoneProps extends Pick<Props, "onZone"> {
  readonly of: Turned;
  readonly zone: { readonly id: string; readonly name: string };
}

function TurnedZone({ of: { subject, before, after }, zone, onZone }: TurnedZoneProps) {
  const { t } = useWords();
  return (
    <li>
      <button type="button" className="link" onClick={() => onZone(zone.id)}>
        {zone.name}
      </button>
      <span className="remark">{subject && t(`judging.subject.${subject}`)}</span>
      <VerdictMark verdict={before} />
      <span aria-hidden="true">→</span>
      <VerdictMark verdict={after} />
    </li>
  );
}
