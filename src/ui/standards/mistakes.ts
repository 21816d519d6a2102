import type { Issue } from "../../core/base/issue.ts";
import type { Speech } from "../words.ts";

/** What is wrong with one field of the form, if anything is. `rule`: a field of that rule. */
export type WrongAt = (column: string, rule?: string) => string | undefined;

/** The sentences of issues by the fields they stand at. */
export function wrongAt(issues: readonly Issue[], speech: Speech): WrongAt {
  const sentences = new Map(issues.map((issue) => [keyOf(issue.at), sentenceAt(issue, speech)]));
  return (column, rule) => sentences.get(keyOf(rule === undefined ? { column } : { id: rule, column }));
}

/** Rules with a field that is wrong behind their details. */
export function rulesWithHiddenMistakes(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(
    issues.flatMap(({ at }) =>
      at.id !== undefined && at.column !== undefined && !SEEN.has(at.column) ? [at.id] : [],
    ),
  );
}

/** An empty field is no mistake while the form is still being filled in. */
export function isMerelyEmpty({ code }: Issue): boolean {
  return code === "pack.member-missing" || code === "pack.dangling";
}

/** Fields of a rule that are always in view. */
const SEEN = new Set(["threshold", "per", "estateStatus", "severity"]);

function keyOf({ id = "", column = "" }: { readonly id?: string; readonly column?: string }): string {
  return `${id} ${column}`;
}

/** Short, since the field is in view: no path, no name of the file. */
function sentenceAt(issue: Issue, { t, sentence }: Speech): string {
  switch (issue.code) {
    case "pack.member-missing":
      return t("standards.wrong.missing");
    case "pack.wrong-form":
      return t("standards.wrong.form", { expected: issue.facts.expected });
    case "pack.number-too-low":
      return t("standards.wrong.low", { least: issue.facts.least });
    case "pack.duplicate":
      return t("standards.wrong.twice", { id: issue.facts.id });
    case "pack.dangling":
      return t("standards.wrong.dangling", { id: issue.facts.id });
    case "pack.band-reversed":
      return t("standards.wrong.band");
    case "pack.member-not-of-type":
      return t("standards.wrong.needsNumber");
    default:
      return sentence(issue);
  }
}
