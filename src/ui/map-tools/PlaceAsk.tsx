import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import { MapAsk } from "./MapAsk.tsx";

interface Props {
  /** What is to be put somewhere; absent for something new without a name. */
  readonly name: string | undefined;
  /** Puts it in the middle of the map. */
  readonly onHere: () => void;
  readonly onCancel: () => void;
  /** What is told of the place that is aimed at. */
  readonly children: ReactNode;
}

/** Asks for a place: a click says it, or a button the middle of the map. */
export function PlaceAsk({ name, onHere, onCancel, children }: Props) {
  const { t } = useWords();
  return (
    <>
      <MapAsk
        label={t("map.ask.title")}
        asked={<p role="status">{name === undefined ? t("map.ask.new") : t("map.ask.named", { name })}</p>}
        keys={t("map.ask.keys")}
        tools={
          <Button size="small" type="primary" className="by-middle" onClick={onHere}>
            {t("map.ask.here")}
          </Button>
        }
        onCancel={onCancel}
      >
        {children}
      </MapAsk>
      <div className="crosshair" aria-hidden="true" />
    </>
  );
}
