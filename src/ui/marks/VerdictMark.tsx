import type { Verdict, VerdictClass } from "../../core/standards/verdict.ts";
import { classOf } from "../../core/standards/verdict.ts";
import { useWords } from "../words.ts";
import "./marks.css";

/** In the order of legends, worst first. */
export const VERDICT_CLASSES = [
  "fail",
  "missing_data",
  "open",
  "pass",
] as const satisfies readonly VerdictClass[];

/** The swatch of a verdict class: hatched where data is missing, dotted where estimated. Decoration beside words. */
export function VerdictSwatch({ of, estimated = false }: { of: VerdictClass; estimated?: boolean }) {
  return <span aria-hidden="true" className={`swatch swatch-${of}${estimated ? " swatch-estimated" : ""}`} />;
}

/** A verdict in a table: its swatch and its word. */
export function VerdictMark({ verdict, estimated = false }: { verdict: Verdict; estimated?: boolean }) {
  const { t } = useWords();
  return (
    <span className="verdict" title={t(`judging.verdictHelp.${verdict}`)}>
      <VerdictSwatch of={classOf(verdict)} estimated={estimated} />
      {t(`judging.verdict.${verdict}`)}
    </span>
  );
}
