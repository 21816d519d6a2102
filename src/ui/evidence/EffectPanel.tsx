import { Button } from "antd";
import type { ReactNode } from "react";
import { exact } from "../../core/base/decimal.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { MetricEffect, ServedGroup } from "../../core/scenario/effect.ts";
import type { ServedChange } from "../../core/scenario/share-changes.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import { wrongWords } from "../editing/wrong-words.ts";
import { ProgressLine } from "../frame/ProgressLine.tsx";
import { useWords } from "../words.ts";
import { areaWords, effectWords } from "./effect-words.ts";
import "./evidence.css";

/** What an edit does to the zones, as far as it is known; absent until somebody asks. */
export type EffectState =
  | { readonly is: "working"; readonly step: WorkStep | undefined }
  | { readonly is: "failed" }
  | { readonly is: "refused"; readonly issues: readonly Issue[] }
  | { readonly is: "found"; readonly effect: readonly MetricEffect[] }
  | undefined;

interface Props {
  readonly title: string;
  readonly of: EffectState;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
  /** Absent where nothing may be left for a zone. */
  readonly onZone?: ((id: string) => void) | undefined;
}

/** 对周边的影响: who would get more and who less by an edit that is not made yet. */
export function EffectPanel({ title, of, onAsk, onCancel, onZone }: Props) {
  const speech = useWords();
  const { t } = speech;
  return (
    <section className="effect" aria-label={title}>
      <h3>{title}</h3>
      {of?.is !== "found" && (
        <p>
          <Button onClick={onAsk} loading={of?.is === "working"}>
            {t("effect.ask")}
          </Button>{" "}
          {of === undefined && <span className="remark">{t("effect.help")}</span>}
        </p>
      )}
      {of?.is === "working" && <ProgressLine step={of.step} onCancel={onCancel} />}
      <div role="status">
        {of?.is === "failed" && <p className="flag">{t("effect.failed")}</p>}
        {of?.is === "refused" &&
          of.issues.map((issue) => (
            <p key={issue.code} className="flag">
              {t("effect.refused", { why: wrongWords(issue, speech) })}
            </p>
          ))}
        {of?.is === "found" && <Found of={of.effect} onZone={onZone} />}
      </div>
    </section>
  );
}

function Found({ of, onZone }: { readonly of: readonly MetricEffect[] } & Pick<Props, "onZone">): ReactNode {
  const speech = useWords();
  const { t } = speech;
  const changed = of.filter(isChange);
  if (changed.length === 0) return <p>{t("effect.served", { served: t("effect.none") })}</p>;
  return changed.map((one) => (
    <section key={one.metric} className="effect-metric">
      <h4>{t(`judging.metric.${one.metric}`)}</h4>
      <p>{effectWords(one, speech)}</p>
      {one.doubtful > 0 && <p className="flag">{t("effect.doubtful", counted(one.doubtful))}</p>}
      {areaWords(one, speech).map((said) => (
        <p key={said} className="remark">
          {said}
        </p>
      ))}
      <Zones title={t("effect.losers")} of={one.losing} unit={one.unit} onZone={onZone} open />
      <Zones title={t("effect.gainers")} of={one.gaining} unit={one.unit} onZone={onZone} />
      <Zones title={t("effect.others")} of={one.otherwise} unit={one.unit} onZone={onZone} />
    </section>
  ));
}

function isChange({ losing, gaining, otherwise, doubtful }: MetricEffect): boolean {
  return losing.zones + gaining.zones + otherwise.zones + doubtful > 0;
}

interface ZonesProps extends Pick<Props, "onZone"> {
  readonly title: string;
  readonly of: ServedGroup;
  readonly unit: RuleUnit;
  readonly open?: boolean;
}

function Zones({ title, of: { zones, first }, unit, onZone, open = false }: ZonesProps) {
  const { t, provided } = useWords();
  if (zones === 0) return null;
  const amount = (value: number) =>
    Number.isNaN(value) ? t("effect.unknown") : provided(exact(value), unit);
  const fromTo = ({ served: { before, after } }: ServedChange) =>
    t("effect.fromTo", { before: amount(before), after: amount(after) });
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul className="listed">
        {first.map((change) => (
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
      {zones > first.length && <p className="remark">{t("effect.more", counted(zones - first.length))}</p>}
    </details>
  );
}
