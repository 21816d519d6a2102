import { type Field, HEADINGS } from "../../columns.ts";

/** The heading of a column that is read back: our own name, or the first Chinese one. */
export function headingOf(field: Field, language: "zh" | "en"): string {
  const known: readonly string[] = HEADINGS[field];
  const chinese = language === "zh" ? known.find((heading) => /\p{Script=Han}/u.test(heading)) : undefined;
  return chinese ?? known[0] ?? field;
}
