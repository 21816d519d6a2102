import { Button } from "antd";
import type { PolicyDocument } from "../../core/standards/clause.ts";
import { blankDocument, type DocumentDraft, type PackDraft } from "../../core/standards/pack-draft.ts";
import { useWords } from "../words.ts";
import { ChoiceEntry, TextEntry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";
import { ownText } from "./own-text.ts";

interface Props {
  readonly draft: PackDraft;
  readonly wrong: WrongAt;
  readonly onChange: (change: Partial<PackDraft>) => void;
}

const STATUSES = [
  "issued",
  "issued_unnumbered",
  "draft",
  "descriptive",
  "secondary",
] as const satisfies readonly PolicyDocument["status"][];

/** The documents the pack stands on: those of the original to read, one's own to enter. */
export function DocumentFields({ draft: { documents }, wrong, onChange }: Props) {
  const { t, text } = useWords();
  const changeAt = (row: number, to: Partial<DocumentDraft>) =>
    onChange({ documents: documents.map((one, at) => (at === row ? { ...one, ...to } : one)) });
  return (
    <fieldset>
      <legend>{t("standards.form.documents")}</legend>
      {documents.map((document, row) =>
        document.own ? (
          <div key={document.key} className="entries document-entries">
            <TextEntry
              label={t("standards.form.documentTitle")}
              wrong={wrong(`documents[${row}].title`)}
              value={text(document.title)}
              onChange={(typed) => changeAt(row, { title: ownText(typed) })}
            />
            <TextEntry
              label={t("standards.form.documentNumber")}
              wrong={wrong(`documents[${row}].number`)}
              value={document.number}
              onChange={(number) => changeAt(row, { number })}
            />
            <TextEntry
              label={t("standards.form.documentIssued")}
              wrong={wrong(`documents[${row}].issued`)}
              value={document.issued}
              placeholder={t("standards.form.dayPlaceholder")}
              onChange={(issued) => changeAt(row, { issued })}
            />
            <ChoiceEntry
              label={t("standards.form.documentStatus")}
              value={document.status}
              options={STATUSES.map((value) => ({ value, label: t(`evidence.documentStatus.${value}`) }))}
              onChange={(status) => changeAt(row, { status })}
            />
            <Button onClick={() => onChange({ documents: documents.filter((one) => one !== document) })}>
              {t("standards.form.removeDocument")}
            </Button>
          </div>
        ) : (
          <p key={document.key} className="kept-document">
            {text(document.title)} · {t(`evidence.documentStatus.${document.status}`)}{" "}
            <span className="remark">{t("standards.form.keptDocument")}</span>
          </p>
        ),
      )}
      <Button onClick={() => onChange({ documents: [...documents, blankDocument(documents)] })}>
        {t("standards.form.addDocument")}
      </Button>
    </fieldset>
  );
}
