import { Button } from "antd";
import type { Clause, PolicyDocument, Text } from "../../core/standards/clause.ts";
import type { Judgement, Line } from "../../core/standards/judgement.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import type { UnitMetricFacts } from "../tables/facts.ts";
import { useWords } from "../words.ts";
import { LineCard } from "./LineCard.tsx";
import { OwnPackNotice } from "./OwnPackNotice.tsx";
import "./evidence.css";

interface Props {
  readonly metrics: readonly UnitMetric[];
  readonly judgement: Judgement | undefined;
  /** What the standards say of a rule, by its id. */
  readonly ruleOf: (line: Line) => {
    readonly title: Text;
    readonly clauses: readonly Clause[];
    readonly documents: readonly PolicyDocument[];
    readonly altered: boolean;
  };
  readonly onZone: (id: string) => void;
  /** Lists the zones of the unit. */
  readonly onZones: (() => void) | undefined;
  /** Standards of the user's own, where zones are judged by them. */
  readonly own: readonly NonNullable<RulePack["custom"]>[];
}

interface UnitMetric extends UnitMetricFacts {
  readonly zones: number;
  readonly zonesShort: number;
  /** Zones that lack most, the worst first. */
  readonly worst: readonly { readonly id: string; readonly name: string; readonly missing: number }[];
}

/** A unit: what its zones need, have and lack, and how it stands against the targets of the year. */
export function UnitPanel({ metrics, judgement, ruleOf, onZone, onZones, own }: Props) {
  const { t, gist } = useWords();
  return (
    <div className="evidence">
      {metrics.map(({ metric, unit, required, provided, missing, share, zones, zonesShort, worst }) => (
        <section key={metric} className="unit-metric" aria-label={t(`judging.metric.${metric}`)}>
          <header className="line-head">
            <h3>{t(`judging.metric.${metric}`)}</h3>
            {!Number.isNaN(share) && <ShareBar share={share} />}
          </header>
          <dl className="amounts">
            <div>
              <dt>{t("evidence.required")}</dt>
              <dd>{gist(required, unit)}</dd>
            </div>
            <div>
              <dt>{t("evidence.provided")}</dt>
              <dd>{gist(provided, unit)}</dd>
            </div>
            <div className={missing > 0 ? "amount-short" : undefined}>
              <dt>{t("evidence.missing")}</dt>
              <dd>{gist(missing, unit)}</dd>
            </div>
          </dl>
          <p className="remark">
            {t("evidence.ofZones", { short: formatNumber(zonesShort), ...counted(zones) })}
            {provided + missing > required && ` ${t("evidence.surplusApart")}`}
          </p>
          {worst.length > 0 && (
            <>
              <h4>{t("evidence.worstZones")}</h4>
              <ul className="listed">
                {worst.map((zone) => (
                  <li key={zone.id} className="listed-zone">
                    <button type="button" className="link" onClick={() => onZone(zone.id)}>
                      {zone.name}
                    </button>
                    <span className="listed-amount">{gist(zone.missing, unit)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
      {onZones && <Button onClick={onZones}>{t("evidence.listZones")}</Button>}
      <div className="evidence-targets">
        <h3>{t("evidence.targets")}</h3>
        {judgement ? (
          <VerdictMark verdict={judgement.overall} />
        ) : (
          <p className="remark">{t("evidence.noTargets")}</p>
        )}
      </div>
      {judgement && own.map((custom) => <OwnPackNotice key={JSON.stringify(custom)} of={custom} />)}
      {judgement?.lines.map((line) => (
        <LineCard key={line.rule} {...ruleOf(line)} line={line} />
      ))}
    </div>
  );
}
