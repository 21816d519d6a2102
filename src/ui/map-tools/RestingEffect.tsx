import type { EffectState } from "../evidence/EffectPanel.tsx";
import { EffectTold } from "../evidence/EffectTold.tsx";
import { ProgressLine } from "../frame/ProgressLine.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly of: EffectState;
  /** What was told last, of another place: old now. */
  readonly last: EffectState;
  /** Why nothing may change. */
  readonly reason: string | undefined;
}

/** 对周边的影响 over the map: whom what is done there would give and take, told by itself once the hand rests. */
export function RestingEffect({ of, last, reason }: Props) {
  const { t } = useWords();
  const isAnswered = of !== undefined && of.is !== "working";
  return (
    <section className="effect resting-effect" aria-label={t("effect.title")}>
      <h3>{t("effect.title")}</h3>
      {of === undefined && last === undefined && <p className="remark">{t("effect.rest")}</p>}
      {of?.is === "working" && <ProgressLine step={of.step} />}
      <div className={isAnswered ? undefined : "stale"} aria-hidden={!isAnswered}>
        <EffectTold of={isAnswered ? of : last} reason={reason} brief />
      </div>
    </section>
  );
}
