import { Button, Checkbox } from "antd";
import { useId, useState } from "react";
import {
  type DocumentDraft,
  dropsTargets,
  type RuleDraft,
  ruleDraft,
} from "../../core/standards/pack-draft.ts";
import type { PopulationBase, Rule } from "../../core/standards/rule.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { ChoiceEntry, TextEntry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";
import { RuleDetails } from "./RuleDetails.tsx";
import { targetsText } from "./requirement.ts";

interface Props {
  readonly draft: RuleDraft;
  /** The rule as the original has it. */
  readonly original: Rule | undefined;
  readonly documents: readonly DocumentDraft[];
  readonly wrong: WrongAt;
  /** Something behind the details is wrong. */
  readonly mustOpen: boolean;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

const BASES = ["households", "residents", "elderly60", "urban_residents"] as const satisfies PopulationBase[];
const WEIGHTS = ["mandatory", "target", "encouraged", "related"] as const satisfies Rule["severity"][];

/** One rule: whether it applies, its number and what that is of, the zones it holds for, its weight; the rest on demand. */
export function RuleFields({ draft, original, documents, wrong, mustOpen, onChange }: Props) {
  const speech = useWords();
  const { t, text } = speech;
  const [asked, setAsked] = useState(false);
  const details = useId();
  const { rule, on } = draft;
  const open = on && (asked || mustOpen);
  const before = original && ruleDraft(original, true);
  const moved = before !== undefined && before.threshold !== draft.threshold.trim();
  const perBase = rule.type === "ratio_min" || rule.type === "not_specified";
  return (
    <fieldset className={on ? "rule-entry" : "rule-entry rule-off"} aria-label={text(draft.title)}>
      <Checkbox checked={on} onChange={(event) => onChange({ on: event.target.checked })}>
        <span className="unseen">{t("standards.form.on")} </span>
        {text(draft.title)}
        {!on && <span className="remark"> {t("standards.form.off")}</span>}
      </Checkbox>
      {on && (
        <div className="rule-row">
          <TextEntry
            className="rule-amount"
            label={t("standards.form.amount")}
            wrong={wrong("threshold", rule.id)}
            decimal
            value={draft.threshold}
            placeholder={t("standards.form.amountNone")}
            suffix={rule.unit === undefined ? undefined : t(`judging.unit.${rule.unit}`)}
            onChange={(threshold) => onChange({ threshold })}
          />
          {perBase && (draft.base !== undefined || draft.per !== "") && (
            <>
              <TextEntry
                className="rule-per"
                label={t("standards.form.per")}
                wrong={wrong("per", rule.id)}
                decimal
                value={draft.per}
                onChange={(per) => onChange({ per })}
              />
              <ChoiceEntry
                className="rule-base"
                label={t("standards.form.base")}
                value={draft.base ?? "households"}
                options={BASES.map((value) => ({ value, label: t(`judging.base.${value}`) }))}
                onChange={(base) => onChange({ base })}
              />
            </>
          )}
          {rule.level === "estate" && (
            <ChoiceEntry
              label={t("standards.form.holdsFor")}
              value={draft.holdsFor}
              options={(["new", "existing", "all"] as const).map((value) => ({
                value,
                label: t(`standards.holdsFor.${value}`),
              }))}
              onChange={(holdsFor) => onChange({ holdsFor })}
            />
          )}
          <ChoiceEntry
            label={t("standards.form.weight")}
            value={draft.severity}
            options={WEIGHTS.map((value) => ({ value, label: t(`judging.severity.${value}`) }))}
            onChange={(severity) => onChange({ severity })}
          />
          <Button
            className="rule-more"
            aria-expanded={open}
            aria-controls={details}
            onClick={() => setAsked(!open)}
          >
            {t("standards.form.details")}
          </Button>
        </div>
      )}
      {on && moved && original && before && (
        <p className="rule-note remark">
          {before.threshold === ""
            ? t("standards.form.wasNone")
            : t("standards.form.was", { value: formatNumber(Number(before.threshold), 15) })}{" "}
          <Button size="small" type="link" onClick={() => onChange({ ...before, on: true })}>
            {t("standards.form.restore")}
          </Button>
        </p>
      )}
      {on && dropsTargets(draft) && (
        <p className="rule-note flag">
          {t("standards.form.targetsDropped", {
            targets: targetsText(("targetByYear" in rule && rule.targetByYear) || {}, speech),
          })}
        </p>
      )}
      <div id={details}>{open && <RuleDetails {...{ draft, documents, wrong, onChange }} />}</div>
    </fieldset>
  );
}
