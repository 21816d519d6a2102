import { type Exact, exact, over } from "../base/decimal.ts";
import { sortedById } from "../base/order.ts";
import type { Year } from "../base/units.ts";
import type { LineNote } from "./judgement.ts";
import type { Rule, RuleLevel } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";
import { targetOf } from "./target-year.ts";

/** A rule with the number that holds in the year judged. */
export interface RuleInForce<R extends Rule = Rule> {
  readonly rule: R;
  /** Absent where the document gives no number. */
  readonly threshold?: number;
  /** Threshold ÷ per, for a ratio; the threshold itself for any other. */
  readonly rate?: Exact;
  readonly notes: readonly LineNote[];
}

/**
 * Rules of the level with the targets of the year, ordered by id. A rule whose first target lies after the year is left
 * out. `pack` is the pack with the overlays that are switched on (`overlaid`).
 */
export function selectRules(pack: RulePack, level: RuleLevel, year: Year | undefined): RuleInForce[] {
  return sortedById(pack.rules.filter((rule) => rule.level === level)).flatMap((rule) => {
    const found = inForce(rule, year);
    return found === undefined ? [] : [found];
  });
}

/** The rule with its number of the year; `undefined` before the first year stated. */
export function inForce<R extends Rule>(rule: R, year: Year | undefined): RuleInForce<R> | undefined {
  if (!("threshold" in rule) || rule.threshold === undefined) return { rule, notes: [] };
  const target = targetOf({ ...rule, threshold: rule.threshold }, year);
  if (target === undefined) return undefined;
  const threshold = exact(target.threshold);
  const notes: LineNote[] = rule.approximate === true ? ["approximate-threshold"] : [];
  if (target.note !== undefined) notes.push(target.note);
  return {
    rule,
    threshold: target.threshold,
    rate: rule.type === "ratio_min" ? over(threshold, exact(rule.per)) : threshold,
    notes,
  };
}
