import type { RuleFacts, WrittenLine } from "./analysis-shapes.ts";
import type { Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** The one line of arithmetic of every line holds, and its figures are those of the table. */
export function checkArithmetic(tally: Tally, { evidence, ruleOf }: WrittenAnalysis): void {
  for (const { zone, lines } of evidence) {
    for (const line of lines) {
      const at = ["arithmetic-holds", "verdicts.json", `${zone} ${line.rule}`] as const;
      const statements = line.arithmetic.split("; ");
      const asked = askedIn(statements);
      for (const statement of statements) {
        if (statement === "") continue;
        const holds = statementHolds(statement, line, asked, ruleOf(zone, line.rule));
        tally.that(at, holds, "arithmetic that holds", statement);
      }
    }
  }
}

/**
 * `1000 ÷ 100 × 20 = 200 m²` · `150 < 200` · `200 − 150 = 50 m²` · a figure alone. Where more may count, what there is and
 * what is missing have two ends: `0…2 < 2.24`, `3 − 0…2 = 1…3`. So has what is asked for where people are known as a band;
 * the low end is compared, and the high one is that of the table.
 */
function statementHolds(
  statement: string,
  line: WrittenLine,
  asked: AskedFor,
  rule: RuleFacts | undefined,
): boolean {
  const whole = rule?.unit === "slot" || rule?.unit === "bed";
  const shown = (value: number) => (whole ? Math.ceil(Number(value.toFixed(6))) : value);
  const isShown = (value: number, as: number | undefined) => close(value, as) || close(shown(value), as);

  const product = PRODUCT.exec(statement);
  if (product) {
    const [, bases = "", per = "1", threshold = "", results = "", rounded] = product;
    const found = numbersIn(results);
    const rate = numberOf(threshold) / numberOf(per);
    return (
      numbersIn(bases).every((base, end) => close(base * rate, found[end])) &&
      (rounded === undefined || areClose(found.map(shown), numbersIn(rounded))) &&
      (line.required === undefined || isShown(found.at(-1) ?? Number.NaN, line.required))
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
      isSupply(supplied, line, asked) &&
      isShown(required, asked.least ?? line.required)
    );
  }
  const difference = DIFFERENCE.exec(statement);
  if (difference) {
    const [, from = "", supplied = "", lacks = "", rounded] = difference;
    const [needed, given, lack] = [from, supplied, lacks].map(numbersIn) as [number[], number[], number[]];
    // The least that is asked for, and the most that there is, leave the least missing.
    const least = (needed[0] ?? Number.NaN) - (given.at(-1) ?? Number.NaN);
    const most = (needed.at(-1) ?? Number.NaN) - (given[0] ?? Number.NaN);
    return (
      close(needed.at(-1) ?? Number.NaN, line.required) &&
      isSupply(given, line, asked) &&
      close(least, lack[0]) &&
      close(most, lack.at(-1)) &&
      (rounded === undefined || areClose(lack.map(shown), numbersIn(rounded))) &&
      (line.missing === undefined || close(shown(lack.at(-1) ?? Number.NaN), line.missing))
    );
  }
  return ALONE.test(statement);
}

const NUMBER = String.raw`≈?−?\d+(?:\.\d+)?`;
const RANGE = `${NUMBER}(?:…${NUMBER})?`;
const UNIT = String.raw`(?: [^\d\s]+)?`;
const PRODUCT = new RegExp(
  `^(${RANGE}) (?:÷ (${NUMBER}) )?× (${NUMBER}) = (${RANGE})(?: → (${RANGE}))?${UNIT}$`,
  "u",
);
const COMPARISON = new RegExp(`^(${RANGE}) ([<>≤≥]) (${NUMBER})$`, "u");
const DIFFERENCE = new RegExp(`^(${RANGE}) − (${RANGE}) = (${RANGE})(?: → (${RANGE}))?${UNIT}$`, "u");
/** A threshold, a supply, or a product of which one factor is not known. */
const ALONE = new RegExp(`^(?:\\? ÷ ${NUMBER} × ${NUMBER}|${NUMBER}${UNIT})$`, "u");

/** What a line asks for, as its product and its difference say. */
interface AskedFor {
  /** Unrounded, at the low end of the people unless the high one is met; absent where no product says it. */
  readonly least: number | undefined;
  /** How much less it may be than at the high end, where something is lacked. */
  readonly doubt: number;
}

function askedIn(statements: readonly string[]): AskedFor {
  const matched = (pattern: RegExp, group: number) =>
    statements.flatMap((statement) => numbersIn(pattern.exec(statement)?.[group] ?? ""));
  const needed = matched(DIFFERENCE, 1);
  return { least: matched(PRODUCT, 4)[0], doubt: (needed.at(-1) ?? 0) - (needed[0] ?? 0) };
}

/** What surely counts, and with what only may, where it stands too: with what may not be asked for, that is in doubt. */
function isSupply([sure, most = sure]: readonly number[], line: WrittenLine, { doubt }: AskedFor): boolean {
  if (sure === undefined || most === undefined || !close(sure, line.provided)) return false;
  return close(most - sure + doubt, line.perhaps ?? 0) && (line.perhaps === undefined || line.perhaps > 0);
}

function areClose(all: readonly number[], others: readonly number[]): boolean {
  return all.length === others.length && all.every((each, at) => close(each, others[at]));
}

function numbersIn(range: string): readonly number[] {
  return range === "" ? [] : range.split("…").map(numberOf);
}

function numberOf(text: string | undefined): number {
  return Number((text ?? "").replace("≈", "").replace("−", "-"));
}

/** `≈` is to the sixth decimal. */
function close(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= 2e-6 * Math.max(1, Math.abs(a));
}
