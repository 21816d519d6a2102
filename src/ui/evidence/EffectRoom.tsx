import { exact } from "../../core/base/decimal.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { wholeOnes } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { namesWords } from "./effect-words.ts";

/** What more room at a facility would do, m² or slots of one metric. */
export interface RoomFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly amount: number;
  readonly served: number;
  readonly most: number;
  /** Names of the zones that gain first. */
  readonly first: readonly string[];
  readonly spare: number;
}

/** 满载、有余量: what so much more at a facility would serve, in words. */
export function EffectRoom({ of }: { readonly of: readonly RoomFacts[] }) {
  const { t, provided } = useWords();
  if (of.length === 0) return null;
  return (
    <section className="line effect-room" aria-label={t("effect.room.title")}>
      <h3>{t("effect.room.title")}</h3>
      {of.map(({ metric, unit, amount, served, most, first, spare }) => {
        const say = (value: number) => provided(exact(unit === "slot" ? wholeOnes(value) : value), unit);
        const facts = { amount: say(amount), served: say(served), most: say(most) };
        const full = served < most ? "full" : "nearlyFull";
        const said = most > 0 ? t(`effect.room.${full}`, facts) : t("effect.room.enough");
        return (
          <div key={metric}>
            {of.length > 1 && <h4>{t(`judging.metric.${metric}`)}</h4>}
            <p>
              {spare > 0 && t("effect.room.spare", { spare: say(spare) })}
              {said}
            </p>
            {first.length > 0 && (
              <p className="remark">{t("effect.room.first", { zones: namesWords(first, { t }) })}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}
