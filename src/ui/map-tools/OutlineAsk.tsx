import { Button } from "antd";
import type { ReactNode } from "react";
import { formatNumber, UNIT_SPACE } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { MapAsk } from "./MapAsk.tsx";

interface Props {
  /** What it is the outline of; absent for something new without a name. */
  readonly name: string | undefined;
  /** There is one already. */
  readonly changing: boolean;
  readonly corners: number;
  /** Square metres. */
  readonly area: number;
  /** Why it is no outline yet. */
  readonly wrong: string | undefined;
  readonly onFinish: () => void;
  /** Absent where there is nothing to take back. */
  readonly onTakeBack: (() => void) | undefined;
  /** Sets a corner in the middle of the map. */
  readonly onAdd: () => void;
  /** Takes the chosen corner out; absent where none is chosen. */
  readonly onRemove: (() => void) | undefined;
  readonly onCancel: () => void;
  /** What is told of the outline so far. */
  readonly children: ReactNode;
}

/** Asks for an outline: how it is drawn or changed, and how far it is. */
export function OutlineAsk(props: Props) {
  const { name, changing, corners, area, wrong, onFinish, onTakeBack, onAdd, onRemove, onCancel, children } =
    props;
  const { t } = useWords();
  const about = name ?? t("map.outline.newZone");
  return (
    <>
      <MapAsk
        label={t("map.outline.title", { name: about })}
        wide
        asked={<p>{t(changing ? "map.outline.change" : "map.outline.draw", { name: about })}</p>}
        keys={changing ? undefined : t("map.outline.keys")}
        soFar={
          <p className="remark" role="status">
            {t("map.outline.soFar", {
              corners: formatNumber(corners),
              area: `${formatNumber(Math.round(area))}${UNIT_SPACE}m²`,
            })}
          </p>
        }
        wrong={wrong}
        tools={
          <>
            <Button size="small" type="primary" onClick={onFinish}>
              {t("map.outline.finish")}
            </Button>
            <Button size="small" disabled={!onTakeBack} onClick={onTakeBack}>
              {t("map.outline.takeBack")}
            </Button>
            {changing ? (
              <Button size="small" disabled={!onRemove} onClick={onRemove}>
                {t("map.outline.remove")}
              </Button>
            ) : (
              <Button size="small" className="by-middle" onClick={onAdd}>
                {t("map.outline.add")}
              </Button>
            )}
          </>
        }
        onCancel={onCancel}
      >
        {children}
      </MapAsk>
      {!changing && <div className="crosshair" aria-hidden="true" />}
    </>
  );
}
