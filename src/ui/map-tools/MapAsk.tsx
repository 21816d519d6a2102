import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";

interface Props {
  readonly label: string;
  /** All of the map is drawn on, and the question may take its width. */
  readonly wide?: boolean;
  /** What is asked for. */
  readonly asked: ReactNode;
  /** How that is done with keys; absent where it is not. */
  readonly keys: string | undefined;
  /** What was found or done so far. */
  readonly soFar?: ReactNode;
  /** Why that cannot be taken. */
  readonly wrong?: string | undefined;
  /** Buttons for it, before the one that gives up. */
  readonly tools: ReactNode;
  readonly onCancel: () => void;
  /** What is told of its effect. */
  readonly children: ReactNode;
}

/** Over the map: what is asked for there, how far it is, the buttons for what a finger cannot say, and how to give up. */
export function MapAsk({ label, wide, asked, keys, soFar, wrong, tools, onCancel, children }: Props) {
  const { t } = useWords();
  return (
    <section className={wide ? "place-ask outline-ask" : "place-ask"} aria-label={label}>
      {asked}
      {keys !== undefined && <p className="remark map-keys">{keys}</p>}
      {soFar}
      {wrong !== undefined && (
        <p className="flag" role="alert">
          {wrong}
        </p>
      )}
      <div className="place-ask-tools">
        {tools}
        <Button size="small" onClick={onCancel}>
          {t("map.ask.cancel")}
        </Button>
      </div>
      {children}
    </section>
  );
}
