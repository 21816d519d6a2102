import type { TurnedAlike } from "../../core/scenario/verdict-turns.ts";
import { counted } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { namesWords } from "./effect-words.ts";
import "./evidence.css";

interface Props {
  readonly of: readonly TurnedAlike[];
  /** So many groups are told and the zones of the others counted; absent: all. */
  readonly most?: number;
}

/** Zones whose verdict an edit would turn, those alike together: from what, to what, and who they are. */
export function TurnedVerdicts({ of, most = of.length }: Props) {
  const speech = useWords();
  const { t } = speech;
  if (of.length === 0) return null;
  const more = of.slice(most).reduce((sum, { zones }) => sum + zones, 0);
  return (
    <section className="effect-metric">
      <h4>{t("effect.verdicts")}</h4>
      <ul className="turned">
        {of.slice(0, most).map(({ subject, before, after, zones, first }) => (
          <li key={`${subject} ${before} ${after}`}>
            <span className="turned-verdicts">
              {t(subject ? `judging.subject.${subject}` : "importing.effect.whole")}
              {before ? <VerdictMark verdict={before} /> : t("importing.effect.isNew")}
              <span aria-hidden="true">→</span>
              <VerdictMark verdict={after} />
            </span>
            <span>
              {namesWords(
                first.map(({ id, name }) => name ?? id),
                speech,
                zones,
              )}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="remark">{t("effect.more", counted(more))}</p>}
    </section>
  );
}
