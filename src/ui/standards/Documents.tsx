import type { PolicyDocument } from "../../core/standards/clause.ts";
import { useWords } from "../words.ts";

/** The documents a pack stands on: title, number, date, status. */
export function Documents({ of }: { readonly of: readonly PolicyDocument[] }) {
  const { t, text } = useWords();
  if (of.length === 0) return <p className="remark">{t("standards.documentsNone")}</p>;
  return (
    <ul className="pack-documents">
      {of.map(({ key, title, number, issued, status, note }) => (
        <li key={key}>
          {[text(title), number, issued, t(`evidence.documentStatus.${status}`)].filter(Boolean).join(" · ")}
          {note && <p className="remark">{text(note)}</p>}
        </li>
      ))}
    </ul>
  );
}
