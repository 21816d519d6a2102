import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";

interface Props {
  readonly kind: "close" | "open" | "add";
  /** What was found or drawn, in words. */
  readonly found: string | undefined;
  /** Why nothing was found, or it cannot be changed so. */
  readonly wrong: string | undefined;
  /** Absent where there is nothing to change yet. */
  readonly onFinish: (() => void) | undefined;
  /** Absent where there is no corner to take back. */
  readonly onTakeBack: (() => void) | undefined;
  readonly onCancel: () => void;
  /** What is told of the change. */
  readonly children: ReactNode;
}

/** Over the map: how a street is pointed at or drawn there, what was found, and the buttons for it. */
export function StreetAsk({ kind, found, wrong, onFinish, onTakeBack, onCancel, children }: Props) {
  const { t } = useWords();
  return (
    <section className="place-ask outline-ask" aria-label={t(`map.streets.kinds.${kind}`)}>
      <p>{t(`map.streets.asks.${kind}`)}</p>
      <p className="remark map-keys">{t("map.ask.keys")}</p>
      {found !== undefined && (
        <p role="status">
          <strong>{found}</strong>
        </p>
      )}
      {wrong !== undefined && (
        <p className="flag" role="alert">
          {wrong}
        </p>
      )}
      <div className="place-ask-tools">
        <Button size="small" type="primary" disabled={!onFinish} onClick={onFinish}>
          {t(`map.streets.finishes.${kind}`)}
        </Button>
        {kind === "add" && (
          <Button size="small" disabled={!onTakeBack} onClick={onTakeBack}>
            {t("map.streets.takeBack")}
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {t("map.ask.cancel")}
        </Button>
      </div>
      {children}
    </section>
  );
}
