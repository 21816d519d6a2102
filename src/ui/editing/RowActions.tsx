import { Button } from "antd";
import type { RefObject } from "react";
import { useWords } from "../words.ts";
import "./editing.css";

interface Props {
  /** The button that opens the form, which gets the focus back from it. */
  readonly editButton: RefObject<HTMLButtonElement | null>;
  readonly onEdit: () => void;
  /** Absent for what can be neither closed nor deleted. */
  readonly ending?: {
    readonly ended: boolean;
    /** It is not known what it was before it was closed. */
    readonly statusLost: boolean;
    readonly onClose: () => void;
    readonly onReopen: () => void;
    readonly onDelete: () => void;
  };
}

/** What can be done with a row; all of it can be taken back, so nothing is asked first. */
export function RowActions({ editButton, onEdit, ending }: Props) {
  const { t } = useWords();
  return (
    <div className="row-actions">
      <Button ref={editButton} onClick={onEdit}>
        {t("editing.edit")}
      </Button>
      {ending && (
        <>
          <Button onClick={ending.ended ? ending.onReopen : ending.onClose}>
            {t(ending.ended ? "editing.reopen" : "editing.close")}
          </Button>
          <Button onClick={ending.onDelete}>{t("editing.delete")}</Button>
          <span className="remark">{t("editing.undoable")}</span>
        </>
      )}
      {ending?.ended && ending.statusLost && <p className="remark">{t("editing.statusLost")}</p>}
    </div>
  );
}
