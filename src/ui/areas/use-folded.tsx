import { type ReactNode, useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

/** The first rows of a list, and a button for the others where there are any. */
export function useFolded<Row>(
  rows: readonly Row[],
  first: number,
): { readonly shown: readonly Row[]; readonly fold: ReactNode } {
  const { t } = useWords();
  const [all, showAll] = useState(false);
  const more = rows.length - first;
  return {
    shown: all ? rows : rows.slice(0, first),
    fold: more > 0 && (
      <button type="button" className="link" aria-expanded={all} onClick={() => showAll(!all)}>
        {all ? t("areas.less") : t("areas.more", counted(more))}
      </button>
    ),
  };
}
