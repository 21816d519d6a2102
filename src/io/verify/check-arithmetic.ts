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

/**
 * `1000 ÷ 100 × 20 = 200 m²` · `150 < 200` · `200 − 150 = 50 m²` · a figure alone. Where more may count, what there is and
 * what is missing have two ends: `0…2 < 2.24`, `3 − 0…2 = 1…3`.
 */
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
    const [supplied, required] = [numbersIn(comparison[1] ?? ""), numberOf(comparison[3])];
    const actual = supplied.at(-1) ?? Number.NaN;
    const holds = {
      "<": actual < required,
      ">": actual > required,
      "≤": actual <= required,
      "≥": actual >= required,
    };
    return (
      holds[comparison[2] as keyof typeof holds] &&
      isSupply(supplied, line) &&
      (close(required, line.required) || close(shown(required), line.required))
    );
  }
  const difference = DIFFERENCE.exec(statement);
  if (difference) {
    const [, asked = "", supplied = "", lacks = ""] = difference;
    const [given, lack] = [numbersIn(supplied), numbersIn(lacks)];
    const most = lack.at(-1) ?? Number.NaN;
    return (
      close(numberOf(asked), line.required) &&
      isSupply(given, line) &&
      // The least that there is leaves the most missing.
      lack.toReversed().every((each, end) => close(numberOf(asked) - (given[end] ?? Number.NaN), each)) &&
      given.length === lack.length &&
      (line.missing === undefined || close(shown(most), line.missing))
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
const RANGE = `${NUMBER}(?:…${NUMBER})?`;
const COMPARISON = new RegExp(`^(${RANGE}) ([<>≤≥]) (${NUMBER})$`, "u");
const DIFFERENCE = new RegExp(`^(${NUMBER}) − (${RANGE}) = (${RANGE})${UNIT}$`, "u");
/** A threshold, a supply, or a product of which one factor is not known. */
const ALONE = new RegExp(`^(?:\\? ÷ ${NUMBER} × ${NUMBER}|${NUMBER}${UNIT})$`, "u");

/** What surely counts, and with what only may, where it stands too. */
function isSupply([sure, most]: readonly number[], { provided, perhaps }: WrittenLine): boolean {
  if (sure === undefined || !close(sure, provided)) return false;
  return most === undefined ? perhaps === undefined : close(most - sure, perhaps);
}

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
