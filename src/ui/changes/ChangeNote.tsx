import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { differs, zonesTurned } from "../../core/scenario/compare.ts";
import { counted } from "../../i18n/numbers.ts";
import { servedLines } from "../evidence/served-lines.ts";
import { CloseButton } from "../frame/CloseButton.tsx";
import { useWords } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";
import { changeTitle } from "./change-title.ts";
import { Figures, useFigureGist } from "./Figures.tsx";
import "./changes.css";

interface Props extends ChangeFacts {
  /** One line of it is shown. */
  readonly isFolded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly onDetails: () => void;
  /** Takes the change back, or makes it again where it was taken back. */
  readonly onTurn: (() => void) | undefined;
  readonly onClose: () => void;
}

/** A few lines on what the last change made different, as long as nobody has put them away. */
export function ChangeNote(props: Props) {
  const { comparison, knownAlone, served, unitOf, isFolded, onFold, onDetails, onTurn, onClose, ...change } =
    props;
  const speech = useWords();
  const { t } = speech;
  const title = changeTitle(change, t);
  const gistOf = useFigureGist();
  const { turned, walks, added, gone } = comparison;
  const same = turned.length + added + gone + served.length === 0 && !differs(comparison);
  return (
    <section className="change-note" aria-label={t("changes.title")}>
      <header>
        <strong title={title}>{title}</strong>
        {onTurn && (
          <Button size="small" onClick={onTurn}>
            {t(change.takenBack ? "changes.redo" : "changes.undo")}
          </Button>
        )}
        <Button
          size="small"
          type="text"
          icon={isFolded ? <UpOutlined /> : <DownOutlined />}
          aria-label={t(isFolded ? "screen.unfold" : "screen.fold")}
          title={t(isFolded ? "screen.unfold" : "screen.fold")}
          aria-expanded={!isFolded}
          onClick={() => onFold(!isFolded)}
        />
        <CloseButton small label={t("changes.close")} onClick={onClose} />
      </header>
      <div role="status">
        {same ? (
          <p className="remark">
            {t("changes.same")} {!isFolded && walks > 0 && t("changes.walks", counted(walks))}
          </p>
        ) : isFolded ? (
          <p className="remark change-gist">
            {gistOf({ comparison, knownAlone, unitOf }) || t("changes.some")}
          </p>
        ) : (
          <>
            <Figures of={comparison} knownAlone={knownAlone} unitOf={unitOf} changedOnly />
            {served.map((of) => (
              <div key={of.metric} className="change-served">
                {served.length > 1 && <h4>{t(`judging.metric.${of.metric}`)}</h4>}
                {servedLines(of, speech).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            ))}
            <p className="remark">
              {t("changes.allZones")}{" "}
              {turned.length > 0 ? t("changes.turned", counted(zonesTurned(comparison))) : t("changes.none")}{" "}
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
