import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import "./editing.css";

interface Props {
  readonly ended: boolean;
  /** It is not known what it was before it was closed. */
  readonly statusLost: boolean;
  readonly onClose: () => void;
  readonly onReopen: () => void;
  readonly onDelete: () => void;
  /** What is told of ending it or taking it up again, and of deleting it, before that is done. */
  readonly ending: ReactNode;
  readonly deleting: ReactNode;
}

/** How a row is ended, and below that how it is deleted; all of it can be taken back, so nothing is asked first. */
export function RowActions({ ended, statusLost, onClose, onReopen, onDelete, ending, deleting }: Props) {
  const { t } = useWords();
  return (
    <>
      <div className="row-actions">
        <Button onClick={ended ? onReopen : onClose}>{t(ended ? "editing.reopen" : "editing.close")}</Button>
        <span className="remark">{t("editing.undoable")}</span>
        {ended && statusLost && <p className="remark">{t("editing.statusLost")}</p>}
        {ending}
      </div>
      <details className="row-actions row-delete">
        <summary>{t("editing.deleteFacility")}</summary>
        <p className="remark">{t("editing.deleteHelp")}</p>
        <Button danger onClick={onDelete}>
          {t("editing.delete")}
        </Button>
        {deleting}
      </details>
    </>
  );
}
