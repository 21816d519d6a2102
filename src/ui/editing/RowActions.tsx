import { Button } from "antd";
import { useWords } from "../words.ts";
import "./editing.css";

interface Props {
  readonly ended: boolean;
  /** It is not known what it was before it was closed. */
  readonly statusLost: boolean;
  readonly onClose: () => void;
  readonly onReopen: () => void;
  readonly onDelete: () => void;
}

/** How a row is ended; all of it can be taken back, so nothing is asked first. */
export function RowActions({ ended, statusLost, onClose, onReopen, onDelete }: Props) {
  const { t } = useWords();
  return (
    <div className="row-actions">
      <Button onClick={ended ? onReopen : onClose}>{t(ended ? "editing.reopen" : "editing.close")}</Button>
      <Button onClick={onDelete}>{t("editing.delete")}</Button>
      <span className="remark">{t("editing.undoable")}</span>
      {ended && statusLost && <p className="remark">{t("editing.statusLost")}</p>}
    </div>
  );
}
