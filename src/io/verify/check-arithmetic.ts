import type { RuleFacts, WrittenLine } from "./analysis-shapes.ts";
import type { Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** The one line of arithmetic of every line holds, and its figures are those of the table. */
export function checkArithmetic(tally: Tally, { evidence, ruleOf }: WrittenAnalysis): void {
  for (const { zone, lines } of evidence) {
    for (const line of lines) {
      const at = ["arithmetic-holds", "verdicts.json", `${zone} ${line.rule}`] as const;
      for (const statement of line.arithmetic.split("; ")) {
        if (statement === "") continue;
        const holds = statementHolds(statement, line, ruleOf(zone, line.rule));
        tally.that(at, holds, "arithmetic that holds", statement);
      }
    }
  }
}

/** `1000 ÷ 100 × 20 = 200 m²` · `150 < 200` · `200 − 150 = 50 m²` · a figure alone. */
function statementHolds(statement: string, line: WrittenLine, rule: RuleFacts | undefined): boolean {
  const whole = rule?.unit === "slot" || rule?.unit === "bed";
  const shown = (value: number) => (whole ? Math.ceil(Number(value.toFixed(6))) : value);

  const product = PRODUCT.exec(statement);
  if (product) {
    const [, bases = "", per = "1", threshold = "", results = "", rounded] = product;
    const found = numbersIn(results);
    const rate = numberOf(threshold) / numberOf(per);
    return (
      numbersIn(bases).every((base, end) => close(base * rate, found[end])) &&
      (rounded === undefined || numberOf(rounded) === shown(found[0] ?? Number.NaN)) &&
      (line.required === undefined ||
        found.some((each) => close(shown(each), line.required) || close(each, line.required)))
    );
  }
  const comparison = COMPARISON.exec(statement);
  if (comparison) {
    const [actual, required] = [numberOf(comparison[1]), numberOf(comparison[3])];
    const holds = {
      "<": actual < required,
      ">": actual > required,
      "≤": actual <= required,
      "≥": actual >= required,
    };
    return (
      holds[comparison[2] as keyof typeof holds] &&
      close(actual, line.provided) &&
      (close(required, line.required) || close(shown(required), line.required))
    );
  }
  const difference = DIFFERENCE.exec(statement);
  if (difference) {
    const [asked, given, lack] = difference.slice(1, 4).map(numberOf) as [number, number, number];
    const missing = line.missing === undefined || close(shown(lack), line.missing);
    return (
      close(asked - given, lack) && close(asked, line.required) && close(given, line.provided) && missing
    );
  }
  return ALONE.test(statement);
}

const NUMBER = String.raw`≈?−?\d+(?:\.\d+)?`;
const UNIT = String.raw`(?: [^\d\s]+)?`;
const PRODUCT = new RegExp(
  `^(${NUMBER}(?:…${NUMBER})?) (?:÷ (${NUMBER}) )?× (${NUMBER}) = (${NUMBER}(?:…${NUMBER})?)(?: → (${NUMBER}))?${UNIT}$`,
  "u",
);
const COMPARISON = new RegExp(`^(${NUMBER}) ([<>≤≥]) (${NUMBER})$`, "u");
const DIFFERENCE = new RegExp(`^(${NUMBER}) − (${NUMBER}) = (${NUMBER})${UNIT}$`, "u");
/** A threshold, a supply, or a product of which one factor is not known. */
const ALONE = new RegExp(`^(?:\\? ÷ ${NUMBER} × ${NUMBER}|${NUMBER}${UNIT})$`, "u");

function numbersIn(range: string): readonly number[] {
  return range.split("…").map(numberOf);
}

function numberOf(text: string | undefined): number {
  return Number((text ?? "").replace("≈", "").replace("−", "-"));
}

/** `≈` is to the sixth decimal. */
function close(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= 2e-6 * Math.max(1, Math.abs(a));
}
