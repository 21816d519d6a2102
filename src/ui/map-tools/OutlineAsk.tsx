import { Button } from "antd";
import type { ReactNode } from "react";
import { formatNumber, THIN_SPACE } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

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

/** Over the map: how an outline is drawn there or changed, how far it is, and the buttons for what a finger cannot say. */
export function OutlineAsk(props: Props) {
  const { name, changing, corners, area, wrong, onFinish, onTakeBack, onAdd, onRemove, onCancel, children } =
    props;
  const { t } = useWords();
  const about = name ?? t("map.outline.newZone");
  return (
    <>
      <section className="place-ask outline-ask" aria-label={t("map.outline.title", { name: about })}>
        <p>{t(changing ? "map.outline.change" : "map.outline.draw", { name: about })}</p>
        <p className="remark" role="status">
          {t("map.outline.soFar", {
            corners: formatNumber(corners),
            area: `${formatNumber(Math.round(area))}${THIN_SPACE}m²`,
          })}
        </p>
        {!changing && <p className="remark map-keys">{t("map.outline.keys")}</p>}
        {wrong !== undefined && (
          <p className="flag" role="alert">
            {wrong}
          </p>
        )}
        <div className="place-ask-tools">
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
          <Button size="small" onClick={onCancel}>
            {t("map.outline.cancel")}
          </Button>
        </div>
        {children}
      </section>
      {!changing && <div className="crosshair" aria-hidden="true" />}
    </>
  );
}
