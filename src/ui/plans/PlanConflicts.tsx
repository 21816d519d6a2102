import { Button, Radio } from "antd";
import { useId } from "react";
import type { ConflictChoice } from "../../core/plan/rebase-plan.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useIntoView } from "../frame/use-into-view.ts";
import { useWords } from "../words.ts";
import type { ConflictFacts } from "./conflict-facts.ts";
import { plannedWords, presentWords } from "./conflict-words.ts";
import "./conflicts.css";

interface Props {
  readonly of: readonly ConflictFacts[];
  readonly onDecide: (ids: readonly string[], choice: ConflictChoice) => void;
}

/** Measures of a plan that do not stand any more, in view as they come, each with what was planned, what there is now, and what can be done about it. */
export function PlanConflicts({ of, onDecide }: Props) {
  const { t } = useWords();
  const title = useId();
  const shown = useIntoView<HTMLElement>(of.length > 0 ? of.map(({ id }) => id).join() : undefined);
  if (of.length === 0) return null;
  const toDecide = of.filter(({ isOnly }) => !isOnly).map(({ id }) => id);
  return (
    <section ref={shown} className="plan-conflicts" aria-labelledby={title}>
      <h3 id={title}>{t("rebasing.titleCount", counted(of.length))}</h3>
      {toDecide.length > 1 && (
        <p className="plan-go">
          <Button size="small" onClick={() => onDecide(toDecide, "out")}>
            {t("rebasing.allOut")}
          </Button>
          <Button size="small" onClick={() => onDecide(toDecide, "as-now")}>
            {t("rebasing.allNow")}
          </Button>
        </p>
      )}
      <ul>
        {of.map((conflict) => (
          <Conflict key={conflict.id} of={conflict} onDecide={(choice) => onDecide([conflict.id], choice)} />
        ))}
      </ul>
    </section>
  );
}

interface ConflictProps {
  readonly of: ConflictFacts;
  readonly onDecide: (choice: ConflictChoice) => void;
}

function Conflict({ of, onDecide }: ConflictProps) {
  const words = useWords();
  const { t } = words;
  const { number, name, was, isOnly, choice } = of;
  return (
    <li className={choice === undefined ? "conflict-open" : undefined}>
      <p className="conflict-name">
        {number !== undefined && <span className="plan-number">{formatNumber(number)}</span>} {name}
      </p>
      <dl>
        <dt>{t("rebasing.was")}</dt>
        <dd>{plannedWords(was, words)}</dd>
        <dt>{t("rebasing.now")}</dt>
        <dd>{presentWords(of, words)}</dd>
      </dl>
      {isOnly ? (
        <p className="remark">{t("rebasing.onlyOut")}</p>
      ) : (
        <Radio.Group
          aria-label={t("rebasing.choice", { name })}
          value={choice}
          onChange={(event) => onDecide(event.target.value as ConflictChoice)}
          options={CHOICES.map((each) => ({ value: each, label: t(`rebasing.choices.${each}`) }))}
        />
      )}
    </li>
  );
}

const CHOICES = ["out", "as-now"] as const satisfies readonly ConflictChoice[];
