import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import { MapAsk } from "./MapAsk.tsx";

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

/** Asks for a street: how it is pointed at or drawn, and what was found. */
export function StreetAsk({ kind, found, wrong, onFinish, onTakeBack, onCancel, children }: Props) {
  const { t } = useWords();
  return (
    <MapAsk
      label={t(`map.streets.kinds.${kind}`)}
      wide
      asked={<p>{t(`map.streets.asks.${kind}`)}</p>}
      keys={t("map.ask.keys")}
      soFar={
        found !== undefined && (
          <p role="status">
            <strong>{found}</strong>
          </p>
        )
      }
      wrong={wrong}
      tools={
        <>
          <Button size="small" type="primary" disabled={!onFinish} onClick={onFinish}>
            {t(`map.streets.finishes.${kind}`)}
          </Button>
          {kind === "add" && (
            <Button size="small" disabled={!onTakeBack} onClick={onTakeBack}>
              {t("map.streets.takeBack")}
            </Button>
          )}
        </>
      }
      onCancel={onCancel}
    >
      {children}
    </MapAsk>
  );
}
