import { compare, type Exact, exact, largest, minus, over, times, ZERO } from "../base/decimal.ts";
import type { Line, LineBase, LineNote } from "./judgement.ts";
import type { FloorRule, PopulationBase, RatioRule, Rule, RuleUnit, UnspecifiedRule } from "./rule.ts";
import type { RuleInForce } from "./select-rules.ts";
import type { Supplied } from "./supplied.ts";
import { isPass, type Verdict } from "./verdict.ts";

/** People that a ratio is taken of. A declared number has equal ends; a coefficient gives a band. */
export interface PeopleBase {
  readonly low: Exact;
  readonly high: Exact;
  readonly estimated: boolean;
  /** Counted as the rule may not mean it: never a pass. */
  readonly doubtful?: boolean;
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
  const line = startedLine(rule, supplied, notesOf(notes, people?.notes ?? NONE, supplied));
  if (threshold !== undefined) line.threshold = threshold;
  line.estimated = people?.estimated === true || supplied?.estimated === true;
  compareSupply(line, least, most, supplied);
  line.base = basis(rule, people, line);
  if (line.verdict === "insufficient_data" && rate !== undefined) {
    const needed = neededBase(rule.base, rate, people, supplied);
    if (needed !== undefined) line.needed = needed;
  }
  line.verdict = labelled(line.verdict, line.estimated, supplied);
  if (people?.doubtful === true && isPass(line.verdict)) line.verdict = "needs_ruling";
  return line;
}

/** `supply ≥ threshold`; where slots go with the area, it passes only with them. `slots` are those of the same place. */
export function floorLine(
  { rule, threshold, rate, notes }: RuleInForce<FloorRule>,
  supplied: Supplied | undefined,
  slots?: Supplied,
): Line {
  const line = startedLine(rule, supplied, notesOf(notes, NONE, supplied));
  if (threshold !== undefined) line.threshold = threshold;
  line.estimated = supplied?.estimated === true;
  compareSupply(line, rate, rate, supplied);
  if (isPass(line.verdict) && rule.andSlots !== undefined) {
    const withSlots = slotsVerdict(rule.andSlots, slots);
    if (withSlots === "pass") contest(line, exact(rule.andSlots), slots);
    else line.verdict = withSlots;
  }
  line.verdict = labelled(line.verdict, line.estimated, supplied);
  return line;
}

/**
 * `each room ≥ threshold`, for a rule on the single rooms of an estate, whatever they add up to. It fails where none is
 * large enough; where only some are, the document does not say whether they do.
 */
export function singleRoomLine(
  { rule, threshold, rate, notes }: RuleInForce<FloorRule>,
  supplied: Supplied | undefined,
): Line {
  const line = startedLine(rule, supplied, notesOf(notes, NONE, supplied));
  if (threshold !== undefined) line.threshold = threshold;
  if (rate === undefined) return line;
  line.required = rate;
  const { smallest, largest } = supplied?.rooms ?? {};
  if (smallest !== undefined && compare(smallest, rate) >= 0) {
    line.verdict = labelled("pass", false, supplied);
    line.actual = smallest;
    line.shortage = ZERO;
  } else if (largest !== undefined && compare(largest, rate) < 0) {
    line.verdict = "fail";
    line.actual = largest;
    line.shortage = minus(rate, largest);
  } else if (smallest !== undefined && largest !== undefined) {
    line.verdict = "needs_ruling";
  }
  return line;
}

/** The document asks for it and gives no number: neither a pass nor a fail, whatever there is. */
export function unspecifiedLine(
  { rule }: RuleInForce<UnspecifiedRule>,
  supplied: Supplied | undefined,
): Line {
  const line = startedLine(rule, supplied, ["no-number-in-document"]);
  line.verdict = "not_specified";
  if (supplied !== undefined && supplied.atMost === undefined) line.actual = supplied.amount;
  if (rule.base !== undefined && rule.per !== undefined) line.base = { name: rule.base, per: rule.per };
  return line;
}

