import { useWords } from "../words.ts";
import { fieldWords } from "./field-words.ts";
import { columnName, type FormGroup } from "./form-fields.ts";
import type { Texts } from "./RowForm.tsx";
import "../evidence/evidence.css";
import "./row-facts.css";

interface Props {
  readonly title: string;
  /** The fields of its form. */
  readonly groups: readonly FormGroup[];
  readonly texts: Texts;
}

/** What a row says, field by field as its form has them, and in one line what it does not say. */
export function RowFacts({ title, groups, texts }: Props) {
  const words = useWords();
  const { t } = words;
  const fields = groups.flatMap((group) => group.fields);
  const unsaid = fields.filter(({ column }) => !texts[column]);
  return (
    <section className="evidence row-facts" aria-label={title}>
      <h3>{title}</h3>
      <dl className="facility-facts">
        {fields
          .filter(({ column }) => texts[column])
          .map((field) => (
            <div key={field.column}>
              <dt>{columnName(field.column, t)}</dt>
              <dd>{fieldWords(field, texts[field.column], words)}</dd>
            </div>
          ))}
      </dl>
      {unsaid.length > 0 && (
        <p className="remark">
          {t("editing.unsaid", {
            fields: unsaid.map(({ column }) => columnName(column, t)).join(t("editing.listMark")),
          })}
        </p>
      )}
    </section>
  );
}
