import { Button } from "antd";
import { type ReactNode, type RefObject, useId } from "react";
import { useWords } from "../words.ts";
import type { AskedFacts } from "./asked-facts.ts";
import "./plans.css";

interface Props {
  /** What the plan on screen, or the one that is looked for, was asked for. */
  readonly of: AskedFacts;
  /** Whether the question stands open below, and its id. */
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onOpen: (open: boolean) => void;
  readonly toggle: RefObject<HTMLButtonElement | null>;
  /** The question is set otherwise than it was asked, and is folded away. */
  readonly isChanged: boolean;
  /** Absent while nothing can be asked. */
  readonly onFind: (() => void) | undefined;
  /** What is fixed beforehand. */
  readonly children?: ReactNode;
}

/** What was asked, in one line, and the way to ask otherwise. */
export function AskedLine({ of, isOpen, controls, onOpen, toggle, isChanged, onFind, children }: Props) {
  const { t } = useWords();
  const asked = useId();
  return (
    <section className="plan-asked" aria-label={t("plans.asked")}>
      <div>
        <p id={asked}>
          {of.question}
          {of.terms.length > 0 && <span className="remark">{of.terms.join(" · ")}</span>}
        </p>
        <Button
          ref={toggle}
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen ? controls : undefined}
          aria-describedby={asked}
          onClick={() => onOpen(!isOpen)}
        >
          {t(isOpen ? "plans.foldQuestion" : "plans.change")}
        </Button>
      </div>
      {children}
      {isChanged && (
        <p className="plan-go">
          <span className="flag-word">{t("plans.changed")}</span>
          <Button size="small" type="primary" disabled={onFind === undefined} onClick={onFind}>
            {t("plans.findAgain")}
          </Button>
        </p>
      )}
    </section>
  );
}
