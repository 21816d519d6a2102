import { useWords } from "../words.ts";

export interface KindName {
  readonly code: string;
  readonly name: string;
}

/** Every name and code that a column of kinds may hold, for those who have to correct one. */
export function KindNames({ kinds }: { readonly kinds: readonly KindName[] }) {
  const { t } = useWords();
  return (
    <details className="kind-names">
      <summary>{t("importing.kindNames")}</summary>
      <ul>
        {kinds.map(({ code, name }) => (
          <li key={code}>
            {name} <code>{code}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
