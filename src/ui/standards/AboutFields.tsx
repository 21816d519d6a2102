import type { PackDraft } from "../../core/standards/pack-draft.ts";
import { useWords } from "../words.ts";
import { TextEntry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";
import { ownText } from "./own-text.ts";

interface Props {
  readonly draft: PackDraft;
  readonly wrong: WrongAt;
  readonly onChange: (change: Partial<PackDraft>) => void;
}

/** What the pack is, where it holds, and who stands for it. */
export function AboutFields({ draft, wrong, onChange }: Props) {
  const { t, text } = useWords();
  const band = wrong("populationCoefficient");
  return (
    <>
      <fieldset className="entries">
        <legend>{t("standards.form.about")}</legend>
        <TextEntry
          label={t("standards.form.name")}
          wrong={wrong("title")}
          value={text(draft.title)}
          placeholder={draft.start === "template" ? t("standards.form.namePlaceholder") : undefined}
          onChange={(typed) => onChange({ title: ownText(typed) })}
        />
        <TextEntry
          label={t("standards.form.id")}
          wrong={wrong("id")}
          help={draft.start === "edit" ? undefined : t("standards.form.idHelp")}
          value={draft.start === "edit" ? draft.base.id : draft.id}
          disabled={draft.start === "edit"}
          onChange={(id) => onChange({ id })}
        />
        <TextEntry
          label={t("standards.form.city")}
          wrong={wrong("city")}
          value={text(draft.city)}
          onChange={(typed) => onChange({ city: ownText(typed) })}
        />
        <TextEntry
          label={t("standards.form.codes")}
          wrong={wrong("adminCodes")}
          help={t("standards.form.codesHelp")}
          value={draft.adminCodes}
          onChange={(adminCodes) => onChange({ adminCodes })}
        />
        <TextEntry
          label={t("standards.form.validTo")}
          wrong={wrong("validTo")}
          value={draft.validTo}
          placeholder={t("standards.form.dayPlaceholder")}
          onChange={(validTo) => onChange({ validTo })}
        />
        <TextEntry
          label={t("standards.form.low")}
          wrong={wrong("populationCoefficient.low") ?? band}
          decimal
          value={draft.low}
          onChange={(low) => onChange({ low })}
        />
        <TextEntry
          label={t("standards.form.high")}
          wrong={wrong("populationCoefficient.high")}
          decimal
          value={draft.high}
          onChange={(high) => onChange({ high })}
        />
      </fieldset>
      <fieldset className="entries">
        <legend>{t("standards.form.who")}</legend>
        <TextEntry
          label={t("standards.form.enteredBy")}
          wrong={wrong("custom.enteredBy")}
          value={draft.enteredBy}
          onChange={(enteredBy) => onChange({ enteredBy })}
        />
        <TextEntry
          label={t("standards.form.checkedBy")}
          wrong={wrong("custom.checkedBy")}
          help={t("standards.form.checkedByHelp")}
          value={draft.checkedBy}
          onChange={(checkedBy) => onChange({ checkedBy })}
        />
        <TextEntry
          label={t("standards.form.date")}
          wrong={wrong("custom.date")}
          value={draft.date}
          placeholder={t("standards.form.dayPlaceholder")}
          onChange={(date) => onChange({ date })}
        />
      </fieldset>
    </>
  );
}
