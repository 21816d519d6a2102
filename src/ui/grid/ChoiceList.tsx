import { useEffect, useRef } from "react";
import { counted } from "../../i18n/numbers.ts";
import type { Choice } from "../editing/form-fields.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly at: number;
  readonly above: boolean;
  readonly onChoose: (value: string) => void;
}

/** Choices that are listed at once; more are found by typing. */
export const MOST_CHOICES = 100;

/** What can be chosen for a cell, below or above it. */
export function ChoiceList({ id, label, choices, at, above, onChoose }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const more = choices.length - MOST_CHOICES;
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div className={above ? "grid-choices grid-above" : "grid-choices"}>
      <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className="grid-listed">
        {choices.slice(0, MOST_CHOICES).map(({ value, label: name }, i) => (
          <div
            key={value}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            className={value === "" ? "grid-choice facts-aside" : "grid-choice"}
            onMouseDown={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onChoose(value);
            }}
          >
            {name}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="remark">{t("tables.grid.noChoice")}</p>}
      {more > 0 && <p className="remark">{t("tables.grid.moreChoices", counted(more))}</p>}
    </div>
  );
}
