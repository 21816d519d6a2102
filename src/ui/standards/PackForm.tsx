import { Button, Modal } from "antd";
import { useId, useMemo, useRef, useState } from "react";
import type { PackDraft, RuleDraft } from "../../core/standards/pack-draft.ts";
import { readDraft } from "../../core/standards/read-draft.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { AboutFields } from "./AboutFields.tsx";
import { CircleFields } from "./CircleFields.tsx";
import { CountingFields } from "./CountingFields.tsx";
import { DocumentFields } from "./DocumentFields.tsx";
import { isMerelyEmpty, rulesWithHiddenMistakes, wrongAt } from "./mistakes.ts";
import { byLevel } from "./PackView.tsx";
import { RuleFields } from "./RuleFields.tsx";

interface Props {
  readonly start: PackDraft;
  /** Ids of all packs there are. */
  readonly taken: readonly string[];
  /** All zones are judged by it already. */
  readonly inUse: boolean;
  /** Saving did not work, in a sentence. */
  readonly refusal: string | undefined;
  readonly kindName: (kind: string) => string;
  readonly onSave: (pack: RulePack, use: boolean) => void;
  readonly onLeave: () => void;
}

/**
 * A pack of the user's own as a plain form. Nothing leaves it before all of it is right; what is typed is not lost
 * without a question.
 */
export function PackForm({ start, taken, inUse, refusal, kindName, onSave, onLeave }: Props) {
  const speech = useWords();
  const { t, text } = speech;
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  /** Where the person was when asked whether to leave. */
  const place = useRef<Element | null>(null);
  const id = useId();
  const outcome = useMemo(() => readDraft(draft, taken), [draft, taken]);
  const shown = tried ? outcome.issues : outcome.issues.filter((issue) => !isMerelyEmpty(issue));
  const wrong = wrongAt(shown, speech);
  const open = rulesWithHiddenMistakes(shown);

  const change = (to: Partial<PackDraft>) => {
    setDraft((before) => ({ ...before, ...to }));
    setLeaving(false);
  };
  const changeRule = (ruleId: string, to: Partial<RuleDraft>) => {
    const rules = draft.rules.map((one) => (one.rule.id === ruleId ? { ...one, ...to } : one));
    change({ rules });
  };
  const save = (use: boolean) => {
    setTried(true);
    if (outcome.ok) onSave(outcome.value, use);
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const leave = () => {
    if (draft === start) return onLeave();
    place.current = document.activeElement;
    setLeaving(true);
  };
  const stay = () => {
    setLeaving(false);
    const field = form.current?.contains(place.current)
      ? place.current
      : form.current?.querySelector("input");
    if (field instanceof HTMLElement) field.focus();
  };

  return (
    <Modal
      open
      centered
      width={1080}
      className="standards"
      title={t(`standards.form.titles.${draft.start}`)}
      onCancel={leave}
      mask={{ closable: false }}
      footer={
        leaving ? (
          <div key="leave" className="form-foot" role="alertdialog" aria-labelledby={id}>
            <span id={id}>{t("standards.form.leave")}</span>
            <Button onClick={onLeave}>{t("standards.form.discard")}</Button>
            <Button type="primary" autoFocus onClick={stay}>
              {t("standards.form.stay")}
            </Button>
          </div>
        ) : (
          <div key="save" className="form-foot">
            <span role="status" className={refusal || (tried && !outcome.ok) ? "entry-wrong" : "remark"}>
              {tried && !outcome.ok
                ? t("standards.form.mistakes", { number: formatNumber(outcome.issues.length) })
                : refusal}
            </span>
            <Button onClick={leave}>{t("standards.form.cancel")}</Button>
            <Button type={inUse ? "primary" : "default"} onClick={() => save(false)}>
              {t("standards.form.save")}
            </Button>
            {!inUse && (
              <Button type="primary" title={t("standards.useHelp")} onClick={() => save(true)}>
                {t("standards.form.saveAndUse")}
              </Button>
            )}
          </div>
        )
      }
    >
      <form ref={form} className="pack-form" onSubmit={(event) => event.preventDefault()}>
        <p className="remark">
          {t(`standards.form.intro.${draft.start}`, { title: text(draft.base.title) })}
        </p>
        <AboutFields draft={draft} wrong={wrong} onChange={change} />
        <DocumentFields draft={draft} wrong={wrong} onChange={change} />
        <fieldset>
          <legend>{t("standards.form.rules")}</legend>
          {byLevel(draft.rules.map((rule) => ({ level: rule.rule.level, rule }))).map(([level, rules]) => (
            <section key={level} className="rule-group">
              <h4>{t(`standards.levels.${level}`)}</h4>
              {rules.map(({ rule }) => (
                <RuleFields
                  key={rule.rule.id}
                  draft={rule}
                  original={draft.origin?.rules.find((one) => one.id === rule.rule.id)}
                  documents={draft.documents}
                  wrong={wrong}
                  mustOpen={open.has(rule.rule.id)}
                  onChange={(to) => changeRule(rule.rule.id, to)}
                />
              ))}
            </section>
          ))}
        </fieldset>
        <CircleFields draft={draft} wrong={wrong} onChange={change} />
        <CountingFields
          counting={draft.counting}
          wrong={wrong}
          kindName={kindName}
          onChange={(counting) => change({ counting })}
        />
      </form>
    </Modal>
  );
}
