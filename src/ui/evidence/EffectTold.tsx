import type { ReactNode } from "react";
import { type Effect, isFelt, type MetricEffect } from "../../core/scenario/effect.ts";
import { wrongWords } from "../editing/wrong-words.ts";
import { useWords } from "../words.ts";
import type { EffectState } from "./EffectPanel.tsx";
import { areaWords, coveredWords, doubtWords, effectWords, inAllWords, knownWords } from "./effect-words.ts";
import { ServedLists } from "./ServedLists.tsx";
import { servedLines } from "./served-lines.ts";
import { TurnedVerdicts } from "./TurnedVerdicts.tsx";
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
  readonly of: Effect;
}

function Found({ of: { metrics, people, turned }, onZone, brief = false, reason }: FoundProps): ReactNode {
  const { t } = useWords();
  const felt = metrics.filter(isFelt);
  const isNoneServed = felt.every((one) => servedOtherwise(one) === 0);
  const isOfAreas = felt.some(({ missing }) => missing.of === "areas");
  return (
    <>
      {felt.length === 0 && (
        <p>{t(people.length + turned.length > 0 ? "effect.nobody" : "effect.nothing")}</p>
      )}
      {felt.map((one) => (
        <OfMetric key={one.metric} of={one} {...{ onZone, brief }} />
      ))}
      <TurnedVerdicts of={turned} {...(brief && { most: BRIEFLY })} />
      {(!brief || felt.length === 0) && people.map((one) => <p key={one.subject}>{coveredWords(one, t)}</p>)}
      {isNoneServed && reason && <p className="remark">{reason}</p>}
      {isOfAreas && !brief && <p className="remark">{t("effect.areasAlone")}</p>}
    </>
  );
}

interface MetricProps extends Pick<Props, "onZone" | "brief"> {
  readonly of: MetricEffect;
}

function OfMetric({ of, onZone, brief }: MetricProps) {
  const speech = useWords();
  const [inAll, known, doubt] = [inAllWords(of, speech), knownWords(of, speech), doubtWords(of, speech)];
  return (
    <section className="effect-metric">
      <h4>{speech.t(`judging.metric.${of.metric}`)}</h4>
      <p>{effectWords(of, speech)}</p>
      {known && <p>{known}</p>}
      {doubt && <p className="flag">{doubt}</p>}
      {inAll && !brief && <p>{inAll}</p>}
      {brief ? (
        servedLines(of, speech).map((line) => <p key={line}>{line}</p>)
      ) : (
        <>
          {areaWords(of, speech).map((said) => (
            <p key={said} className="remark">
              {said}
            </p>
          ))}
          <ServedLists of={of} onZone={onZone} />
        </>
      )}
    </section>
  );
}

/** How many zones have more, less, or are themselves changed. */
function servedOtherwise({ losing, gaining, otherwise }: MetricEffect): number {
  return losing.zones + gaining.zones + otherwise.zones;
}

/** Turns of verdicts that are told where there is little room. */
const BRIEFLY = 2;
