import { compare, type Exact, exact, largest, minus, over, times, ZERO } from "../base/decimal.ts";
import type { AdminLevel } from "../model/admin-unit.ts";
import { amounting, type RuledLine } from "./conflict-groups.ts";
import type { JudgeSettings } from "./judge-estate.ts";
import { IMPOSSIBLE, type Judgement, type Line, type LineNote } from "./judgement.ts";
import type { CountRule, FloorRule, Metric, PopulationBase, PresenceRule, ShareRule } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";
import { inForce, type RuleInForce, selectRules } from "./select-rules.ts";
import type { Supplied } from "./supplied.ts";
import { floorLine, isCounted, ratioLine } from "./supply-line.ts";

/** Something that should be known and is not. What is not asked about at all is `undefined`, and has no line. */
export type Stated<Value> = Value | "unknown";

/** Figures of one unit, or of all units of its level. */
export interface UnitFacts {
  people(base: PopulationBase): Stated<Exact> | undefined;
  supply(metric: Metric): Stated<Supplied> | undefined;
  counted(rule: CountedRule): Stated<Counted> | undefined;
  /** Size of the one facility that a floor rule speaks of. */
  facility(rule: FloorRule): { readonly size?: Supplied; readonly slots?: Supplied } | undefined;
  /** The residents are those registered (户籍): the user chose it, or they stand in, and nothing passes by them. */
  readonly hukou?: "chosen" | "standing-in";
}

export type CountedRule = PresenceRule | CountRule | ShareRule;

/**
 * `part` of `whole`: units that have it, beds of nursing kind. `percent`: as published. `number`: how many there are.
 * `atMost`: the part or the number with those that perhaps count.
 */
export type Counted =
  | { readonly part: Exact; readonly whole: Exact; readonly atMost?: Exact }
  | { readonly percent: Exact }
  | { readonly number: Exact; readonly atMost?: Exact };

/**
 * Judges a unit by the rules of its level, and by the counts that a higher level asks of the same kinds where their
 * number is given. A rule without its input has no line; a number stated as unknown leaves its line without data; a
 * number that cannot be makes the whole invalid.
 */
export function judgeUnit(
  pack: RulePack,
  level: AdminLevel,
  facts: UnitFacts,
  settings: JudgeSettings,
): Judgement {
  const rules = unitRules(pack, level, settings.year);
  const lines = rules.flatMap((found): RuledLine[] => {
    const line = lineOf(found, facts);
    return line === undefined ? [] : [{ rule: found.rule, line }];
  });
  if (lines.some(({ line }) => line.verdict === "invalid")) return IMPOSSIBLE;
  const { groups, overall } = amounting(lines, "unit", settings.conflict);
  return {
    lines: lines.map(({ line }) => line),
    groups,
    overall: overall ?? (rules.length === 0 ? "not_specified" : "insufficient_data"),
    estimated: lines.some(({ line }) => line.estimated),
    remarks: overall ? [] : [rules.length === 0 ? "no-rule-applies" : "no-input-for-any-rule"],
  };
}

/** Rules that a unit of the level can be judged by, ordered by id. No document asks anything of a town as such. */
export function unitRules(pack: RulePack, level: AdminLevel, year: number | undefined): RuleInForce[] {
  if (level === "town") return [];
  const rules = selectRules(pack, level, year);
  const kinds = new Set(
    pack.rules.flatMap((rule) =>
      rule.type === "presence" && rule.level === level ? [JSON.stringify(rule.kinds)] : [],
    ),
  );
  const counts = pack.rules.filter(
    (rule) =>
      rule.type === "count_min" &&
      rule.level !== level &&
      rule.kinds !== undefined &&
      kinds.has(JSON.stringify(rule.kinds)),
  );
  const above = counts.flatMap((rule) => inForce(rule, year) ?? []);
  return [...rules, ...above].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function lineOf(found: RuleInForce, facts: UnitFacts): Line | undefined {
  const { rule } = found;
  switch (rule.type) {
    case "ratio_min": {
      const people = facts.people(rule.base);
      const supply = facts.supply(rule.metric);
      if (people === undefined || supply === undefined) return undefined;
      if (people !== "unknown" && people.numerator <= 0n) return impossible(found);
      if (supply !== "unknown" && supply.amount.numerator < 0n) return impossible(found);
      const hukou = rule.base === "residents" ? facts.hukou : undefined;
      const notes: LineNote[] = hukou ? ["base-is-hukou"] : [];
      const doubtful = hukou === "standing-in";
      const base =
        people === "unknown" ? undefined : { low: people, high: people, estimated: false, doubtful, notes };
      return ratioLine({ ...found, rule }, base, supply === "unknown" ? undefined : supply);
    }
    case "floor": {
      const place = facts.facility(rule);
      if (place === undefined) return undefined;
      if ([place.size, place.slots].some((each) => each !== undefined && each.amount.numerator < 0n)) {
        return impossible(found);
      }
      return floorLine({ ...found, rule }, place.size, place.slots);
    }
    case "presence":
    case "count_min":
    case "share_min": {
      const counted = facts.counted(rule);
      return counted === undefined ? undefined : countedLine({ ...found, rule }, counted);
    }
    case "max":
    case "reach":
    case "process":
    case "not_specified":
      return undefined;
  }
}

function countedLine(found: RuleInForce<CountedRule>, counted: Stated<Counted>): Line {
  if (counted === "unknown") return compared(found, undefined, undefined);
  const threshold = found.rate ?? ZERO;
  if ("percent" in counted) {
    if (counted.percent.numerator < 0n || compare(counted.percent, HUNDRED) > 0) return impossible(found);
    return { ...compared(found, threshold, counted.percent), whole: false };
  }
  if ("number" in counted) {
    return counted.number.numerator < 0n
      ? impossible(found)
      : compared(found, threshold, counted.number, counted.atMost);
  }
  const { part, whole, atMost } = counted;
  if (whole.numerator <= 0n || part.numerator < 0n || compare(part, whole) > 0) return impossible(found);
  // Each unit of the level has the facilities; a share asks for so many of a hundred.
  const required = found.rule.type === "share_min" ? over(times(threshold, whole), HUNDRED) : whole;
  return { ...compared(found, required, part, atMost), whole: true };
}

/** Short of `sure` but not of `atMost` nobody can tell; what is missing is missing even with all that may count. */
function compared(
  found: RuleInForce<CountedRule>,
  required: Exact | undefined,
  sure: Exact | undefined,
  atMost = sure,
): Line {
  const { rule, threshold, notes } = found;
  const actual = required && sure && compare(sure, required) < 0 ? atMost : sure;
  const open = actual !== sure && required && actual && compare(actual, required) >= 0;
  const known = required !== undefined && actual !== undefined && open !== true;
  return {
    rule: rule.id,
    severity: rule.severity,
    unit: rule.unit,
    whole: isCounted(rule.unit),
    verdict: !known ? "insufficient_data" : compare(actual, required) >= 0 ? "pass" : "fail",
    ...(threshold !== undefined && { threshold }),
    ...(required && { required }),
    ...(actual && open !== true && { actual }),
    ...(sure && actual !== sure && open !== true && { sure }),
    ...(known && { shortage: largest(minus(required, actual), ZERO) }),
    estimated: false,
    notes,
  };
}

function impossible({ rule, notes }: RuleInForce): Line {
  const unit = rule.unit ?? "facility";
  return {
    rule: rule.id,
    severity: rule.severity,
    unit,
    whole: false,
    verdict: "invalid",
    estimated: false,
    notes,
  };
}

const HUNDRED = exact(100);
