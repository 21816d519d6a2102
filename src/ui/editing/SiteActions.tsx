import { Button } from "antd";
import { useWords } from "../words.ts";
import "./editing.css";

/** How a candidate site is deleted; it can be taken back, so nothing is asked first. */
export function SiteActions({ onDelete }: { readonly onDelete: () => void }) {
  const { t } = useWords();
  return (
    <div className="row-actions">
      <Button onClick={onDelete}>{t("editing.site.delete")}</Button>
      <span className="remark">{t("editing.undoable")}</span>
    </div>
  );
}
