import { compare, type Exact, exact, largest, minus, over, times, ZERO } from "../base/decimal.ts";
import type { Line, LineNote } from "./judgement.ts";
import type { FloorRule, PopulationBase, RatioRule, Rule, RuleUnit, UnspecifiedRule } from "./rule.ts";
import type { RuleInForce } from "./select-rules.ts";
import type { Supplied } from "./supplied.ts";
import type { Verdict } from "./verdict.ts";

/** People that a ratio is taken of. A declared number has equal ends; a coefficient gives a band. */
export interface PeopleBase {
  readonly low: Exact;
  readonly high: Exact;
  readonly estimated: boolean;
  readonly notes: readonly LineNote[];
}

/**
 * `supply × per ≥ threshold × base`. With a band: met at the high end is a pass, missed at the low end is a fail, both
 * shown for the end that decided; between them the data do not suffice.
 */
export function ratioLine(
  { rule, threshold, rate, notes }: RuleInForce<RatioRule>,
  people: PeopleBase | undefined,
  supplied: Supplied | undefined,
): Line {
  const least = people && rate && times(rate, people.low);
  const most = people && rate && (people.low === people.high ? least : times(rate, people.high));
  const found = comparison(least, most, supplied);
  const band = people !== undefined && people.low !== people.high;
  const estimated = people?.estimated === true;
  const end = found.verdict === "pass" ? people?.high : band && !found.required ? undefined : people?.low;
  const needed =
    found.verdict === "insufficient_data" && rate !== undefined
      ? neededBase(rule.base, rate, people, supplied)
      : undefined;
  return {
    ...head(rule, supplied),
    ...found,
    verdict: labelled(found.verdict, estimated, supplied),
    ...(threshold !== undefined && { threshold }),
    base: {
      name: rule.base,
      per: rule.per,
      ...(end && { value: end }),
      ...(band && { band: { low: people.low, high: people.high } }),
    },
    estimated,
    ...(needed && { needed }),
    notes: notesOf(notes, people?.notes ?? NONE, supplied),
  };
}

/** `supply ≥ threshold`; where slots go with the area, it passes only with them. `slots` are those of the same place. */
export function floorLine(
  { rule, threshold, rate, notes }: RuleInForce<FloorRule>,
  supplied: Supplied | undefined,
  slots?: Supplied,
): Line {
  const found = comparison(rate, rate, supplied);
  const verdict = found.verdict === "pass" ? slotsVerdict(rule, slots) : found.verdict;
  return {
    ...head(rule, supplied),
    ...found,
    verdict: labelled(verdict, false, supplied),
    ...(threshold !== undefined && { threshold }),
    estimated: false,
    notes: notesOf(notes, NONE, supplied),
  };
}

/** The document asks for it and gives no number: neither a pass nor a fail, whatever there is. */
export function unspecifiedLine(
  { rule }: RuleInForce<UnspecifiedRule>,
  supplied: Supplied | undefined,
): Line {
  return {
    ...head(rule, supplied),
    verdict: "not_specified",
    ...(supplied && supplied.atMost === undefined && { actual: supplied.amount }),
    ...(rule.base && rule.per !== undefined && { base: { name: rule.base, per: rule.per } }),
    estimated: false,
    notes: ["no-number-in-document"],
  };
}

/** Units counted one by one: what is asked of them is shown rounded up. */
export function isCounted(unit: RuleUnit): boolean {
  return unit === "slot" || unit === "bed" || unit === "facility" || unit === "community";
}

type Compared = Pick<Line, "verdict" | "required" | "actual" | "shortage">;

/** `least` and `most` are what is required at the low and at the high end of the people. */
function comparison(
  least: Exact | undefined,
  most: Exact | undefined,
  supplied: Supplied | undefined,
): Compared {
  const certain = supplied?.atMost === undefined;
  const actual = supplied && certain && { actual: supplied.amount };
  if (supplied === undefined || least === undefined || most === undefined) {
    const known = least !== undefined && least === most && { required: least };
    return { verdict: "insufficient_data", ...known, ...actual };
  }
  if (compare(supplied.amount, most) >= 0) {
    return { verdict: "pass", required: most, actual: supplied.amount, shortage: ZERO };
  }
  const ceiling = supplied.atMost ?? supplied.amount;
  if (ceiling !== "unbounded" && compare(ceiling, least) < 0) {
    const shortage = largest(minus(least, ceiling), ZERO);
    return { verdict: "fail", required: least, actual: ceiling, shortage };
  }
  return { verdict: "insufficient_data", ...(least === most && { required: least }), ...actual };
}

function slotsVerdict({ andSlots }: FloorRule, slots: Supplied | undefined): Verdict {
  if (andSlots === undefined) return "pass";
  const needed = exact(andSlots);
  return comparison(needed, needed, slots).verdict;
}

function labelled(verdict: Verdict, estimated: boolean, supplied: Supplied | undefined): Verdict {
  if (verdict !== "pass") return verdict;
  if (supplied?.screening === true) return "needs_ruling";
  return estimated ? "pass_estimated" : "pass";
}

/** Up to how many people the supply would do, where their number is what is missing. */
function neededBase(
  base: PopulationBase,
  rate: Exact,
  people: PeopleBase | undefined,
  supplied: Supplied | undefined,
): Line["needed"] {
  const open = people === undefined || people.low !== people.high;
  if (!open || supplied === undefined || supplied.atMost !== undefined || rate.numerator === 0n)
    return undefined;
  return { base, atMost: over(supplied.amount, rate) };
}

function head(rule: Rule & { readonly unit: RuleUnit }, supplied: Supplied | undefined) {
  return {
    rule: rule.id,
    severity: rule.severity,
    unit: rule.unit,
    whole: isCounted(rule.unit) && supplied?.fractional !== true,
  };
}

function notesOf(
  rule: readonly LineNote[],
  people: readonly LineNote[],
  supplied: Supplied | undefined,
): readonly LineNote[] {
  if (supplied?.screening !== true) return people.length === 0 ? rule : [...rule, ...people];
  return [...rule, ...people, "screening-method"];
}

const NONE: readonly LineNote[] = [];
