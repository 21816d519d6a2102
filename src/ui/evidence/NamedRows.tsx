import { useFolded } from "../areas/use-folded.tsx";
import { useWords } from "../words.ts";

export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly onOpen: (id: string) => void;
}

const NAMED_AT_FIRST = 3;

/** Rows by name in one line: a few, and how many more. */
export function NamedRows({ lead, rows }: { readonly lead: string; readonly rows: readonly NamedRow[] }) {
  const { t } = useWords();
  const { shown, fold } = useFolded(rows, NAMED_AT_FIRST);
  if (rows.length === 0) return null;
  return (
    <p className="remark named-rows">
      {lead}
      {shown.map(({ id, name, onOpen }, at) => (
        <span key={id}>
          {at > 0 && t("screen.headline.and")}
          <button type="button" className="link" onClick={() => onOpen(id)}>
            {name}
          </button>
        </span>
      ))}
      {fold}
    </p>
  );
}
