import { Button } from "antd";
import type { Clause, PolicyDocument, Text } from "../../core/standards/clause.ts";
import type { Judgement, Line } from "../../core/standards/judgement.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { type KnownSum, PEOPLE_COLUMNS, type PeopleColumn, type UnitMetricFacts } from "../tables/facts.ts";
import { knownSum } from "../tables/known-sum.ts";
import { useWords } from "../words.ts";
import { LineCard } from "./LineCard.tsx";
import { NamedRows } from "./NamedRows.tsx";
import { OwnPackNotice } from "./OwnPackNotice.tsx";
import { silenceWords } from "./unit-words.ts";
import "./evidence.css";

interface Props {
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  readonly zones: number;
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
  /** What keeps the figures from being those of the standards. */
  readonly caveats: readonly string[];
  readonly own: readonly NonNullable<RulePack["custom"]>[];
}

interface UnitMetric extends UnitMetricFacts {
  /** Zones that lack most, the worst first. */
  readonly worst: readonly { readonly id: string; readonly name: string; readonly missing: number }[];
  /** Zones of which data is missing: each says what, and how to mend it. */
  readonly withoutData: readonly { readonly id: string; readonly name: string }[];
}

/** A unit: who lives there, what its zones need, have and lack, and how it stands against the targets of the year. */
export function UnitPanel(props: Props) {
  const { people, zones, metrics, judgement, ruleOf, onZone, onZones, caveats, own } = props;
  const { t } = useWords();
  return (
    <div className="evidence">
      {caveats.map((text) => (
        <p key={text} className="caveat">
          {text}
        </p>
      ))}
      {zones > 0 && (
        <dl className="amounts amounts-people">
          {PEOPLE_COLUMNS.map((column) => (
            <div key={column}>
              <dt>{t(`tables.columns.${column}`)}</dt>
              <dd>{knownSum(people[column], zones, t)}</dd>
            </div>
          ))}
        </dl>
      )}
      {metrics.map((of) => (
        <Metric key={of.metric} of={of} onZone={onZone} />
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

/** What the zones need, have and lack of one metric, of how many zones nothing can be told, and which lack most. */
function Metric({ of, onZone }: { readonly of: UnitMetric; readonly onZone: Props["onZone"] }) {
  const { t, gist, providedGist } = useWords();
  const { metric, unit, required, provided, missing, share, worst, withoutData } = of;
  const { zonesKnown, zonesShort } = of;
  const said = [
    ...(zonesKnown > 0
      ? [t("evidence.ofZones", { short: formatNumber(zonesShort), ...counted(zonesKnown) })]
      : []),
    ...silenceWords(withoutData.length > 0 ? { ...of, zonesWithoutData: 0 } : of, t),
    ...(provided + missing > required ? [t("evidence.surplusApart")] : []),
  ];
  return (
    <section className="unit-metric" aria-label={t(`judging.metric.${metric}`)}>
      <header className="line-head">
        <h3>{t(`judging.metric.${metric}`)}</h3>
        {!Number.isNaN(share) && <ShareBar share={share} />}
      </header>
      {zonesKnown > 0 && (
        <dl className="amounts">
          <div>
            <dt>{t("evidence.required")}</dt>
            <dd>{gist(required, unit)}</dd>
          </div>
          <div>
            <dt>{t("evidence.provided")}</dt>
            <dd>{providedGist(provided, unit)}</dd>
          </div>
          <div className={missing > 0 ? "amount-short" : undefined}>
            <dt>{t("evidence.missing")}</dt>
            <dd>{gist(missing, unit)}</dd>
          </div>
        </dl>
      )}
      <p className="remark">{said.join(" ")}</p>
      <NamedRows
        lead={t("evidence.withoutDataNamed", counted(withoutData.length))}
        rows={withoutData.map((zone) => ({ ...zone, onOpen: onZone }))}
      />
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
  );
}