/** Units counted one by one: what is asked of them is shown rounded up. */
export function isCounted(unit: RuleUnit): boolean {
  return unit === "slot" || unit === "bed" || unit === "facility" || unit === "community";
}

/** A line being written: filled member by member, since there are hundreds of thousands of them. */
type OpenLine = { -readonly [Member in keyof Line]: Line[Member] };

function startedLine(
  rule: Rule & { readonly unit: RuleUnit },
  supplied: Supplied | undefined,
  notes: readonly LineNote[],
): OpenLine {
  return {
    rule: rule.id,
    verdict: "insufficient_data",
    severity: rule.severity,
    unit: rule.unit,
    whole: isCounted(rule.unit) && supplied?.fractional !== true,
    estimated: false,
    notes,
  };
}

/** `least` and `most` are what is required at the low and at the high end of the people. */
function compareSupply(
  line: OpenLine,
  least: Exact | undefined,
  most: Exact | undefined,
  supplied: Supplied | undefined,
): void {
  if (supplied !== undefined && least !== undefined && most !== undefined) {
    if (compare(supplied.amount, most) >= 0) {
      line.verdict = "pass";
      line.required = most;
      line.actual = supplied.amount;
      line.shortage = ZERO;
      contest(line, most, supplied);
      return;
    }
    const ceiling = supplied.atMost ?? supplied.amount;
    if (ceiling !== "unbounded" && compare(ceiling, least) < 0) {
      line.verdict = "fail";
      line.required = least;
      line.actual = ceiling;
      if (compare(ceiling, supplied.amount) > 0) line.sure = supplied.amount;
      line.shortage = largest(minus(least, ceiling), ZERO);
      return;
    }
  }
  line.verdict = "insufficient_data";
  if (least !== undefined && least === most) line.required = least;
  if (supplied !== undefined && supplied.atMost === undefined) line.actual = supplied.amount;
}

/** A pass by rooms that zones of unknown need may use is not a plain one. */
function contest(line: OpenLine, required: Exact, supplied: Supplied | undefined): void {
  if (line.verdict !== "pass" || supplied?.uncontested === undefined) return;
  if (compare(supplied.uncontested, required) >= 0) return;
  line.verdict = "pass_with_notes";
  line.notes = [...line.notes, OTHERS_MAY_USE];
}

function slotsVerdict(andSlots: number, slots: Supplied | undefined): Verdict {
  const needed = exact(andSlots);
  if (slots === undefined) return "insufficient_data";
  if (compare(slots.amount, needed) >= 0) return "pass";
  const ceiling = slots.atMost ?? slots.amount;
  return ceiling !== "unbounded" && compare(ceiling, needed) < 0 ? "fail" : "insufficient_data";
}

function labelled(verdict: Verdict, estimated: boolean, supplied: Supplied | undefined): Verdict {
  if (verdict !== "pass") return verdict;
  if (supplied?.screening === true) return "needs_ruling";
  return estimated ? "pass_estimated" : "pass";
}

/** The base with the end that decided, if one did. */
function basis(rule: RatioRule, people: PeopleBase | undefined, line: OpenLine): LineBase {
  const { base: name, per } = rule;
  if (people === undefined) return { name, per };
  const { low, high } = people;
  if (low === high) return { name, per, value: low };
  if (line.required === undefined) return { name, per, band: { low, high } };
  return { name, per, value: isPass(line.verdict) ? high : low, band: { low, high } };
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

function notesOf(
  rule: readonly LineNote[],
  people: readonly LineNote[],
  supplied: Supplied | undefined,
): readonly LineNote[] {
  if (supplied?.screening !== true) return people.length === 0 ? rule : [...rule, ...people];
  return [...rule, ...people, "screening-method"];
}

const NONE: readonly LineNote[] = [];
const OTHERS_MAY_USE: LineNote = "others-may-use";
