import { Button, Modal, Spin } from "antd";
import type { Issue } from "../../core/base/issue.ts";
import { EffectReview, type ImportEffect } from "../importing/EffectReview.tsx";
import { IssueList } from "../importing/IssueList.tsx";
import { useWords } from "../words.ts";
import { ConflictList, type ConflictRow, type Side } from "./ConflictList.tsx";
import "../importing/importing.css";
import "./merging.css";

/** What of a project is in none of its tables. */
export type Setting =
  | "name"
  | "pack"
  | "asOf"
  | "streets"
  | "streetChanges"
  | "customPacks"
  | "duplicateDecisions";

/** What a merge would change. */
export interface MergeEffect {
  readonly effect: ImportEffect;
  readonly settings: readonly Setting[];
  readonly issues: readonly Issue[];
}

interface Props {
  readonly file: string;
  /** The version that both were made of, by its file. */
  readonly base: string | undefined;
  /** Why the files cannot be merged. */
  readonly refused: readonly Issue[] | undefined;
  /** Without doubt; absent while the files are compared. */
  readonly clear: MergeEffect | undefined;
  readonly conflicts: readonly ConflictRow[];
  readonly sides: ReadonlyMap<number, Side>;
  /** With all that was chosen; absent until it was asked for. */
  readonly outcome: MergeEffect | undefined;
  readonly busy: boolean;
  readonly narrow: boolean;
  readonly onTake: (rows: readonly number[], side: Side) => void;
  readonly onBase: () => void;
  readonly onNoBase: () => void;
  readonly onOtherFile: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onGo: () => void;
  readonly onLeave: () => void;
}

/** What comes of a merge without doubt, what is to be chosen, and then what all of it would change, before it does. */
export function MergeReview(props: Props) {
  const { file, refused, clear, conflicts, sides, outcome, busy, onNext, onBack, onGo, onLeave } = props;
  const { t } = useWords();
  const isDecided = sides.size === conflicts.length;
  const isSame = outcome !== undefined && !changes(outcome);
  // Where there was nothing to choose, the effect stands at once, and the older version can still be named beside it.
  const canBase = (!outcome || conflicts.length === 0) && (!refused || props.base !== undefined);
  return (
    <Modal
      open
      width={960}
      style={{ top: 48 }}
      title={t("merging.title")}
      onCancel={onLeave}
      footer={[
        <Button key="leave" onClick={onLeave}>
          {t("merging.leave")}
        </Button>,
        refused && (
          <Button key="other" type="primary" onClick={props.onOtherFile}>
            {t("merging.otherFile")}
          </Button>
        ),
        outcome && conflicts.length > 0 && (
          <Button key="back" onClick={onBack}>
            {t("merging.back")}
          </Button>
        ),
        !refused && !outcome && (
          <Button key="next" type="primary" disabled={!clear || !isDecided || busy} onClick={onNext}>
            {t("merging.next")}
          </Button>
        ),
        outcome && (
          <Button key="go" type="primary" disabled={busy || isSame} onClick={onGo}>
            {t("merging.go")}
          </Button>
        ),
      ]}
    >
      <p className="remark">{t("merging.intro", { file })}</p>
      {refused && <p className="flag">{t("merging.refused")}</p>}
      {refused && <IssueList issues={refused} />}
      {canBase && <Base {...props} />}
      {!refused && !clear && <Spin description={t("merging.reading")} className="looking" />}
      {clear && !outcome && <IssueList issues={clear.issues} />}
      {clear && !outcome && conflicts.length > 0 && (
        <>
          <Effect of={clear} title={t("merging.clear")} nothing={t("merging.nothingClear")} />
          <ConflictList
            rows={conflicts}
            sides={sides}
            hasBefore={props.base !== undefined}
            narrow={props.narrow}
            onTake={props.onTake}
          />
        </>
      )}
      {outcome && (
        <>
          <Effect
            of={outcome}
            title={t("merging.effect")}
            nothing={t(props.base === undefined ? "merging.sameWithout" : "merging.same")}
          />
          <IssueList heading={t("merging.doubts")} issues={outcome.issues} />
        </>
      )}
    </Modal>
  );
}

function Base({ base, busy, onBase, onNoBase }: Props) {
  const { t } = useWords();
  return (
    <fieldset className="merge-base">
      <legend>{t("merging.base.title")}</legend>
      <strong>{base ?? t("merging.base.none")}</strong>
      <Button size="small" disabled={busy} onClick={onBase}>
        {t("merging.base.choose")}
      </Button>
      {base !== undefined && (
        <Button size="small" disabled={busy} onClick={onNoBase}>
          {t("merging.base.drop")}
        </Button>
      )}
      <p className="remark">{t(base === undefined ? "merging.base.without" : "merging.base.with")}</p>
    </fieldset>
  );
}

function Effect({
  of,
  title,
  nothing,
}: {
  readonly of: MergeEffect;
  readonly title: string;
  readonly nothing: string;
}) {
  const { t, language } = useWords();
  if (!changes(of))
    return (
      <section className="effect-review" aria-label={title}>
        <h3>{title}</h3>
        <p>{nothing}</p>
      </section>
    );
  const settings = of.settings.map((name) => t(`merging.settingNames.${name}`));
  return (
    <EffectReview of={of.effect} title={title}>
      {settings.length > 0 && (
        <p>{t("merging.settings", { what: settings.join(language === "zh" ? "、" : ", ") })}</p>
      )}
    </EffectReview>
  );
}

function changes({ effect: { tables }, settings }: MergeEffect): boolean {
  const isChanged = tables.some(
    ({ added, changed, gone }) => added.length + changed.length + gone.length > 0,
  );
  return isChanged || settings.length > 0;
}
