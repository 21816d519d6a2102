import { Button } from "antd";
import { type RefObject, useEffect, useRef } from "react";
import { useWords } from "../words.ts";
import { DrawOutline, PickPlace } from "./PickPlace.tsx";
import "./editing.css";

interface Props {
  /** What the last edit of the zone brought with it, in words. */
  readonly remarks: readonly string[];
  readonly place: "outline" | "point" | "nowhere";
  /** Absent where there is no map. */
  readonly onOutline: (() => void) | undefined;
  readonly onPick: (() => void) | undefined;
  readonly onDelete: () => void;
  /** What deleting it would leave without a zone, in words, once that was asked. */
  readonly losses: readonly string[] | undefined;
  readonly onDeleteAnyway: () => void;
  readonly onKeep: () => void;
}

/** Where a zone lies and whether it is there at all. What others rest on is told before it is deleted. */
export function ZoneActions(props: Props) {
  const { remarks, place, onOutline, onPick, onDelete, losses, onDeleteAnyway, onKeep } = props;
  const { t } = useWords();
  const deleteButton = useRef<HTMLButtonElement>(null);
  return (
    <div className="row-actions">
      {remarks.map((remark) => (
        <p key={remark} className="flag" role="status">
          {remark}
        </p>
      ))}
      {place === "nowhere" && <p className="flag">{t("editing.noZonePlace")}</p>}
      {onOutline && <DrawOutline drawn={place === "outline"} onDraw={onOutline} />}
      {onPick && place !== "outline" && <PickPlace onPick={onPick} />}
      <Button ref={deleteButton} onClick={onDelete}>
        {t("editing.deleteZone")}
      </Button>
      <span className="remark">{t("editing.undoable")}</span>
      {losses && <Losses {...{ losses, onDeleteAnyway, onKeep }} opener={deleteButton} />}
    </div>
  );
}

interface LossesProps {
  readonly losses: readonly string[];
  readonly onDeleteAnyway: () => void;
  readonly onKeep: () => void;
  /** What has the focus again once it is kept. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

function Losses({ losses, onDeleteAnyway, onKeep, opener }: LossesProps) {
  const { t } = useWords();
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} className="row-losses" role="alert" tabIndex={-1}>
      <p>{t("editing.losses")}</p>
      <ul>
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <Button danger onClick={onDeleteAnyway}>
        {t("editing.deleteAnyway")}
      </Button>
      <Button
        onClick={() => {
          onKeep();
          opener.current?.focus();
        }}
      >
        {t("editing.keepZone")}
      </Button>
    </div>
  );
}
