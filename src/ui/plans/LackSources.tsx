import { useWords } from "../words.ts";
import type { LackSource } from "./lack-source.ts";
import { LEAST_TOLD, sourceSentence } from "./source-words.ts";
import "./plans.css";

/** Why plans count other amounts than stand on top of the page. */
export function LackSources({ of }: { readonly of: readonly LackSource[] }) {
  const words = useWords();
  const told = of.filter(
    ({ judged, open, rounding, elsewhere }) =>
      judged + open > 0 && Math.abs(open - rounding - elsewhere) >= LEAST_TOLD,
  );
  if (told.length === 0) return null;
  return (
    <details className="plan-sources">
      <summary>{words.t("plans.sources.title")}</summary>
      {told.map((each) => (
        <p key={each.metric} className="remark">
          {sourceSentence(each, words)}
        </p>
      ))}
    </details>
  );
}
