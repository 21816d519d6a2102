import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";

interface Props {
  /** What is to be put somewhere; absent for something new without a name. */
  readonly name: string | undefined;
  /** Puts it in the middle of the map. */
  readonly onHere: () => void;
  readonly onCancel: () => void;
  /** What is told of the place that is aimed at. */
  readonly children: ReactNode;
}

/** Over the map: that a click is to say a place, the buttons for what a finger cannot aim at, and how to give up. */
export function PlaceAsk({ name, onHere, onCancel, children }: Props) {
  const { t } = useWords();
  return (
    <>
      <section className="place-ask" aria-label={t("map.ask.title")}>
        <p role="status">{name === undefined ? t("map.ask.new") : t("map.ask.named", { name })}</p>
        <p className="remark map-keys">{t("map.ask.keys")}</p>
        <div className="place-ask-tools">
          <Button size="small" type="primary" className="by-middle" onClick={onHere}>
            {t("map.ask.here")}
          </Button>
          <Button size="small" onClick={onCancel}>
            {t("map.ask.cancel")}
          </Button>
        </div>
        {children}
      </section>
      <div className="crosshair" aria-hidden="true" />
    </>
  );
}
