import { Button } from "antd";
import { differs } from "../../core/scenario/compare.ts";
import { counted } from "../../i18n/numbers.ts";
import { CloseButton } from "../frame/CloseButton.tsx";
import { useWords } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";
import { Figures } from "./Figures.tsx";
import "./changes.css";

interface Props extends ChangeFacts {
  readonly onDetails: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onClose: () => void;
}

/** A few lines on what the last change made different, as long as nobody has put them away. */
export function ChangeNote({ what, comparison, unitOf, onDetails, onUndo, onClose }: Props) {
  const { t } = useWords();
  const { turned, walks, added, gone } = comparison;
  const same = turned.length + added + gone === 0 && !differs(comparison);
  return (
    <section className="change-note" aria-label={t("changes.title")}>
      <header>
        <strong>{t("changes.of", { what: what.join(t("changes.and")) })}</strong>
        {onUndo && (
          <Button size="small" onClick={onUndo}>
            {t("changes.undo")}
          </Button>
        )}
        <CloseButton small label={t("changes.close")} onClick={onClose} />
      </header>
      <div role="status">
        {same ? (
          <p className="remark">
            {t("changes.same")} {walks > 0 && t("changes.walks", counted(walks))}
          </p>
        ) : (
          <>
            <Figures of={comparison} unitOf={unitOf} changedOnly />
            <p className="remark">
              {turned.length > 0 ? t("changes.turned", counted(turned.length)) : t("changes.none")}{" "}
              <button type="button" className="link" onClick={onDetails}>
                {t("changes.details")}
              </button>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
