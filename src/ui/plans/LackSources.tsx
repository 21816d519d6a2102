import { useWords } from "../words.ts";
import type { LackSource } from "./lack-source.ts";
import { sourceSentences } from "./source-words.ts";
import "./plans.css";

/** Why plans count other amounts than stand on top of the page. */
export function LackSources({ of }: { readonly of: readonly LackSource[] }) {
  const words = useWords();
  const told = sourceSentences(of, words);
  if (told.length === 0) return null;
  return (
    <details className="plan-sources">
      <summary>{words.t("plans.sources.title")}</summary>
      {told.map((said) => (
        <p key={said} className="remark">
          {said}
        </p>
      ))}
    </details>
  );
}
