import { Button, Modal, Select } from "antd";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";
import { PackComparison } from "./PackComparison.tsx";
import type { PackTrialState } from "./PackTrial.tsx";
import { PackView } from "./PackView.tsx";
import "./standards.css";

interface Props {
  readonly shipped: readonly RulePack[];
  readonly own: readonly RulePack[];
  readonly selected: RulePack;
  /** What the selected one was copied from. */
  readonly original: RulePack | undefined;
  /** What the selected one is compared with. */
  readonly other: RulePack | undefined;
  /** The pack all zones are judged by; absent: each by its place. */
  readonly chosen: string | undefined;
  /** What came of the last thing that was done here. */
  readonly said: { readonly text: string; readonly wrong: boolean; readonly onUndo?: () => void } | undefined;
  readonly kindName: (kind: string) => string;
  /** Both standards on the open city; absent where nothing is open. */
  readonly trial: { readonly of: PackTrialState; readonly onTrial: () => void } | undefined;
  readonly onSelect: (id: string) => void;
  readonly onCompare: (id: string | undefined) => void;
  /** Absent where nothing is open that they could be kept in. */
  readonly on:
    | {
        readonly use: () => void;
        /** Judges by one of the two that are compared. */
        readonly tryOut: (id: string) => void;
        readonly copy: () => void;
        readonly edit: () => void;
        readonly remove: () => void;
        readonly fromTemplate: () => void;
      }
    | undefined;
  readonly onClose: () => void;
}

/** The standards at hand, those that came with the program to read, those of the project to change as well. */
export function PackDesk(props: Props) {
  const {
    shipped,
    own,
    selected,
    original,
    other,
    trial,
    chosen,
    said,
    kindName,
    onSelect,
    onCompare,
    on,
    onClose,
  } = props;
  const { t, text } = useWords();
  const editable = selected.custom !== undefined;
  return (
    <Modal
      open
      centered
      width={1080}
      className="standards"
      title={t("standards.title")}
      footer={null}
      onCancel={onClose}
    >
      <div className="standards-desk">
        <nav aria-label={t("standards.listed")}>
          <h3>{t("standards.shipped")}</h3>
          <List packs={shipped} {...{ selected, chosen, onSelect }} />
          <h3>{t("standards.own")}</h3>
          {own.length === 0 && <p className="remark">{t("standards.ownNone")}</p>}
          <List packs={own} {...{ selected, chosen, onSelect }} />
          {on && <Button onClick={on.fromTemplate}>{t("standards.fromTemplate")}</Button>}
        </nav>
        <section aria-label={text(selected.title)}>
          <header className="pack-head">
            <div>
              <h2>{text(selected.title)}</h2>
              <p className="pack-marks">
                <span className="mark">{t(editable ? "standards.unofficial" : "standards.readOnly")}</span>
                {!editable && (
                  <span className="mark">{t(`screen.banner.packStatus.${selected.status}`)}</span>
                )}
                <Unchecked pack={selected} />
              </p>
            </div>
            {on && (
              <div className="pack-actions">
                {chosen === selected.id ? (
                  <span className="remark">{t("standards.inUse")}</span>
                ) : (
                  <Button title={t("standards.useHelp")} onClick={on.use}>
                    {t("standards.use")}
                  </Button>
                )}
                {editable && <Button onClick={on.remove}>{t("standards.remove")}</Button>}
                {editable && <Button onClick={on.edit}>{t("standards.edit")}</Button>}
                <Button type="primary" onClick={on.copy}>
                  {t("standards.copy")}
                </Button>
              </div>
            )}
          </header>
          <p role="status" className={said?.wrong ? "flag" : "remark"}>
            {said?.text}
            {said?.onUndo && (
              <Button size="small" type="link" onClick={said.onUndo}>
                {t("screen.undo")}
              </Button>
            )}
          </p>
          <div className="compare-choice">
            <label htmlFor="compare-with">{t("standards.compare.with")}</label>
            <Select
              id="compare-with"
              allowClear
              placeholder={t("standards.compare.choose")}
              value={other?.id}
              options={[...shipped, ...own]
                .filter(({ id }) => id !== selected.id)
                .map((pack) => ({ value: pack.id as string, label: text(pack.title) }))}
              onChange={(id: string | undefined) => onCompare(id)}
            />
          </div>
          {other ? (
            <PackComparison
              left={selected}
              right={other}
              onTry={on?.tryOut}
              {...{ chosen, kindName, trial }}
            />
          ) : (
            <PackView pack={selected} original={original} kindName={kindName} />
          )}
        </section>
      </div>
    </Modal>
  );
}

function List({
  packs,
  selected,
  chosen,
  onSelect,
}: Pick<Props, "selected" | "chosen" | "onSelect"> & { readonly packs: readonly RulePack[] }) {
  const { t, text } = useWords();
  return (
    <ul className="pack-list">
      {packs.map((pack) => (
        <li key={pack.id}>
          <button
            type="button"
            aria-current={pack.id === selected.id ? "true" : undefined}
            onClick={() => onSelect(pack.id)}
          >
            {text(pack.title)}
            <span className="remark">
              {text(pack.city)}
              {pack.id === chosen && ` · ${t("standards.inUse")}`}
            </span>
            <Unchecked pack={pack} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Said of every pack of the user's own that nobody has checked. */
function Unchecked({ pack: { custom } }: { readonly pack: RulePack }) {
  const { t } = useWords();
  if (custom === undefined || custom.checkedBy !== undefined) return null;
  return <span className="mark mark-open">{t("standards.unchecked")}</span>;
}
