import type { Issue } from "../../core/base/issue.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/**
 * What is wrong with a typed value, and the mend. Of a file the same issue says besides what an import made of it, which
 * here nobody did.
 */
export function wrongWords(issue: Issue, { t, sentence }: Pick<Speech, "t" | "sentence">): string {
  const code = TOLD_IN_FORMS.find((one) => one === issue.code);
  if (code === undefined) return sentence(issue);
  const isYear = YEARS.has(issue.at.column ?? "");
  const facts = Object.entries(issue.facts).map(([name, fact]) => [
    name,
    typeof fact === "number" && !isYear ? formatNumber(fact, 9) : String(fact),
  ]);
  return t(
    `editing.wrong.${code}`,
    Object.fromEntries(facts) as Record<"value" | "least" | "most" | "lon" | "lat" | "kind", string>,
  );
}

/** Calendar years have no thousands. */
const YEARS: ReadonlySet<string> = new Set(["earliest", "opens"]);

const TOLD_IN_FORMS = [
  "value.no-number",
  "value.estimate",
  "value.range",
  "value.too-many-digits",
  "value.no-storey",
  "value.no-whole",
  "value.out-of-range",
  "value.no-day",
  "value.no-flag",
  "value.unknown-word",
  "place.half",
  "place.swapped",
  "place.no-degrees",
  "place.zero",
  "place.ambiguous",
  "row.id-missing",
  "row.place-missing",
  "row.kind-missing",
  "row.kind-unknown",
  "row.pooling-incomplete",
] as const;
