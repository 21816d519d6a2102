import { Button } from "antd";
import type { Clause } from "../../core/standards/clause.ts";
import type { DocumentDraft, RuleDraft, TargetDraft } from "../../core/standards/pack-draft.ts";
import { useWords } from "../words.ts";
import { ChoiceEntry, TextEntry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";
import { ownText } from "./own-text.ts";

interface Props {
  readonly draft: RuleDraft;
  readonly documents: readonly DocumentDraft[];
  readonly wrong: WrongAt;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

/** Name, clauses and yearly targets of a rule. */
export function RuleDetails(props: Props) {
  const { draft, onChange } = props;
  const { t, text } = useWords();
  return (
    <div className="rule-details">
      <TextEntry
        label={t("standards.form.ruleName")}
        wrong={props.wrong("title", draft.rule.id)}
        value={text(draft.title)}
        onChange={(typed) => onChange({ title: ownText(typed) })}
      />
      <Clauses {...props} />
      {HAS_TARGETS.has(draft.rule.type) && <Targets {...props} />}
    </div>
  );
}

/** Rule types that can state a number by year; one without a number gets its targets with its number. */
const HAS_TARGETS = new Set(["ratio_min", "floor", "presence", "count_min", "share_min", "reach"]);

/** A clause outside the documents of the pack. */
const OUTSIDE = "EXT";

function Clauses({ draft, documents, wrong, onChange }: Props) {
  const { t, text } = useWords();
  const { clauses, rule } = draft;
  const changeAt = (row: number, to: Clause) =>
    onChange({ clauses: clauses.map((one, at) => (at === row ? to : one)) });
  return (
    <section aria-label={t("standards.form.clauses")}>
      <h5>{t("standards.form.clauses")}</h5>
      {clauses.map((clause, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no id, and the row is their place
        <div key={row} className="entries clause-entries">
          <ChoiceEntry
            label={t("standards.form.clauseDocument")}
            wrong={wrong(`clauses[${row}].document`, rule.id)}
            value={clause.document}
            options={[
              ...documents.map(({ key, title }) => ({
                value: key,
                label: text(title) || t("standards.form.documentTitle"),
              })),
              { value: OUTSIDE, label: t("standards.outside") },
            ]}
            onChange={(document) => changeAt(row, elsewhere(clause, { document }))}
          />
          <TextEntry
            label={t("standards.form.clausePlace")}
            wrong={wrong(`clauses[${row}].clause`, rule.id)}
            value={clause.clause}
            onChange={(place) => changeAt(row, elsewhere(clause, { clause: place }))}
          />
          <TextEntry
            label={t("standards.form.clauseGist")}
            wrong={wrong(`clauses[${row}].paraphrase`, rule.id)}
            value={text(clause.paraphrase)}
            onChange={(typed) => changeAt(row, { ...clause, paraphrase: ownText(typed) })}
          />
          <Button onClick={() => onChange({ clauses: clauses.filter((one) => one !== clause) })}>
            {t("standards.form.removeClause")}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          const document = documents.findLast(({ own }) => own)?.key ?? documents[0]?.key ?? OUTSIDE;
          onChange({ clauses: [...clauses, { document, clause: "", paraphrase: ownText("") }] });
        }}
      >
        {t("standards.form.addClause")}
      </Button>
    </section>
  );
}

/** Another place in the documents: the line and address that were read belong to the one before. */
function elsewhere(
  { document, clause, paraphrase }: Clause,
  to: Partial<Pick<Clause, "document" | "clause">>,
): Clause {
  return { document, clause, paraphrase, ...to };
}

function Targets({ draft, wrong, onChange }: Props) {
  const { t } = useWords();
  const { targets, rule } = draft;
  const changeAt = (row: number, to: Partial<TargetDraft>) =>
    onChange({ targets: targets.map((one, at) => (at === row ? { ...one, ...to } : one)) });
  return (
    <section aria-label={t("standards.form.targets")}>
      <h5>{t("standards.form.targets")}</h5>
      {targets.map((target, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a year that is being typed is no key
        <div key={row} className="entries target-entries">
          <TextEntry
            label={t("standards.form.targetYear")}
            wrong={wrong(`targets[${row}]`, rule.id) ?? wrong("targets", rule.id)}
            decimal
            value={target.year}
            onChange={(year) => changeAt(row, { year })}
          />
          <TextEntry
            label={t("standards.form.targetValue")}
            decimal
            value={target.value}
            placeholder={t("standards.form.targetUnreadable")}
            onChange={(value) => changeAt(row, { value })}
          />
          <Button onClick={() => onChange({ targets: targets.filter((one) => one !== target) })}>
            {t("standards.form.removeTarget")}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange({ targets: [...targets, { year: "", value: "" }] })}>
        {t("standards.form.addTarget")}
      </Button>
    </section>
  );
}
