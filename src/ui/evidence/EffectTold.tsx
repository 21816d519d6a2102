import type { ReactNode } from "react";
import { exact } from "../../core/base/decimal.ts";
import { type MetricEffect, mostChanged, type ServedGroup } from "../../core/scenario/effect.ts";
import type { ServedChange } from "../../core/scenario/share-changes.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import { wrongWords } from "../editing/wrong-words.ts";
import { useWords } from "../words.ts";
import type { EffectState } from "./EffectPanel.tsx";
import { areaWords, doubtWords, effectWords } from "./effect-words.ts";
import "./evidence.css";

interface Props {
  readonly of: EffectState;
  /** Absent where nothing may be left for a zone. */
  readonly onZone?: ((id: string) => void) | undefined;
  /** Those zones alone are named that change most. */
  readonly brief?: boolean;
  /** Why nothing may change. */
  readonly reason?: string | undefined;
}

/** What became of the question whom an edit gives and takes; nothing before it was answered. */
export function EffectTold({ of, ...how }: Props) {
  const speech = useWords();
  const { t } = speech;
  return (
    <div role="status">
      {of?.is === "failed" && <p className="flag">{t("effect.failed")}</p>}
      {of?.is === "refused" &&
        of.issues.map((issue) => (
          <p key={issue.code} className="flag">
            {t("effect.refused", { why: wrongWords(issue, speech) })}
          </p>
        ))}
      {of?.is === "found" && <Found of={of.effect} {...how} />}
    </div>
  );
}

interface FoundProps extends Omit<Props, "of"> {
  readonly of: readonly MetricEffect[];
}

function Found({ of, onZone, brief, reason }: FoundProps): ReactNode {
  const speech = useWords();
  const { t } = speech;
  const changed = of.filter(isChange);
  const isNoneServed = changed.every((one) => servedOtherwise(one) === 0);
  const told = changed.map((one) => (
    <section key={one.metric} className="effect-metric">
      <h4>{t(`judging.metric.${one.metric}`)}</h4>
      <p>{effectWords(one, speech)}</p>
      {one.doubtful.length > 0 && <p className="flag">{doubtWords(one, speech)}</p>}
      {brief ? (
        <Zones of={mostChanged(one, BRIEFLY)} unit={one.unit} />
      ) : (
        <>
          {areaWords(one, speech).map((said) => (
            <p key={said} className="remark">
              {said}
            </p>
          ))}
          <Group title={t("effect.losers")} of={one.losing} unit={one.unit} onZone={onZone} open />
          <Group title={t("effect.gainers")} of={one.gaining} unit={one.unit} onZone={onZone} />
          <Group title={t("effect.others")} of={one.otherwise} unit={one.unit} onZone={onZone} />
        </>
      )}
    </section>
  ));
  const isOfAreas = changed.some(({ missing }) => missing.of === "areas");
  return (
    <>
      {told.length > 0 ? told : <p>{t("effect.served", { served: t("effect.none") })}</p>}
      {isNoneServed && reason && <p className="remark">{reason}</p>}
      {isOfAreas && !brief && <p className="remark">{t("effect.areasAlone")}</p>}
    </>
  );
}

function isChange(of: MetricEffect): boolean {
  return servedOtherwise(of) + of.doubtful.length > 0;
}

/** How many zones have more, less, or are themselves changed. */
function servedOtherwise({ losing, gaining, otherwise }: MetricEffect): number {
  return losing.zones + gaining.zones + otherwise.zones;
}

interface GroupProps extends Pick<Props, "onZone"> {
  readonly title: string;
  readonly of: ServedGroup;
  readonly unit: RuleUnit;
  readonly open?: boolean;
}

function Group({ title, of: { zones, first }, unit, onZone, open = false }: GroupProps) {
  const { t } = useWords();
  if (zones === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <Zones of={first} unit={unit} onZone={onZone} />
      {zones > first.length && <p className="remark">{t("effect.more", counted(zones - first.length))}</p>}
    </details>
  );
}

interface ZonesProps extends Pick<Props, "onZone"> {
  readonly of: readonly ServedChange[];
  readonly unit: RuleUnit;
}

function Zones({ of, unit, onZone }: ZonesProps) {
  const { t, provided } = useWords();
  const amount = (value: number) =>
    Number.isNaN(value) ? t("effect.unknown") : provided(exact(value), unit);
  const fromTo = ({ served: { before, after } }: ServedChange) =>
    t("effect.fromTo", { before: amount(before), after: amount(after) });
  return (
    <ul className="listed">
      {of.map((change) => (
        <li key={change.zone} className="listed-zone">
          {onZone ? (
            <button type="button" className="link" onClick={() => onZone(change.zone)}>
              {change.name ?? change.zone}
            </button>
          ) : (
            <span>{change.name ?? change.zone}</span>
          )}
          <span className="listed-amount">{fromTo(change)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Zones of a metric that are named where there is little room. */
const BRIEFLY = 3;
