import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../words.ts";
import "./history.css";

interface Props {
  /** Steps there are, the undone ones among them. */
  readonly count: number;
  /** So many of them are done; the others are undone. */
  readonly done: number;
  /** What a step was, in one sentence; 0 is the first. */
  readonly wordsOf: (step: number) => string;
  /** To the project as it was after so many steps. */
  readonly onGo: (done: number) => void;
}

/** Lines beside that of now before the earlier ones are asked for. */
const SHOWN = 100;

/** The steps, newest first: those that are undone, the one that the project stands at, those before, and how it was opened. */
export function HistoryList({ count, done, wordsOf, onGo }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState(SHOWN);
  const newest = Math.min(count, done + shown);
  const oldest = Math.max(0, done - shown);
  const stages = Array.from({ length: newest - oldest + 1 }, (_, i) => newest - i);

  useEffect(() => list.current?.querySelector<HTMLElement>("[aria-current]")?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };

  return (
    <div className="history">
      <p className="remark">{t("history.howTo")}</p>
      {newest < count && <More onClick={() => setShown(shown + SHOWN)} label={t("history.later")} />}
      <ol ref={list} reversed className="history-steps" aria-label={t("history.steps")} onKeyDown={onKeyDown}>
        {stages.map((stage) => (
          <li key={stage} className={stage > done ? "history-undone" : undefined}>
            <button
              type="button"
              tabIndex={stage === done ? 0 : -1}
              aria-current={stage === done ? "step" : undefined}
              onClick={() => stage === done || onGo(stage)}
            >
              {stage > done && <span className="unseen">{t("history.undone")}</span>}
              {stage === 0 ? t("history.start") : wordsOf(stage - 1)}
            </button>
          </li>
        ))}
      </ol>
      {oldest > 0 && <More onClick={() => setShown(shown + SHOWN)} label={t("history.earlier")} />}
    </div>
  );
}

function More({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="small" className="history-more" onClick={onClick}>
      {label}
    </Button>
  );
}
